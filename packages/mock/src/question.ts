import type { IncomingMessage } from 'node:http'
import { parseQuery, type Query } from './query.ts'

/** A request as far as it can be read without knowing which operation it is for. */
export interface Question {
  /** HEAD is GET here; Node leaves the body out by itself. */
  readonly method: string
  /** As written, without the query. */
  readonly path: string
  readonly query: Query
  readonly headers: Readonly<Record<string, string>>
  /** Undefined if there is none. */
  readonly token: string | undefined
  readonly carrier: 'private_token' | 'job_token' | 'bearer' | 'query' | undefined
}

export function questionOf(request: IncomingMessage): Question {
  const method = request.method === 'HEAD' ? 'GET' : (request.method ?? 'GET')
  const target = originForm(request.url ?? '/')
  const mark = target.indexOf('?')
  const path = mark < 0 ? target : target.slice(0, mark)
  const query = parseQuery(mark < 0 ? '' : target.slice(mark + 1))
  const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]))
  return { method, path, query, headers, ...credentialOf(headers, query) }
}

/** Clients that take us for a proxy write the whole address. RFC 9112, section 3.2.2. */
const originForm = (target: string): string => target.replace(/^https?:\/\/[^/?#]*/i, '').replace(/^(?!\/)/, '/')

/** The first credential found, in GitLab's order. */
function credentialOf(headers: Question['headers'], query: Query): Pick<Question, 'token' | 'carrier'> {
  const bearer = /^Bearer +(\S+) *$/i.exec(headers['authorization'] ?? '')?.[1]
  const places = [
    [headers['job-token'], 'job_token'],
    [query['job_token'], 'query'],
    [headers['private-token'], 'private_token'],
    [query['private_token'], 'query'],
    [bearer, 'bearer'],
    [query['access_token'], 'query'],
  ] as const
  for (const [token, carrier] of places) if (typeof token === 'string' && token !== '') return { token, carrier }
  return { token: undefined, carrier: undefined }
}
