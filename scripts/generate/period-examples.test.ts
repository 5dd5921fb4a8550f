import { expect, test } from 'vitest'
import type { Document, Node, ObjectNode } from './document.ts'
import { withPeriodExamples } from './period-examples.ts'

const text = { type: 'string' }
const today: ObjectNode = {
  Thing: {
    type: 'object',
    properties: {
      name: text,
      late: text,
      status: { type: 'string', 'x-extensible-enum': ['old', 'new'] },
      parent: { oneOf: [{ $ref: '#/components/schemas/Thing' }, { type: 'null' }] },
      free: { type: 'object', properties: { a: text } },
    },
  },
}
const past: ObjectNode = {
  Thing: {
    type: 'object',
    properties: {
      name: text,
      status: { type: 'string', 'x-extensible-enum': ['old'] },
      parent: { oneOf: [{ $ref: '#/components/schemas/Thing' }, { type: 'null' }] },
      free: { type: 'object', additionalProperties: true },
    },
  },
}

const documentWith = (schemas: ObjectNode, schema: Node, value: Node): Document => ({
  openapi: '3.1.1',
  info: {},
  paths: {
    '/things': {
      get: { operationId: 'listThings', responses: { 200: { content: { 'application/json': { schema, examples: { one: { value } } } } } } },
    },
  },
  components: { schemas },
})

const thing = { $ref: '#/components/schemas/Thing' }

test.each<[string, Node, Node, Node | undefined]>([
  ['a member of that time stays', thing, { name: 'a' }, { name: 'a' }],
  ['a member that came later is taken out', thing, { name: 'a', late: 'b' }, { name: 'a' }],
  ['so it is deep inside', { type: 'array', items: thing }, [{ parent: { late: 'b', parent: null } }], [{ parent: { parent: null } }]],
  ['a member that nobody describes stays', thing, { other: 1 }, { other: 1 }],
  ['an object that nobody described then stays as it is', thing, { free: { a: 'b' } }, { free: { a: 'b' } }],
  ['a word of that time stays', thing, { status: 'old' }, { status: 'old' }],
  ['a word that is in no list stays', thing, { status: 'odd' }, { status: 'odd' }],
  ['with a word that came later the example goes', thing, { parent: { status: 'new' } }, undefined],
])('%s', (_, schema, given, want) => {
  const edition = withPeriodExamples(documentWith(past, schema, given), documentWith(today, schema, given))
  const examples = want === undefined ? {} : { one: { value: want } }
  expect(edition.paths['/things']?.['get']).toMatchObject({ responses: { 200: { content: { 'application/json': { examples } } } } })
  expect(JSON.stringify(edition.paths)).toContain(JSON.stringify({ examples }).slice(1, -1))
})
