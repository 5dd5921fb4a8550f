import document from '@jobs-api/contract/openapi.json' with { type: 'json' }
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { calls } from './generated/calls.ts'
import { createJobsClient, JobsApiError } from './index.ts'
import { Pages } from './pages.ts'
import type { Credentials } from './types.ts'

const anybody: Credentials = { token: 't' }
const baseUrl = 'https://gitlab.example.com/api/v4'

interface Refused {
  readonly id: string
  readonly name: string
  readonly status: number
  readonly reason: string
  readonly type: string
  readonly text: string
}

type Node = { readonly [name: string]: unknown }
const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null

/** The node, or that to which its `$ref` points. */
function resolve(value: unknown): Node {
  if (!isNode(value)) return {}
  const { $ref } = value
  if (typeof $ref !== 'string') return value
  const names = $ref.slice(2).split('/')
  return resolve(names.reduce<unknown>((node, name) => resolve(node)[name.replaceAll('~1', '/').replaceAll('~0', '~')], document))
}
const entriesOf = (value: unknown) => Object.entries(resolve(value))

/** All refusals that the contract shows by an example. */
const refused: Refused[] = entriesOf(document.paths).flatMap(([, path]) =>
  entriesOf(path).flatMap(([, operation]) => {
    const { operationId, responses } = resolve(operation)
    return entriesOf(responses).flatMap(([status, response]) =>
      entriesOf(resolve(response)['content']).flatMap(([type, media]) =>
        entriesOf(resolve(media)['examples']).flatMap(([name, example]) => {
          const { 'x-reason': reason, value } = resolve(example)
          if (typeof reason !== 'string' || Number(status) < 400) return []
          return [{ id: String(operationId), name, status: Number(status), reason, type, text: JSON.stringify(value) }]
        }),
      ),
    )
  }),
)

/** What an operation of this name makes of an answer. */
async function outcomeOf(id: string, answer: () => Response): Promise<unknown> {
  const jobs = createJobsClient({ baseUrl, ...anybody, maxRetries: 0, fetch: () => Promise.resolve(answer()) })
  const [, method] = Object.entries(jobs).find(([name]) => name === id) ?? []
  const [, call] = Object.entries(calls).find(([name]) => name === id) ?? []
  if (method === undefined || call === undefined) throw new Error(`there is no method ${id}`)
  const pending: unknown = Reflect.apply(method, jobs, call.path.match(/\{/g)?.map(() => 1) ?? [])
  return pending instanceof Pages ? pending.all({ max: 100_000 }) : pending
}

async function errorOf(id: string, answer: () => Response): Promise<JobsApiError> {
  const error: unknown = await outcomeOf(id, answer).catch((error: unknown) => error)
  if (error instanceof JobsApiError) return error
  throw new Error(`${id} answered, or threw something else`, { cause: error })
}

const kinds: Readonly<Record<number, string>> = { 401: 'unauthorized', 404: 'not_found', 429: 'rate_limited' }
const reasonsOf = (all: readonly Refused[]) => new Set(all.map(({ reason }) => reason))

describe('the refusals that the contract shows', () => {
  test('are many', () => expect(refused.length).toBeGreaterThan(200))

  test.each(refused)('$id $status $name: $reason', async ({ id, status, reason, type, text }) => {
    const error = await errorOf(id, () => new Response(text, { status, headers: { 'Content-Type': type, 'X-Request-Id': 'r' } }))
    const kind = kinds[status] ?? (status < 500 ? 'refused' : 'failed')
    expect(error).toMatchObject({ kind, status, operationId: id, requestId: 'r', rawBody: text, body: JSON.parse(text), attempts: 1 })
    // Nothing but the sentence tells reasons apart. Where one operation says the same for several, one of them must do.
    const same = refused.filter((other) => other.text === text)
    const here = reasonsOf(same.filter((other) => other.id === id))
    expect([...(here.size === 1 ? [reason] : reasonsOf(same))]).toContain(error.reason)
  })
})

test.each(['constructor', 'toString', '__proto__'])('a server that says %j gives no reason', async (message) => {
  expect((await errorOf('getJob', () => Response.json({ message }, { status: 400 }))).reason).toBeUndefined()
})

test('messages within messages are no stumbling block', async () => {
  const deep = `${'{"error":'.repeat(6500)}1${'}'.repeat(6500)}`
  expect((await errorOf('getJob', () => new Response(deep, { status: 400 }))).kind).toBe('refused')
})

const example = fc.constantFrom(...refused.map(({ text }) => text), '[{"id":8}]', '{"id":8}', '<html>', '')
const body = fc.oneof(
  fc.uint8Array({ maxLength: 200 }),
  fc.json(),
  fc.tuple(example, fc.nat(300)).map(([text, length]) => text.slice(0, length)), // cut off anywhere
)
const headers = fc.record(
  {
    'Content-Type': fc.constantFrom('application/json', 'text/html', 'text/plain', 'application/octet-stream', 'nonsense'),
    'Retry-After': fc.string({ unit: 'grapheme-ascii' }),
    Link: fc.oneof(fc.string({ unit: 'grapheme-ascii' }), fc.constantFrom('<http://[>; rel="next"', '<?page=2>; rel=next')),
    Location: fc.oneof(fc.webUrl(), fc.constantFrom('http://', 'ftp://x', 'javascript:0', 'https://a:b@c/')),
    'X-Next-Page': fc.constantFrom('', 'x', '-1'),
  },
  { requiredKeys: [] },
)
const status = fc.oneof(
  fc.constantFrom(200, 201, 204, 206, 301, 302, 304, 400, 401, 404, 429, 500, 503),
  fc.integer({ min: 200, max: 599 }),
)

test('10,000 answers of nonsense: always a value or a JobsApiError', async () => {
  const seen = { values: 0, errors: 0 }
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...Object.keys(calls)), status, headers, body, async (id, status, headers, body) => {
      let answers = 0
      // The fourth answer ends a list that would go on for ever.
      const answer = () =>
        ++answers > 3 ? Response.json([]) : new Response([204, 205, 304].includes(status) ? null : body, { status, headers })
      await outcomeOf(id, answer).then(
        () => seen.values++,
        (error: unknown) => (error instanceof JobsApiError ? seen.errors++ : Promise.reject(error)),
      )
    }),
    { numRuns: 10_000, seed: 20260301 },
  )
  expect(seen.values).toBeGreaterThan(500)
  expect(seen.errors).toBeGreaterThan(500)
}, 60_000)
