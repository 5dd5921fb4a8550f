import type { Handlers, NeighbourHandlers } from '@jobs-api/contract'
import type { Request, RequestHandler } from 'express'
import type { Desk } from '../operations/operation.ts'
import type { Bytes } from '../storage/bytes.ts'
import { type Answer, send } from './answer.ts'
import { exchangeOf } from './exchange.ts'
import type { Admit } from './known-input.ts'
import type { ServedId } from './served.ts'
import { matched } from './validation.ts'

type AllHandlers = Handlers<Desk, Bytes | string> & NeighbourHandlers<Desk, Bytes | string>
type AnyHandler = (input: unknown, desk: Desk) => Promise<Answer>

/** Hands a checked request to the handler of its operation, and sends what comes back. There is no other routing. */
export function routing(
  handlers: AllHandlers,
  deskOf: (request: Request) => Desk,
  { admit, adapt }: EditionView,
  remember: (request: Request, answer: Answer) => void = () => undefined,
): RequestHandler {
  return async (request, response) => {
    const found = matched(request)
    if (found === undefined) return void response.status(404).json({ error: '404 Not Found' })
    const { operationId, pathParameters } = found
    exchangeOf(request).operationId = operationId
    const handle = handlers[operationId] as AnyHandler // the validator has made sure that the input fits the operation
    const answer = await handle(
      { path: pathParameters, headers: request.headers, ...admit(operationId, { query: request.query, body: request.body }) },
      deskOf(request),
    )
    const adapted = adapt(operationId, answer)
    await send(request, response, adapted)
    remember(request, adapted)
  }
}

/** Makes an answer of today into that of another edition. */
export type Adapt = (operationId: ServedId, answer: Answer) => Answer

/** How an edition differs from today, on the way in and on the way out. */
export interface EditionView {
  readonly admit: Admit
  readonly adapt: Adapt
}
