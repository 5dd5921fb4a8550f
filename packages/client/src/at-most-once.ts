import type { Outgoing } from './redirects.ts'

/**
 * Deno itself sends a request again when a connection that it kept breaks before the answer, be it a POST
 * (https://github.com/denoland/deno/pull/32566), but not one whose body is a stream, which cannot be read twice.
 */
export function atMostOnce(request: Outgoing): RequestInit & Pick<Outgoing, 'url'> {
  const isResent = request.method === 'POST' && 'Deno' in globalThis
  return isResent ? { ...request, body: new Blob([request.body ?? '']).stream(), duplex: 'half' } : request
}
