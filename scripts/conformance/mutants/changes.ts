import type { OperationId } from '@jobs-api/contract'
import type { Answered, Asked, Behaviour } from './mutant.ts'

// What can be done to requests and answers on their way, one thing at a time.

export type When = (asked: Asked) => boolean
export type Json = null | boolean | number | string | Json[] | Row
export type Row = { [name: string]: Json }

/** What is no object has no members. */
export const rowOf = (value: Json | undefined): Row => (typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {})

/** Asks something else of the right server than was asked. */
export const instead =
  (when: When, change: (asked: Asked) => Asked): Behaviour =>
  (asked, forward) =>
    forward(when(asked) ? change(asked) : asked)

/** Lets the right server answer, and changes what it says. */
export const answering =
  (when: (asked: Asked, answered: Answered) => boolean, change: (answered: Answered, asked: Asked) => Answered): Behaviour =>
  async (asked, forward) => {
    const answered = await forward(asked)
    return when(asked, answered) ? change(answered, asked) : answered
  }

/** Answers by itself, without asking the right server. */
export const alone =
  (when: When, answer: (asked: Asked) => Answered): Behaviour =>
  async (asked, forward) =>
    when(asked) ? answer(asked) : forward(asked)

export const to =
  (operation: OperationId): When =>
  (asked) =>
    asked.operation === operation

export const both =
  (...all: readonly When[]): When =>
  (asked) =>
    all.every((when) => when(asked))

export const jsonAnswer = (status: number, body: Json): Answered => ({
  status,
  headers: { 'content-type': 'application/json' },
  body: Buffer.from(JSON.stringify(body)),
})

export const withStatus =
  (status: number) =>
  (answered: Answered): Answered => ({ ...answered, status })

/** Changes the JSON of a body; what is no JSON stays. */
export const withJson =
  (change: (value: Json, asked: Asked) => Json) =>
  (answered: Answered, asked: Asked): Answered => {
    if (answered.headers['content-type']?.includes('json') !== true || answered.body.length === 0) return answered
    const value: Json = JSON.parse(answered.body.toString())
    return { ...answered, body: Buffer.from(JSON.stringify(change(value, asked))) }
  }

/** The same for a body that is one object. */
export const withRow = (change: (row: Row) => Row) => withJson((value) => (Array.isArray(value) ? value : change(rowOf(value))))

export function withoutHeader(name: string) {
  return ({ headers: { [name]: _, ...headers }, ...answered }: Answered): Answered => ({ ...answered, headers })
}

export const withHeader =
  (name: string, value: string) =>
  (answered: Answered): Answered => ({ ...answered, headers: { ...answered.headers, [name]: value } })

/** Credentials in every place where they may stand. */
const headersOfCredentials = ['private-token', 'job-token', 'authorization'] as const
const queryOfCredentials = ['private_token', 'job_token', 'access_token'] as const

export function withoutCredentials(asked: Asked): Asked {
  const headers = Object.fromEntries(
    Object.entries(asked.headers).filter(([name]) => !headersOfCredentials.some((known) => known === name)),
  )
  const url = new URL(asked.url)
  for (const name of queryOfCredentials) url.searchParams.delete(name)
  return { ...asked, headers, url: withSameSpelling(asked.url, url) }
}

export const withToken =
  (token: string) =>
  (asked: Asked): Asked => {
    const bare = withoutCredentials(asked)
    return { ...bare, headers: { ...bare.headers, 'private-token': token } }
  }

/** The token of a request, wherever it stands. */
export function tokenOf({ headers, url }: Asked): string | undefined {
  const inHeader = headers['private-token'] ?? headers['job-token'] ?? headers['authorization']?.replace(/^Bearer /, '')
  return inHeader ?? queryOfCredentials.map((name) => url.searchParams.get(name)).find((token) => token !== null) ?? undefined
}

export const as =
  (token: string | undefined): When =>
  (asked) =>
    tokenOf(asked) === token

/** Asks about that project, by its path. */
export const inProject =
  (path: string): When =>
  ({ url }) =>
    url.pathname.startsWith(`/projects/${encodeURIComponent(path)}/`)

/** Rewrites the path and query of a request. */
export const withUrl =
  (change: (address: string) => string) =>
  (asked: Asked): Asked => ({ ...asked, url: new URL(change(asked.url.pathname + asked.url.search), asked.url.origin) })

/** Takes parameters away, in whichever form they are written: `scope`, `scope[]`, `scope[0]`. */
export const withoutParameter = (...names: readonly string[]) =>
  withUrl((address) => {
    const [path = '', query = ''] = address.split('?')
    const kept = query
      .split('&')
      .filter((pair) => pair !== '' && !names.includes(decodeURIComponent(pair.split('=')[0] ?? '').replace(/\[.*$/, '')))
    return kept.length === 0 ? path : `${path}?${kept.join('&')}`
  })

/** `URLSearchParams` writes brackets in its own way; an address that lost nothing is left as it was. */
const withSameSpelling = (before: URL, after: URL) => (before.searchParams.size === after.searchParams.size ? before : after)
