import type { RequestHandler } from 'express'
import { refuse } from '../operations/refusals.ts'

/** Takes nothing new while the server is being stopped: a change that begins now might not come to its end. */
export function turnAway(isStopping: () => boolean): RequestHandler {
  const { status, body } = refuse('server_stopping')
  return (_request, response, next) => {
    if (!isStopping()) return next()
    response.status(status).set('Retry-After', '1').json(body)
  }
}
