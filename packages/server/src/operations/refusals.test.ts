import { readdirSync, readFileSync } from 'node:fs'
import { document, editionDocument, isObject, type Json, type JsonObject, type OpenApiDocument, resolve } from '@jobs-api/contract'
import { describe, expect, test } from 'vitest'
import { type RefusalReason, refusals } from './refusals.ts'

// The catalogue and the contract are compared both ways, by status and body. That every example of the contract can be
// reached is shown elsewhere: each of them is executed (scripts/examples).

interface Documented {
  readonly where: string
  readonly reason: string
  readonly status: number
  readonly body: Json
}

/** Every refusal that a document shows, with the word for why. */
function documentedIn(document: OpenApiDocument): Documented[] {
  const operations = Object.values(document.paths).flatMap((item) => Object.values(item).filter(isObject))
  return operations.flatMap((operation) =>
    Object.entries(resolve(document, operation['responses'])).flatMap(([status, response]) =>
      Number(status) < 400
        ? []
        : examplesOf(document, resolve(document, response)).map(([name, example]) => ({
            where: `${String(operation['operationId'])} ${status} ${name}`,
            ...{ reason: String(example['x-reason']), status: Number(status), body: example['value'] ?? null },
          })),
    ),
  )
}

function examplesOf(document: OpenApiDocument, response: JsonObject): [string, JsonObject][] {
  const bodies = Object.values(isObject(response['content']) ? response['content'] : {}).filter(isObject)
  return bodies.flatMap(({ examples }) =>
    Object.entries(isObject(examples) ? examples : {}).map(([name, node]): [string, JsonObject] => [name, resolve(document, node)]),
  )
}

const documented = documentedIn(document)

/** The same answer for another reason, which clients may tell apart by what they asked. */
const alsoCalled: Readonly<Record<string, RefusalReason>> = {
  finished_job_token: 'unknown_token',
  job_token_ignored: 'no_token',
  job_archived: 'not_allowed',
  force_not_allowed: 'not_allowed',
  variables_not_allowed: 'not_allowed',
  debug_log_not_allowed: 'not_allowed',
  artifacts_not_accessible: 'not_allowed',
}

/** What cannot stand in the catalogue, because it is made from the request, or before any operation is asked. */
const madeElsewhere: Readonly<Record<string, { readonly why: string; readonly status: number; readonly body: RegExp }>> = {
  invalid_parameter: {
    why: 'names the parameter',
    status: 400,
    body: /^\{"error":"([\w[\]]+ (is invalid|does not have a valid value)(, )?)+"\}$/,
  },
  missing_parameter: { why: 'names the parameter', status: 400, body: /^\{"error":"[\w[\]]+ is missing"\}$/ },
  unknown_input: { why: 'names the input', status: 400, body: /^\{"message":"400 Bad request - Unknown input: \w+"\}$/ },
  invalid_input: { why: 'names the input', status: 400, body: /^\{"message":"400 Bad request - `\w+` input: .+"\}$/ },
  malformed_body: { why: 'the body is read before', status: 400, body: /^\{"error":"message body does not match declared format"\}$/ },
  insufficient_scope: {
    why: 'names the scopes that would do',
    status: 403,
    body: /^\{"error":"insufficient_scope","error_description":".+","scope":"api"\}$/,
  },
  job_token_not_allowed: {
    why: 'names both projects',
    status: 403,
    body: /^\{"message":"403 Forbidden - Authentication by CI\/CD job token not allowed from \S+ to project #\d+\."\}$/,
  },
  body_too_large: { why: 'the body is read before', status: 413, body: /^\{"error":"Request Entity Too Large"\}$/ },
  unsupported_media_type: { why: 'names the type', status: 415, body: /^\{"error":"The provided content-type '.+' is not supported\."\}$/ },
  accident: { why: 'nobody refuses anything', status: 500, body: /^\{"message":"500 Internal Server Error"\}$/ },
  store_busy: { why: 'the store says so, not an operation', status: 503, body: /^\{"message":"503 .+"\}$/ },
}

describe('what the server refuses is in the contract', () => {
  /** No document after 17.x knows a missing log; decision 0003. */
  const formerly: Readonly<Partial<Record<RefusalReason, '17.x'>>> = { log_not_found: '17.x' }

  test.each(Object.entries(refusals) as [RefusalReason, { status: number; body: object }][])('%s', async (reason, { status, body }) => {
    const edition = formerly[reason]
    const examples = edition === undefined ? documented : documentedIn(await editionDocument(edition))
    const found = examples.filter((example) => example.reason === reason)
    expect(found.length, 'examples in the contract').toBeGreaterThan(0)
    for (const example of found) expect(example).toEqual({ where: example.where, reason, status, body })
  })
})

describe('what the contract refuses is what the server says', () => {
  test.each(documented.map(({ where, ...example }) => [where, example] as const))('%s', (_, { reason, status, body }) => {
    const elsewhere = madeElsewhere[reason]
    if (elsewhere === undefined) return expect({ status, body }).toEqual(refusals[alsoCalled[reason] ?? (reason as RefusalReason)])
    expect(status).toBe(elsewhere.status)
    expect(JSON.stringify(body)).toMatch(elsewhere.body)
  })

  test.each([...Object.keys(alsoCalled), ...Object.keys(madeElsewhere)])('%s is a word of the contract', (reason) => {
    expect(documented.some((example) => example.reason === reason)).toBe(true)
    expect(reason in refusals).toBe(false)
  })
})

test('nothing in the catalogue lies idle', () => {
  const src = new URL('..', import.meta.url)
  const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter(
    (name) => /(?<!\.(test|suite|test-d))\.ts$/.test(name) && !name.endsWith('refusals.ts'),
  )
  const code = files.map((name) => readFileSync(new URL(name, src), 'utf8')).join('\n')
  expect(Object.keys(refusals).filter((reason) => !code.includes(`'${reason}'`))).toEqual([])
})
