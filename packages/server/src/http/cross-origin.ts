import { document } from '@jobs-api/contract'
import cors from 'cors'
import type { RequestHandler } from 'express'

/** What a page may send besides the simplest headers: the credentials, and what conditional and partial requests need. */
const requestHeaders = [
  ...['Authorization', 'PRIVATE-TOKEN', 'JOB-TOKEN', 'Content-Type'],
  ...['If-None-Match', 'If-Range', 'Range', 'X-Request-Id'],
]

/** What a page may read: everything that the contract documents. */
const answerHeaders = Object.keys(document.components['headers'] ?? {})

/** What is allowed besides what the API itself needs. */
interface More {
  readonly headers?: readonly string[]
  readonly methods?: readonly string[]
}

/** Lets pages of these origins ask from a browser. Never with cookies: whoever asks brings a token. */
export function crossOrigin(origins: readonly string[], more: More = {}): RequestHandler {
  const answer = cors({
    origin: origins.includes('*') ? '*' : [...origins],
    methods: ['GET', 'HEAD', 'POST', 'DELETE', ...(more.methods ?? [])],
    allowedHeaders: [...requestHeaders, ...(more.headers ?? [])],
    exposedHeaders: answerHeaders,
    credentials: false,
    maxAge: 600,
  })
  return (request, response, next) => {
    response.vary('Origin') // whatever the origin, so that no cache hands one page the answer meant for another
    answer(request, response, next)
  }
}
