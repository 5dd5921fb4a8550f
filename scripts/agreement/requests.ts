import { isObject, type Json, type OperationId } from '@jobs-api/contract'
import { operations } from '@jobs-api/contract/operations'
import fc from 'fast-check'
import { madeUpRequests } from '../ci/fuzz/requests.ts'
import type { ExampleRequest } from '../examples/example.ts'
import { type Ground, groundOf, situations } from './decided.ts'

/** A request whose answer the contract alone decides, and why it does. */
export interface DecidedRequest {
  readonly operationId: OperationId
  readonly request: ExampleRequest
  readonly ground: Ground
}

const isOperation = (id: string): id is OperationId => id in operations

/** What an example asks, as another client would ask it: another place for the token, another name for the project, and so on. */
const likeExamples: fc.Arbitrary<DecidedRequest> = fc
  .record({
    situation: fc.constantFrom(...situations.filter(({ operationId }) => isOperation(operationId))),
    carrier: fc.constantFrom<ExampleRequest['carrier'][]>(undefined, 'bearer', 'query'),
    byPath: fc.boolean(),
    asList: fc.boolean(),
    asForm: fc.boolean(),
    accept: fc.constantFrom('*/*', 'application/json', 'text/html,*/*;q=0.8'),
  })
  .map(({ situation: { operationId, request }, carrier, byPath, asList, asForm, accept }) => {
    if (!isOperation(operationId)) throw new Error(`${operationId} is no operation`)
    const spelled = Object.entries(request.parameters ?? {}).map(([name, value]) => respelled(name, value, byPath, asList))
    return {
      operationId,
      request: {
        ...request,
        ...(asForm && isObject(request.body) ? { media_type: 'application/x-www-form-urlencoded' } : {}),
        ...(request.carrier === undefined && carrier !== undefined ? { carrier } : {}),
        parameters: Object.fromEntries(spelled),
        headers: { ...request.headers, Accept: accept },
      },
      ground: 'example',
    }
  })

function respelled(name: string, value: Json, byPath: boolean, asList: boolean): [name: string, value: Json] {
  if (name === 'id' && value === 1 && byPath) return [name, 'harbor/webshop']
  return name === 'scope' && asList ? ['scope[]', [value]] : [name, value]
}

/** So many requests, half of them like the contract's examples, the others made up at random: the same for the same seed. */
export function decidedRequests(count: number, seed: number): readonly DecidedRequest[] {
  const half = Math.ceil(count / 2)
  const random = fc.sample(madeUpRequests, { numRuns: count * 20, seed }).flatMap(({ operationId, request }): DecidedRequest[] => {
    const ground = groundOf(operationId, request)
    return ground === undefined ? [] : [{ operationId, request, ground }]
  })
  if (random.length < count - half) throw new Error(`only ${random.length} of the made-up requests are decided by the contract`)
  return [...fc.sample(likeExamples, { numRuns: half, seed }), ...random.slice(0, count - half)]
}
