import { credentialHeaders } from './credentials.ts'

/** What sends one request, as `fetch` does. */
export type Send = (request: Request) => Promise<Response>

const redirects: ReadonlySet<number> = new Set([301, 302, 303, 307, 308])
const limit = 10

/**
 * Follows redirects of GET and HEAD, which `fetch` would do as well, but it carries `PRIVATE-TOKEN` and `JOB-TOKEN` along
 * to wherever the answer points: for an archive that is an object store of somebody else. Credentials stay with the origin
 * that they were meant for (decision 0023). Anything but GET and HEAD is never sent to a second address.
 *
 * A browser does not show where a redirect leads. There the request is sent once more by `again`, which puts the credential
 * where `fetch` itself takes it off on the way to another origin.
 */
export async function followRedirects(request: Request, send: Send, again: () => Promise<Request>): Promise<Response> {
  let current = request
  for (let hops = 0; hops <= limit; hops++) {
    const response = await send(current)
    if (!isSafe(request)) return response
    if (response.type === 'opaqueredirect') return send(await again())
    const next = nextRequest(current, response)
    if (next === undefined) return response
    await response.body?.cancel()
    current = next
  }
  throw new Error(`more than ${limit} redirects`)
}

const isSafe = ({ method }: Request) => method === 'GET' || method === 'HEAD'

function nextRequest(request: Request, response: Response): Request | undefined {
  const location = response.headers.get('location')
  if (location === null || !redirects.has(response.status)) return undefined
  const url = new URL(location, request.url)
  const headers = new Headers(request.headers)
  if (url.origin !== new URL(request.url).origin) for (const name of credentialHeaders) headers.delete(name)
  return new Request(url, { method: request.method, headers, signal: request.signal, redirect: 'manual' })
}
