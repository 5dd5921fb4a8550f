import type { RequestHandler } from 'express'
import { exchangeOf } from './exchange.ts'

/** What may be told of a request: never a header, never a body, and no token out of the address. */
export interface Observation {
  readonly requestId: string
  readonly operationId: string | undefined
  readonly method: string
  readonly path: string
  readonly status: number
  /** Milliseconds. */
  readonly duration: number
  readonly userId: number | undefined
  /** False if the client went away before the end. */
  readonly complete: boolean
}

/** Tells of every request when it has ended, whichever way. */
export function observation(observe: (observation: Observation) => void): RequestHandler {
  return (request, response, next) => {
    const began = performance.now()
    response.once('close', () => {
      const { requestId, isHead, operationId, caller } = exchangeOf(request)
      const method = isHead ? 'HEAD' : request.method
      const duration = Math.round((performance.now() - began) * 1000) / 1000
      const path = withoutSecrets(request.originalUrl)
      const { statusCode: status, writableFinished: complete } = response
      observe({ requestId, operationId, method, path, status, duration, userId: caller?.user.id, complete })
    })
    next()
  }
}

const longest = 2000

/**
 * An address without host, and without the values of whatever is, or was meant to be, a credential: also misspelt
 * (`&private_token=` without a `?` before it), encoded, or inside another value.
 */
export function withoutSecrets(target: string): string {
  const parts = target.replace(/^[a-z]+:\/\/[^/?]*/i, '').split(/([?&;])/)
  return parts
    .map((part) => (/token.*=/is.test(decoded(part)) ? `${part.replace(/(=|%3d).*$/is, '')}=[REDACTED]` : part))
    .join('')
    .slice(0, longest)
}

/** Twice, because whoever quotes an address inside an address encodes it again. */
function decoded(text: string): string {
  const once = (part: string) => part.replaceAll(/%([0-9a-f]{2})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
  return once(once(text))
}
