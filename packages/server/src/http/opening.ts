import { randomUUID } from 'node:crypto'
import type { RequestHandler } from 'express'
import { begin } from './exchange.ts'

/**
 * The first thing that happens to a request: it gets an id, its address is remembered as the client wrote it, HEAD becomes
 * GET (Node leaves out the body by itself), and the address is brought into the one spelling that routing understands.
 */
export function opening(normalise: (method: string, url: string) => string): RequestHandler {
  return (request, response, next) => {
    const given = request.get('x-request-id')
    const requestId = given !== undefined && /^[\w-]{1,64}$/.test(given) ? given : randomUUID()
    const isHead = request.method === 'HEAD'
    begin(request, { requestId, isHead, address: addressOf(`${request.protocol}://${request.host}`, request.originalUrl) })
    response.set({
      'X-Request-Id': requestId,
      'X-Content-Type-Options': 'nosniff',
      'X-Frame-Options': 'SAMEORIGIN',
      // Jobs make files of any kind: whatever a browser makes of one, it runs nothing, and not in our name.
      'Content-Security-Policy': "sandbox; default-src 'none'",
      'Cross-Origin-Resource-Policy': 'same-origin',
      'Referrer-Policy': 'no-referrer', // an address may hold a token
      'Cache-Control': 'max-age=0, private, must-revalidate',
    })
    if (isHead) request.method = 'GET'
    request.url = normalise(request.method, request.url)
    next()
  }
}

/** Credentials are left out: whatever is made of this address, a link or a redirect, may be shown and kept. */
function addressOf(origin: string, target: string): URL {
  const address = URL.canParse(target, origin) ? new URL(target, origin) : new URL('http://invalid.example/')
  address.username = ''
  address.password = ''
  if (address.search.includes('token')) for (const name of credentialNames) address.searchParams.delete(name)
  return address
}

const credentialNames = ['private_token', 'access_token', 'job_token']
