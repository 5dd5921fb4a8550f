import { expect, test } from 'vitest'
import type { Document, ObjectNode } from './document.ts'
import { inRelease } from './history.ts'

/** A document of one operation, which keeps the given schema in use. */
function documentWith(schema: ObjectNode, others: { [name: string]: ObjectNode } = {}): Document {
  const content = { 'application/json': { schema: { $ref: '#/components/schemas/Thing' } } }
  return {
    openapi: '3.1.1',
    info: {},
    paths: { '/things': { get: { operationId: 'listThings', responses: { 200: { content } } } } },
    components: { schemas: { Thing: schema, ...others } },
  }
}

const thingIn = (document: Document, release: string) => inRelease(document, release).components['schemas']?.['Thing']

const object = (properties: ObjectNode, required: string[] = Object.keys(properties)): ObjectNode => ({
  type: 'object',
  required,
  properties,
})

const later = { type: 'string', 'x-since': '13.2' }
const former = { type: 'string', 'x-since': '10.7', 'x-until': '12.8' }

test.each<[string, ObjectNode, string, string[]]>([
  ['a member from its release on', object({ later }), '13.2', ['later']],
  ['a member that comes later is left out', object({ later }), '12.8', []],
  ['a member to its last release', object({ former }), '12.8', ['former']],
  ['a member that has gone is left out', object({ former }), '13.2', []],
  ['a member without dates', object({ plain: { type: 'string' } }), '10.7', ['plain']],
  ['9 comes before 10', object({ member: { 'x-since': '9.5' } }), '10.7', ['member']],
  ['13.10 comes after 13.2', object({ member: { 'x-since': '13.10' } }), '13.2', []],
])('%s', (_, schema, release, names) => {
  expect(thingIn(documentWith(schema), release)).toMatchObject({ required: names })
  expect(Object.keys((thingIn(documentWith(schema), release) as { properties: object }).properties)).toEqual(names)
})

test('`required` loses names of members that refer to a schema of later', () => {
  const document = documentWith(object({ other: { $ref: '#/components/schemas/Other' } }), { Other: later })
  expect(thingIn(document, '12.8')).toEqual({ type: 'object', required: [], properties: {} })
  expect(thingIn(document, '13.2')).toMatchObject({ required: ['other'] })
})

test.each(['enum', 'x-extensible-enum'])('values of %s live as long as x-enum-values says', (list) => {
  const values = { a: { 'x-since': '10.7' }, b: later, c: former }
  const document = documentWith({ type: 'string', [list]: ['a', 'b', 'c', null], 'x-enum-values': values })
  expect(thingIn(document, '12.8')).toMatchObject({ [list]: ['a', 'c', null], 'x-enum-values': { a: values.a, c: former } })
  expect(thingIn(document, '17.8')).toMatchObject({ [list]: ['a', 'b', null] })
})

test('an alternative that came later is gone, and with it the choice', () => {
  const choice = { description: 'One of two.', oneOf: [{ type: 'string' }, { $ref: '#/components/schemas/Other' }] }
  const document = documentWith(object({ choice }), { Other: later })
  expect(thingIn(document, '12.8')).toMatchObject({ properties: { choice: { description: 'One of two.', type: 'string' } } })
  expect(thingIn(document, '13.2')).toMatchObject({ properties: { choice } })
})

const whole: Document = {
  openapi: '3.1.1',
  info: {},
  tags: [{ name: 'Old' }, { name: 'New' }],
  paths: {
    '/old': {
      get: {
        operationId: 'getOld',
        tags: ['Old'],
        parameters: [{ $ref: '#/components/parameters/Page' }, { name: 'late', 'x-since': '13.2' }],
        security: [{ token: [] }],
        requestBody: { content: { 'application/json': { schema: { $ref: '#/components/schemas/Body' } } } },
        responses: {
          200: { headers: { 'X-New': { $ref: '#/components/headers/X-New' } }, links: { next: { $ref: '#/components/links/Next' } } },
          405: { 'x-since': '13.2', description: '' },
        },
      },
      post: { operationId: 'postOld', tags: ['Old'], 'x-since': '13.2', responses: {} },
    },
    '/new': { get: { operationId: 'getNew', tags: ['New'], security: [{ other: [] }], 'x-since': '13.2', responses: {} } },
  },
  components: {
    parameters: { Page: { name: 'page', 'x-since': '10.7', schema: { $ref: '#/components/schemas/Number' } } },
    headers: { 'X-New': { 'x-since': '13.2' } },
    links: { Next: { operationId: 'getNew' } },
    schemas: {
      Body: { 'x-since': '13.2' },
      Number: { type: 'integer' },
      Orphan: { $ref: '#/components/schemas/OrphanToo' },
      OrphanToo: {},
    },
    securitySchemes: { token: {}, other: {} },
  },
}

test('what spoke of something that came later goes with it', () => {
  expect(inRelease(whole, '12.8')).toEqual({
    openapi: '3.1.1',
    info: {},
    tags: [{ name: 'Old' }],
    paths: {
      '/old': {
        get: {
          operationId: 'getOld',
          tags: ['Old'],
          parameters: [{ $ref: '#/components/parameters/Page' }],
          security: [{ token: [] }],
          responses: { 200: { headers: {}, links: {} } },
        },
      },
    },
    components: {
      parameters: whole.components['parameters'],
      headers: {},
      links: {},
      schemas: { Number: { type: 'integer' } },
      securitySchemes: { token: {} },
    },
  })
})

test('nothing is lost where everything is there, but what nobody refers to', () => {
  const { paths, components } = inRelease(whole, '13.2')
  expect(paths).toEqual(whole.paths)
  expect(Object.keys(components['schemas'] ?? {})).toEqual(['Body', 'Number'])
})
