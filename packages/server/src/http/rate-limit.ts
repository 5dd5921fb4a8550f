import type { RequestHandler } from 'express'
import { refuse } from '../operations/refusals.ts'
import type { Instant } from '../storage/records.ts'
import { exchangeOf } from './exchange.ts'
import { sendJson } from './json.ts'

const minute = 60_000

/** At most so many requests a minute for each caller; the anonymous share one allowance an address. */
export function rateLimit(limit: number, now: () => Instant): RequestHandler {
  let began: Instant = 0
  let counts = new Map<string, number>()
  return (request, response, next) => {
    const moment = now()
    if (moment - began >= minute) [began, counts] = [moment - (moment % minute), new Map()]
    const { caller } = exchangeOf(request)
    const who = caller === undefined ? `address ${request.ip}` : `user ${caller.user.id}`
    const observed = (counts.get(who) ?? 0) + 1
    counts.set(who, observed)
    response.set({
      'RateLimit-Name': caller === undefined ? 'throttle_unauthenticated_api' : 'throttle_authenticated_api',
      'RateLimit-Limit': String(limit),
      'RateLimit-Observed': String(observed),
      'RateLimit-Remaining': String(Math.max(0, limit - observed)),
      'RateLimit-Reset': String(Math.ceil((began + minute) / 1000)),
    })
    if (observed <= limit) return next()
    const { status, body } = refuse('rate_limited')
    response.status(status).set('Retry-After', String(Math.ceil((began + minute - moment) / 1000)))
    return sendJson(request, response, body)
  }
}
