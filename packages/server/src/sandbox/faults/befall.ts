import { STATUS_CODES } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import type { NextFunction, Request, RequestHandler, Response } from 'express'
import { exchangeOf } from '../../http/exchange.ts'
import { refuse } from '../../operations/refusals.ts'
import type { Blow, KnownFault } from './faults.ts'
import { cut, dribble } from './shaped-body.ts'

/** Lets the faults befall a request that would otherwise be carried out. */
export function befall(blowsOn: (operationId: string) => readonly Blow[]): RequestHandler {
  return async (request, response, next) => {
    const { operationId } = exchangeOf(request)
    if (operationId === undefined) return next() // there is no such address
    const blows = blowsOn(operationId)
    for (const { latency } of blows) if (latency > 0) await pause(latency)
    for (const { fault } of blows) if (fault.reset === true) return reset(request)
    limited(
      blows.flatMap(({ limit }) => limit ?? []),
      request,
      response,
      (error?: unknown) => {
        if (error !== undefined) return next(error)
        const answer = blows.find(({ fault }) => fault.answer !== undefined)?.fault.answer
        if (answer !== undefined) return send(response, answer)
        for (const { fault } of blows) shape(response, fault)
        next()
      },
    )
  }
}

/** One limit after the other, and then on, unless one of them has answered. */
function limited([first, ...rest]: readonly RequestHandler[], request: Request, response: Response, next: NextFunction): unknown {
  if (first === undefined) return next()
  return first(request, response, (error?: unknown) => (error === undefined ? limited(rest, request, response, next) : next(error)))
}

function shape(response: Response, fault: KnownFault): void {
  if (fault.cut !== undefined) cut(response, fault.cut)
  if (fault.dribble !== undefined) dribble(response, fault.dribble)
}

function send(response: Response, { status, retry_after }: NonNullable<KnownFault['answer']>): void {
  if (retry_after !== undefined) response.set('Retry-After', String(retry_after))
  const body = status === 429 ? refuse('rate_limited').body : { message: `${status} ${STATUS_CODES[status] ?? 'Error'}` }
  response.status(status).json(body)
}

/** To the client, the connection is gone; on a real one, in the middle of everything. */
function reset({ socket }: Request): void {
  if ('resetAndDestroy' in socket) socket.resetAndDestroy()
  else Reflect.apply(Object(socket).destroy, socket, [])
}
