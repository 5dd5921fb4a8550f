import type { Response } from 'express'

/**
 * Stands in for Express's own `response.json`: the content type has nothing behind it, as in GitLab (older clients
 * compare the whole header), and nothing is computed that is not sent.
 */
export function sendPlainJson(this: Response, body: unknown): Response {
  const text = JSON.stringify(body)
  this.setHeader('Content-Type', 'application/json')
  this.setHeader('Content-Length', Buffer.byteLength(text))
  this.end(text)
  return this
}
