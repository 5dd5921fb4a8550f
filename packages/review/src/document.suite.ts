import type { Revision } from './revision.ts'
import { isObject, type Json, type JsonObject } from './source/json.ts'
import { Source } from './source/source.ts'

/** A document of one file, which need not lie on a disk. */
export function sourceOf(document: JsonObject): Source {
  return new Source('/openapi.yaml', new Map([['/openapi.yaml', structuredClone(document)]]))
}

const folder = new URL('../', import.meta.url).pathname

/** The same in a file that lines can be told of. */
export function revisionOf(name: string, document: JsonObject): Revision {
  const file = `${folder}package.json`
  return { name, source: new Source(file, new Map([[file, structuredClone(document)]])), folder }
}

/** A small document that has something of everything that can change. */
export const library: JsonObject = {
  openapi: '3.1.0',
  info: { title: 'Library', version: '1.2.0' },
  servers: [{ url: 'https://library.example/v1' }],
  security: [{ key: [] }],
  paths: {
    '/books/{id}': {
      parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'integer', minimum: 1 } }],
      get: {
        operationId: 'getBook',
        summary: 'Read a book',
        parameters: [
          { name: 'fields', in: 'query', schema: { type: 'array', items: { type: 'string', enum: ['title', 'pages'] } } },
          { name: 'lang', in: 'query', schema: { type: 'string', default: 'en', maxLength: 8 } },
        ],
        responses: {
          '200': {
            description: 'The book.',
            headers: { ETag: { required: true, schema: { type: 'string' } }, 'X-Shelf': { schema: { type: 'string' } } },
            content: { 'application/json': { schema: { $ref: '#/components/schemas/Book' } } },
          },
          '404': { description: 'There is none.', content: { 'application/json': { schema: { $ref: '#/components/schemas/Problem' } } } },
        },
      },
      put: {
        operationId: 'replaceBook',
        summary: 'Write a book',
        'x-repeatable': true,
        requestBody: {
          required: true,
          content: { 'application/json': { schema: { $ref: '#/components/schemas/NewBook' } } },
        },
        responses: {
          '200': { description: 'It is written.', content: { 'application/json': { schema: { $ref: '#/components/schemas/Book' } } } },
        },
      },
    },
    '/loans': {
      post: {
        operationId: 'lend',
        summary: 'Lend a book',
        security: [{ key: [] }, { oauth: ['loans'] }],
        requestBody: {
          content: {
            'application/json': { schema: { oneOf: [{ $ref: '#/components/schemas/ByCard' }, { $ref: '#/components/schemas/ByName' }] } },
          },
        },
        responses: {
          '201': { description: 'It is lent.', content: { 'application/json': { schema: { $ref: '#/components/schemas/Loan' } } } },
        },
      },
    },
  },
  components: {
    schemas: {
      Book: {
        type: 'object',
        required: ['id', 'title', 'status', 'author'],
        properties: {
          id: { type: 'integer', format: 'int32' },
          title: { type: 'string', description: 'What stands on the cover.' },
          status: { type: 'string', enum: ['in', 'out'] },
          genre: { type: 'string', 'x-extensible-enum': ['novel', 'poems'] },
          author: { $ref: '#/components/schemas/Author' },
          subtitle: { type: ['string', 'null'] },
          sequel: { $ref: '#/components/schemas/Book' },
        },
      },
      Author: { type: 'object', required: ['name'], properties: { name: { type: 'string' }, born: { type: 'integer', minimum: 0 } } },
      NewBook: {
        type: 'object',
        additionalProperties: false,
        required: ['title'],
        properties: {
          title: { type: 'string', minLength: 1, maxLength: 200 },
          pages: { type: 'integer', minimum: 1 },
          isbn: { type: 'string', pattern: '^[0-9]{13}$' },
          tags: { type: 'array', maxItems: 10, items: { type: 'string' } },
        },
      },
      ByCard: { title: 'By card', type: 'object', required: ['card'], properties: { card: { type: 'string' } } },
      ByName: { title: 'By name', type: 'object', required: ['name'], properties: { name: { type: 'string' } } },
      Loan: { type: 'object', required: ['until'], properties: { until: { type: 'string', format: 'date' } } },
      Problem: { type: 'object', required: ['message'], properties: { message: { type: 'string' } } },
    },
    securitySchemes: { key: { type: 'apiKey', in: 'header', name: 'X-Key' }, oauth: { type: 'http', scheme: 'bearer' } },
  },
}

/** A copy of the library with one value put in, or taken out where it is undefined. Steps that hold slashes are one step. */
export function withValue(steps: readonly (string | number)[], value: Json | undefined, document: JsonObject = library): JsonObject {
  const copy = structuredClone(document)
  const parent = steps.slice(0, -1).reduce<Json | undefined>((node, step) => memberOf(node, step), copy)
  const last = steps.at(-1) ?? ''
  if (Array.isArray(parent)) parent.splice(Number(last), 1, ...(value === undefined ? [] : [value]))
  else if (!isObject(parent)) throw new Error(`${steps.join(' / ')} leads nowhere`)
  else if (value === undefined) delete parent[last]
  else parent[last] = value
  return copy
}

function memberOf(node: Json | undefined, step: string | number): Json | undefined {
  if (Array.isArray(node)) return node[Number(step)]
  return isObject(node) ? node[step] : undefined
}

/** Follows `$ref` inside a document of one file. */
export function resolverOf(document: JsonObject): (node: Json | undefined) => Json | undefined {
  const resolve = (node: Json | undefined): Json | undefined => {
    if (!isObject(node) || typeof node['$ref'] !== 'string') return node
    const steps = node['$ref'].split('/').slice(1)
    return resolve(steps.reduce<Json | undefined>((value, step) => memberOf(value, step), document))
  }
  return resolve
}
