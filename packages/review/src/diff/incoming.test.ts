import { expect, test } from 'vitest'
import { library, revisionOf, withValue } from '../document.suite.ts'
import { review } from '../review.ts'
import type { Json, JsonObject } from '../source/json.ts'

/** What the library tells its callers by itself: the body is sent by the server, the answer by whoever uses the API. */
const told: JsonObject = {
  post: {
    requestBody: {
      required: true,
      content: {
        'application/json': {
          schema: {
            type: 'object',
            required: ['title', 'kind'],
            properties: { title: { type: 'string' }, kind: { type: 'string', enum: ['paper', 'sound'] } },
          },
        },
      },
    },
    responses: { '200': { description: 'Heard.' }, '410': { description: 'Nobody listens any more.' } },
  },
}
const hook = ['webhooks', 'newBook'] as const
const callback = ['paths', '/loans', 'post', 'callbacks', 'onReturn', '{$request.body#/url}'] as const
const body = ['post', 'requestBody', 'content', 'application/json', 'schema'] as const

const withHook = withValue(['webhooks'], { newBook: told })
const withCallback = withValue(['paths', '/loans', 'post', 'callbacks'], { onReturn: { '{$request.body#/url}': told } })

async function findings(before: JsonObject, steps: readonly (string | number)[], value: Json | undefined): Promise<string[]> {
  const judged = await review(revisionOf('old', before), revisionOf('new', withValue(steps, value, before)), { today: '' })
  return judged.findings.map(({ level, rule, witness }) => [level, rule, ...(witness?.kind === 'seen' ? ['seen'] : [])].join(' '))
}

test.each<[string, readonly string[], Json | undefined, string]>([
  ['a value that joins what is sent', [...body, 'properties', 'kind', 'enum'], ['paper', 'sound', 'film'], 'breaking value-added seen'],
  ['a value that is no longer sent', [...body, 'properties', 'kind', 'enum'], ['paper'], 'compatible value-removed'],
  ['a member that may be absent', [...body, 'required'], ['kind'], 'breaking optional-now seen'],
  ['a member that is sent as well', [...body, 'properties', 'pages'], { type: 'integer' }, 'compatible member-added'],
  ['a member that is no longer sent', [...body, 'properties', 'title'], undefined, 'breaking member-removed seen'],
])('%s', async (_, steps, value, expected) => {
  expect(await findings(withHook, [...hook, ...steps], value)).toContain(expected)
  expect(await findings(withCallback, [...callback, ...steps], value)).toContain(expected)
})

test('an answer that is understood as well refuses nobody', async () => {
  expect(await findings(withHook, [...hook, 'post', 'responses', '202'], { description: 'Later.' })).toEqual(['compatible status-added'])
})

test('what the server no longer tells breaks whoever waits for it, and what is new does not', async () => {
  expect(await findings(withHook, hook, undefined)).toEqual(['breaking operation-removed'])
  expect(await findings(library, ['webhooks'], { newBook: told })).toEqual(['compatible operation-added'])
  expect(await findings(withCallback, callback, undefined)).toEqual(['breaking operation-removed'])
})

test("the document's credentials are those of its own operations", async () => {
  const open = revisionOf('new', withValue(['security'], [], withHook))
  const { findings: changes } = await review(revisionOf('old', withHook), open, { today: '' })
  const operations = changes.flatMap(({ sites }) => sites.map(({ operation }) => operation))
  expect(operations).toEqual(['GET /books/{id}', 'PUT /books/{id}'])
})
