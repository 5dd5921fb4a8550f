import { credentialHeaders } from './credentials.ts'

/** A request in the two parts that `fetch` takes. A `Request` would cost each call another copy of it. */
export interface Outgoing extends RequestInit {
  readonly url: string
  readonly method: string
  headers: Readonly<Record<string, string>>
  readonly body?: string
  readonly signal: AbortSignal
}

/** What sends one request, as `fetch` does. */
export type Send = (request: Request) => Promise<Response>
export type SendOutgoing = (request: Outgoing) => Promise<Response>

const limit = 10

/**
 * Follows redirects of GET and HEAD, which `fetch` would do as well, but it carries `PRIVATE-TOKEN` and `JOB-TOKEN` along
 * to wherever the answer points: for an archive that is an object store of somebody else. Credentials stay with the origin
 * that they were meant for (decision 0023). Anything but GET and HEAD is never sent to a second address.
 *
 * A browser does not show where a redirect leads. There the request is sent once more by `again`, which puts the credential
 * where `fetch` itself takes it off on the way to another origin.
 */
export async function followRedirects(request: Outgoing, send: SendOutgoing, again: () => Promise<Outgoing>): Promise<Response> {
  let current = request
  for (let hops = 0; hops <= limit; hops++) {
    const response = await send(current)
    if (request.method !== 'GET') return response
    if (response.type === 'opaqueredirect') return send(await again())
    const next = nextRequest(current, response)
    if (next === undefined) return response
    await response.body?.cancel()
    current = next
  }
  throw new Error(`more than ${limit} redirects`)
}

function nextRequest(request: Outgoing, response: Response): Outgoing | undefined {
  const location = response.headers.get('location')
  if (location === null || !/30[12378]/.test(String(response.status))) return undefined
  const { href, origin } = new URL(location, request.url)
  const headers = { ...request.headers }
  if (origin !== new URL(request.url).origin) for (const name of credentialHeaders) delete headers[name]
  return { ...request, url: href, headers }
}
