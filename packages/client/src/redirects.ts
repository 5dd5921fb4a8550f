import { credentialHeaders } from './credentials.ts'

export type Send = (request: Request) => Promise<Response>

const redirects: ReadonlySet<number> = new Set([301, 302, 303, 307, 308])
const limit = 10

/**
 * Follows redirects of GET and HEAD, which `fetch` would do as well, but it carries `PRIVATE-TOKEN` and `JOB-TOKEN` along
 * to wherever the answer points: for an archive that is an object store of somebody else. Credentials stay with the origin
 * that they were meant for (decision 0023). Anything but GET and HEAD is never sent twice.
 */
export function followingRedirects(send: Send): Send {
  return async (request) => {
    let current = request
    for (let hops = 0; hops <= limit; hops++) {
      const response = await send(current)
      const next = nextRequest(current, response)
      if (next === undefined) return response
      await response.body?.cancel()
      current = next
    }
    throw new Error(`more than ${limit} redirects, beginning at ${request.url}`)
  }
}

function nextRequest(request: Request, response: Response): Request | undefined {
  // A browser hides where a redirect leads from whoever wants to follow it by hand.
  if (response.type === 'opaqueredirect') throw new Error(`${request.url} redirects, which cannot be followed safely in a browser`)
  const location = response.headers.get('location')
  if (location === null || !redirects.has(response.status) || !['GET', 'HEAD'].includes(request.method)) return undefined
  const url = new URL(location, request.url)
  const headers = new Headers(request.headers)
  if (url.origin !== new URL(request.url).origin) for (const name of credentialHeaders) headers.delete(name)
  return new Request(url, { method: request.method, headers, signal: request.signal, redirect: 'manual' })
}
