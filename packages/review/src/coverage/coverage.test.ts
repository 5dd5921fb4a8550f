import { expect, test } from 'vitest'
import { library, sourceOf, withValue } from '../document.suite.ts'
import type { Json, JsonObject } from '../source/json.ts'
import { coverageOf, figureText, measures } from './coverage.ts'
import { evidenceOf, factsAt } from './evidence.ts'
import { isReached } from './measure.ts'

const rowsOf = (after: JsonObject) => new Map(coverageOf(sourceOf(library), sourceOf(after)).map((row) => [row.id, row]))
const countOf = (id: string, after = library) => {
  const { value, found, total } = rowsOf(after).get(id)?.after ?? { value: null }
  return found === undefined ? value : `${found}/${total}`
}

// Counted by hand in the library: three operations, four answers, four parameters, eight objects.
test.each<[string, number | string | null]>([
  ['operations', 3],
  ['operation-id-style', '3/3'],
  ['operation-id-length', 11],
  ['operation-description', '0/3'],
  ['description-length', 0],
  ['operations-with-4xx', '1/3'],
  ['refusals-per-operation', 1 / 3],
  ['operations-with-404', '1/2'],
  ['operations-with-401', '0/3'],
  ['operation-security', '1/3'],
  ['error-schema', '1/1'],
  ['error-example', '0/1'],
  ['success-example', '0/3'],
  ['success-examples', '0/2'],
  ['answer-headers', '1/4'],
  ['list-link', '0/0'],
  ['links', '0/2'],
  ['request-example', '0/2'],
  ['parameter-description', '0/4'],
  ['parameter-limit', '4/4'],
  ['property-description', '1/17'],
  ['required', '4/4'],
  ['additional-properties', '1/7'],
  ['string-limit', '7/14'],
])('%s is counted as a person counts it: %s', (id, expected) => {
  expect(countOf(id)).toBe(expected)
})

const answer = ['paths', '/books/{id}', 'get', 'responses', '404'] as const
const parameter = ['paths', '/books/{id}', 'get', 'parameters', 1] as const

// A figure that nothing can change says nothing.
test.each<[string, readonly (string | number)[], Json, string]>([
  ['operation-description', ['paths', '/loans', 'post', 'description'], 'Takes a book from the shelf.', '1/3'],
  ['operations-with-401', ['paths', '/loans', 'post', 'responses', '401'], { description: 'Who are you?' }, '1/3'],
  ['operations-with-5xx', ['paths', '/loans', 'post', 'responses', '503'], { description: 'Closed.' }, '1/3'],
  ['operation-id-style', ['paths', '/loans', 'post', 'operationId'], 'lend-it', '2/3'],
  ['operation-security', ['paths', '/books/{id}', 'get', 'security'], [], '2/3'],
  ['error-example', [...answer, 'content', 'application/json', 'example'], { message: 'No.' }, '1/1'],
  ['answer-headers', [...answer, 'headers'], { Date: {} }, '2/4'],
  ['list-link', [...parameter, 'name'], 'page', '0/1'],
  ['links', ['paths', '/books/{id}', 'get', 'responses', '200', 'links'], { lend: { operationId: 'lend' } }, '1/2'],
  ['request-example', ['paths', '/loans', 'post', 'requestBody', 'content', 'application/json', 'examples'], { one: { value: 1 } }, '1/2'],
  ['parameter-description', [...parameter, 'description'], 'The language.', '1/4'],
  ['parameter-example', [...parameter, 'schema', 'examples'], ['de'], '1/4'],
  ['parameter-limit', [...parameter, 'schema'], { type: 'string' }, '3/4'],
  ['property-example', ['components', 'schemas', 'Problem', 'properties', 'message', 'examples'], ['No.'], '1/15'],
  ['required', ['components', 'schemas', 'Loan', 'required'], 'none', '3/4'],
  ['additional-properties', ['components', 'schemas', 'Loan', 'additionalProperties'], true, '2/7'],
  ['string-limit', ['components', 'schemas', 'Problem', 'properties', 'message', 'maxLength'], 80, '8/14'],
])('%s sees a change', (id, steps, value, expected) => {
  expect(countOf(id, withValue(steps, value))).toBe(expected)
})

test('every row has a name of its own and a definition', () => {
  expect(new Set(measures.map(({ id }) => id)).size).toBe(measures.length)
  expect(measures.filter(({ definition }) => !/^[A-Z].{20,}\.$/.test(definition))).toEqual([])
})

test('a share is never rounded up to the whole', () => {
  expect(figureText('share', { value: 0.9999 })).toBe('99.9 %')
  expect(figureText('number', { value: 4.5 })).toBe('4.5')
  expect(figureText('share', { value: null })).toBe('–')
  expect(isReached({ target: 30, atMost: true }, { value: 31 })).toBe(false)
})

const title = ['components', 'schemas', 'Book', 'properties', 'title', 'x-evidence']
const told = withValue(title, ['cover'])

test('evidence is asked only of documents that know it, and of each statement', () => {
  expect(evidenceOf(sourceOf(library), sourceOf(library))).toBeUndefined()
  // 3 operations, 3 parameters where they are written, 4 answers, 2 headers, 17 members
  expect(evidenceOf(sourceOf(told), sourceOf(told))?.after).toEqual({ statements: 29, inferred: 0, without: 28 })
})

test('what a change brings without evidence is told by its place', () => {
  const brought = evidenceOf(sourceOf(told), sourceOf(withValue(title, ['inferred'])))?.brought
  expect(brought).toEqual([{ where: '/books/{id}/get/responses/200/content/application/json/schema/properties/title', kind: 'inferred' }])
})

test('the facts of a place are those of the nearest statement around it', () => {
  const source = sourceOf(told)
  const steps = ['components', 'schemas', 'Book', 'properties', 'title', 'type']
  expect(factsAt(source, { file: '/openapi.yaml', steps })).toEqual(['cover'])
  expect(factsAt(source, { file: '/openapi.yaml', steps: ['components', 'schemas', 'Loan'] })).toEqual([])
})
