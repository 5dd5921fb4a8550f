import { expect, test } from 'vitest'
import { library, sourceOf, withValue } from '../document.suite.ts'
import { findingsOf } from '../finding.ts'
import type { Json } from '../source/json.ts'
import { titleOf } from '../words.ts'
import { compareDocuments } from './compare.ts'

const book = ['components', 'schemas', 'Book', 'properties'] as const
const newBook = ['components', 'schemas', 'NewBook', 'properties'] as const
const get = ['paths', '/books/{id}', 'get'] as const
const put = ['paths', '/books/{id}', 'put'] as const

function told(steps: readonly (string | number)[], value: Json | undefined): string[] {
  const findings = findingsOf(compareDocuments(sourceOf(library), sourceOf(withValue(steps, value))))
  return findings.map((finding) => `${finding.level} ${finding.rule} | ${titleOf(finding)}`)
}

test('a document has not changed against itself', () => {
  expect(compareDocuments(sourceOf(library), sourceOf(library))).toEqual([])
})

test.each([
  [['paths', '/loans'], undefined, 'breaking operation-removed | POST /loans: the operation is gone'],
  [
    [...get, 'operationId'],
    'readBook',
    'breaking operation-renamed | GET /books/{id}: the operation has another operationId: getBook → readBook',
  ],
  [[...get, 'operationId'], undefined, 'breaking operation-renamed | GET /books/{id}: the operation has another operationId: getBook'],
  [[...get, 'deprecated'], true, 'compatible operation-deprecated | GET /books/{id}: the operation is deprecated'],
  [
    [...put, 'x-repeatable'],
    false,
    'breaking repeatable-lost | PUT /books/{id}: sending it twice is no longer like sending it once (x-repeatable)',
  ],
  [[...get, 'parameters', 0], undefined, 'breaking parameter-removed | query fields: the parameter is gone'],
  [[...get, 'parameters', 1, 'required'], true, 'breaking required-now | query lang: must be there now'],
  [[...get, 'parameters', 0, 'explode'], false, 'breaking parameter-encoding-changed'],
  [
    [...get, 'parameters', 1, 'schema', 'default'],
    'de',
    'breaking default-changed | query lang: stands for another value when absent: en → de',
  ],
  [
    [...get, 'parameters', 1, 'schema', 'maxLength'],
    7,
    'breaking bound-tighter | query lang: a limit is tighter: maxLength 8 → maxLength 7',
  ],
  [[...get, 'responses', '404'], undefined, 'compatible error-status-removed | 404: the error is no longer answered'],
  [[...get, 'responses', '200', 'headers', 'X-Shelf'], undefined, 'breaking header-removed | header X-Shelf: the header is no longer sent'],
  [[...get, 'responses', '200', 'headers', 'ETag', 'required'], false, 'breaking optional-now | header ETag: may be absent now'],
  [[...put, 'requestBody', 'required'], false, 'compatible optional-now | body: may be absent now'],
  [[...put, 'security'], [{ key: [] }, {}], 'compatible security-dropped | credentials: no credentials are needed any more: key'],
  [
    ['paths', '/loans', 'post', 'security', 1, 'oauth'],
    ['loans', 'admin'],
    'breaking security-removed | credentials: a kind of credential is no longer accepted: oauth (loans)',
  ],
  [[...book, 'title'], undefined, 'breaking member-removed | title: the member is gone'],
  [[...book, 'pages'], { type: 'integer' }, 'compatible member-added | pages: the member is new'],
  [[...book, 'status', 'enum'], ['in', 'out', 'lost'], 'breaking value-added | status: values have joined the list: lost'],
  [[...book, 'genre', 'x-extensible-enum'], ['novel', 'poems', 'essay'], 'compatible known-value-added | genre: values'],
  [[...book, 'title', 'type'], ['string', 'null'], 'breaking null-possible | title: can be null now'],
  [[...book, 'subtitle', 'type'], 'string', 'compatible null-refused | subtitle: can no longer be null'],
  [[...book, 'id', 'format'], 'int64', 'breaking format-wider | id: has a larger format: int32 → int64'],
  [[...book, 'id', 'type'], 'number', 'breaking type-wider | id: more types are allowed: integer → number'],
  [[...book, 'title', 'description'], 'Else.', 'editorial text-changed | title: other words'],
  [[...newBook, 'pages', 'minimum'], 2, 'breaking bound-tighter | pages: a limit is tighter: minimum 1 → minimum 2'],
  [[...newBook, 'pages', 'minimum'], 0, 'compatible bound-looser | pages: a limit is looser: minimum 1 → minimum 0'],
  [[...newBook, 'tags', 'items', 'pattern'], 'a', 'breaking pattern-added | tags: must match a pattern now: a'],
  [[...newBook, 'isbn'], undefined, 'breaking member-removed | isbn: the member is gone'],
  [['components', 'schemas', 'NewBook', 'required'], ['title', 'pages'], 'breaking required-now | pages: must be there now'],
  [
    ['components', 'schemas', 'NewBook', 'additionalProperties'],
    true,
    'compatible members-opened | body application/json: other members are possible now',
  ],
  [['components', 'schemas', 'ByName', 'required'], [], 'compatible optional-now | name: may be absent now'],
  [
    ['servers', 0, 'url'],
    'https://library.example/v2',
    'breaking server-removed | servers: a base address is gone: https://library.example/v1',
  ],
])('%j becoming %j', (steps, value, first) => {
  const [found] = told(steps, value)
  expect(found).toContain(first.endsWith('values') ? first.replace(/ \| .*/, '') : first)
})

test('a shared schema is changed once, with every place where callers meet it', () => {
  const [finding] = findingsOf(compareDocuments(sourceOf(library), sourceOf(withValue([...book, 'title'], undefined))))
  expect(finding?.sites.map(({ operation, part, member }) => `${operation} ${part} ${member.join('.')}`)).toEqual([
    'GET /books/{id} 200 application/json title',
    'PUT /books/{id} 200 application/json title',
  ])
})

test('a schema that has become one of several is compared with the one it is like', () => {
  const loan = ['paths', '/loans', 'post', 'responses', '201', 'content', 'application/json', 'schema'] as const
  const either = { oneOf: [{ $ref: '#/components/schemas/Problem' }, { $ref: '#/components/schemas/Loan' }] }
  expect(told(loan, either)).toEqual(['breaking alternative-added | 201 application/json: an alternative is new: object with message'])
})

test('a limit on values that were not allowed before refuses nobody', () => {
  expect(told([...newBook, 'isbn'], { type: ['string', 'integer'], pattern: '^[0-9]{13}$', minimum: 1 })).toEqual([
    'compatible type-wider | isbn: more types are allowed: string → integer, string',
  ])
})
