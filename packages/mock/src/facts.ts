import type { ExampleRequest, Json } from '@jobs-api/contract'
import type { Body } from './body.ts'
import type { Parameter } from './catalogue.ts'
import type { Query } from './query.ts'
import type { Question } from './question.ts'

/** What can be said of a request, each under a name: `path job_id` is `8`, `query scope` is `failed`, `token` is `none`. */
export type Facts = ReadonlyMap<string, string>

/** What an example says of its request. */
export function factsOfExample(request: ExampleRequest, parameters: readonly Parameter[]): Facts {
  const { token = 'demo-dana-personal', carrier, headers = {}, body, body_text, body_bytes } = request
  const places = new Map(parameters.map(({ name, in: place }) => [name, place]))
  const given = Object.entries(request.parameters ?? {}).flatMap(([name, value]): [string, string][] => {
    const place = places.get(name) ?? places.get(`${name}[]`)
    return place === undefined ? [] : [[`${place} ${name.replace(/\[\]$/, '')}`, wordOf(value)]]
  })
  const sent = body_text ?? (body_bytes === undefined ? undefined : `${body_bytes} blanks`)
  return new Map([
    ...given,
    ...headersOf(headers),
    ['token', token ?? 'none'],
    ['carrier', token === null ? 'none' : (carrier ?? (token.endsWith('-job') ? 'job_token' : 'private_token'))],
    ...(body === undefined && sent === undefined ? [] : [['body', sent ?? wordOf(body ?? null)] as const]),
  ])
}

/** What is true of a request that came. */
export function factsOf(question: Question, path: Readonly<Record<string, string>>, query: Query, body: Body): Facts {
  return new Map([
    ...Object.entries(path).map(([name, value]) => [`path ${name}`, value] as const),
    ...Object.entries(query).map(([name, value]) => [`query ${name}`, wordOf(value)] as const),
    ...headersOf(question.headers),
    ['token', question.token ?? 'none'],
    ['carrier', question.carrier ?? 'none'],
    ...(body.kind === 'read' ? [['body', wordOf(body.value)] as const] : []),
  ])
}

const headersOf = (headers: Readonly<Record<string, string>>) =>
  Object.entries(headers).map(([name, value]) => [`header ${name.toLowerCase()}`, value] as const)

/** A list of one is as good as its element, and the order of a list does not matter. */
function wordOf(value: Json): string {
  if (Array.isArray(value)) return value.map(wordOf).toSorted().join(' ')
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value)
}
