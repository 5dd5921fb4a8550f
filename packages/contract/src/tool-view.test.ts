import { expect, test } from 'vitest'
import type { JsonObject, OpenApiDocument } from './documents.ts'
import { document, resolve } from './documents.ts'
import { toolView } from './tool-view.ts'

const answer = (schema: JsonObject): JsonObject => ({ description: '', content: { 'application/json': { schema } } })

/** A document of one operation. */
const withOperation = (operation: JsonObject, components: { [kind: string]: JsonObject } = {}): OpenApiDocument => ({
  openapi: '3.1.1',
  info: { title: '', version: '' },
  paths: { '/things': { post: operation } },
  components,
})

const text = { type: 'string' }
const list = { type: 'array', items: text }

test.each([
  ['a pair', ['scope', 'scope[]'], ['scope']],
  ['a pair in the other order', ['scope[]', 'scope'], ['scope']],
  ['a list alone', ['scope[]'], ['scope']],
  ['a plain one', ['scope', 'page'], ['scope', 'page']],
])('folds %s', (_, given, want) => {
  const parameters = given.map((name) => ({ name, in: 'query', schema: name.endsWith('[]') ? list : text }))
  const { paths } = toolView(withOperation({ parameters, responses: {} }))
  const folded = JSON.parse(JSON.stringify(paths['/things']?.['post'])).parameters
  expect(folded.map(({ name }: { name: string }) => name)).toEqual(want)
  expect(folded[0].schema).toEqual(given.includes('scope[]') ? list : text)
})

test('in the contract, every list has one parameter `scope`, an exploded form list', () => {
  const view = toolView(document)
  const { parameters } = resolve(view, view.paths['/projects/{id}/jobs']?.['get'])
  const scopes = (Array.isArray(parameters) ? parameters : [])
    .map((parameter) => resolve(view, parameter))
    .filter(({ name }) => String(name).startsWith('scope'))
  expect(scopes).toMatchObject([{ name: 'scope', in: 'query', style: 'form', explode: true, schema: { type: 'array' } }])
})

test('nothing but these parameters is changed, and the input is not touched', () => {
  const before = structuredClone(document)
  const view = toolView(document, { closed: true })
  expect(document).toEqual(before)
  view.paths = {}
  expect(document.paths).not.toEqual({})
  expect(toolView(document).components).toEqual(document.components)
})

const object = { type: 'object', properties: { a: text } }

test.each<[string, JsonObject, JsonObject]>([
  ['an object', object, { ...object, additionalProperties: false }],
  ['an object or null', { ...object, type: ['object', 'null'] }, { ...object, type: ['object', 'null'], additionalProperties: false }],
  ['the rows of a list', { type: 'array', items: object }, { type: 'array', items: { ...object, additionalProperties: false } }],
  ['alternatives', { oneOf: [object, { type: 'null' }] }, { oneOf: [{ ...object, additionalProperties: false }, { type: 'null' }] }],
  ['a map, which says what it takes', { type: 'object', additionalProperties: text }, { type: 'object', additionalProperties: text }],
  ['a text', text, text],
])('closed: %s', (_, given, want) => {
  const view = toolView(withOperation({ responses: { 200: answer(given) } }), { closed: true })
  expect(view.paths['/things']?.['post']).toEqual({ responses: { 200: answer(want) } })
})

test('closed: requests stay open, and so does what they share with answers', () => {
  const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` })
  const operation = {
    requestBody: { content: { 'application/json': { schema: ref('Asked') } } },
    responses: { 201: answer(ref('Answered')) },
  }
  const schemas = { Asked: object, Shared: object, Answered: { type: 'object', properties: { shared: ref('Shared') } } }
  const asked = { ...object, properties: { shared: ref('Shared') } }
  const view = toolView(withOperation(operation, { schemas: { ...schemas, Asked: asked } }), { closed: true })
  expect(view.components['schemas']).toEqual({
    Asked: asked,
    Shared: object,
    Answered: { ...schemas.Answered, additionalProperties: false },
  })
})
