import { isObject, type Json, type OperationId } from '@jobs-api/contract'
import { operations } from '@jobs-api/contract/operations'
import fc from 'fast-check'
import { madeUpRequests } from '../ci/fuzz/requests.ts'
import type { ExampleRequest } from '../examples/example.ts'
import { type Ground, groundOf, situations } from './decided.ts'

/** A request, and what decides its answer: the contract, on some ground, or what a server remembers. */
export interface ComparedRequest {
  readonly operationId: OperationId
  readonly request: ExampleRequest
  readonly ground: Ground | 'memory'
}

const isOperation = (id: string): id is OperationId => id in operations

/** What an example asks, as another client would ask it: another place for the token, another name for the project, and so on. */
const likeExamples: fc.Arbitrary<ComparedRequest> = fc
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

/** Requests that the contract decides: half of them like its examples, the others made up at random; the same for the same seed. */
export function decidedRequests(count: number, seed: number): readonly ComparedRequest[] {
  const half = Math.ceil(count / 2)
  return [...fc.sample(likeExamples, { numRuns: half, seed }), ...madeUp(count - half, seed, (ground) => ground !== 'memory')]
}

/** Requests that the contract does not decide, because it depends on what there is and what was done before. */
export const undecidedRequests = (count: number, seed: number): readonly ComparedRequest[] =>
  madeUp(count, seed, (ground) => ground === 'memory')

function madeUp(count: number, seed: number, isWanted: (ground: Ground | 'memory') => boolean): readonly ComparedRequest[] {
  const found = fc
    .sample(madeUpRequests, { numRuns: count * 40, seed })
    .map(({ operationId, request }) => ({ operationId, request, ground: groundOf(operationId, request) ?? 'memory' }) as const)
    .filter(({ ground }) => isWanted(ground))
  if (found.length < count) throw new Error(`only ${found.length} of the made-up requests are wanted`)
  return found.slice(0, count)
}
