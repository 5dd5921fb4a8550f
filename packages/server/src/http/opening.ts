import { randomUUID } from 'node:crypto'
import type { Request, RequestHandler } from 'express'
import { begin } from './exchange.ts'
import { credentialNames } from './query.ts'

/**
 * The first thing that happens to a request: it gets an id, its address is remembered as the client wrote it, HEAD becomes
 * GET (Node leaves out the body by itself), and the address is brought into the one spelling that routing understands.
 * Where a client names a host that cannot be one, `externalUrl` takes its place in links.
 */
export function opening(normalise: (method: string, url: string) => string, externalUrl: string): RequestHandler {
  const { origin } = new URL(externalUrl)
  return (request, response, next) => {
    const given = request.headers['x-request-id']
    const requestId = typeof given === 'string' && /^[\w-]{1,64}$/.test(given) ? given : randomUUID()
    const isHead = request.method === 'HEAD'
    const target = originForm(request.url)
    let address: URL | undefined
    begin(request, {
      requestId,
      isHead,
      get address() {
        address ??= addressOf(originOf(request) ?? origin, target)
        return address
      },
    })
    response.setHeader('X-Request-Id', requestId)
    for (const [name, value] of precautions) response.setHeader(name, value)
    if (isHead) request.method = 'GET'
    request.url = normalise(request.method, target)
    next()
  }
}

const precautions = [
  ['X-Content-Type-Options', 'nosniff'],
  ['X-Frame-Options', 'SAMEORIGIN'],
  // Jobs make files of any kind: whatever a browser makes of one, it runs nothing, and not in our name.
  ['Content-Security-Policy', "sandbox; default-src 'none'"],
  ['Cross-Origin-Resource-Policy', 'same-origin'],
  ['Referrer-Policy', 'no-referrer'], // an address may hold a token
  ['Cache-Control', 'max-age=0, private, must-revalidate'],
] as const

/** Clients that take us for a proxy write the whole address. RFC 9112, section 3.2.2. */
const originForm = (target: string): string =>
  target.startsWith('/') ? target : target.replace(/^https?:\/\/[^/?#]*/i, '').replace(/^(?!\/)/, '/')

/** Scheme and host as the client, or a trusted proxy, named them. Anything but a plain host would get into links. */
function originOf({ protocol, host }: Request): string | undefined {
  const isPlain = /^https?$/.test(protocol) && /^(\[[\da-f:.]+\]|[\w.-]+)(:\d{1,5})?$/i.test(host ?? '')
  const origin = `${protocol}://${host}`
  return isPlain && URL.canParse(origin) ? origin : undefined
}

/** Credentials are left out: whatever is made of this address, a link or a redirect, may be shown and kept. */
function addressOf(origin: string, target: string): URL {
  const address = new URL(origin + target)
  if (!address.search.includes('token')) return address
  // The address is parsed again at each change to its query, so there is but one.
  const query = new URLSearchParams(address.search)
  for (const name of credentialNames) query.delete(name)
  address.search = query.toString()
  return address
}
