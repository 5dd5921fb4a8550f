import { expect, test } from 'vitest'
import { completenessReport } from './completeness.ts'
import type { Document } from './document.ts'
import { inferredReport } from './inferred.ts'

const document: Document = {
  openapi: '3.1.1',
  info: {},
  paths: {
    '/things': {
      get: {
        operationId: 'listThings',
        summary: 'List things',
        description: 'List things',
        'x-since': '10.7',
        'x-evidence': ['inferred'],
        parameters: [
          {
            name: 'page',
            in: 'query',
            description: 'Which page.',
            schema: { type: 'integer' },
            'x-since': '10.7',
            'x-evidence': ['fact', 'inferred'],
          },
        ],
        responses: {
          200: { content: { 'application/json': { schema: { $ref: '#/components/schemas/Thing' }, examples: { one: { value: {} } } } } },
          404: { description: 'No.', content: { 'application/json': { examples: { a: { 'x-reason': 'no_thing' }, b: {} } } } },
        },
      },
    },
  },
  components: {
    schemas: {
      Thing: {
        type: 'object',
        properties: { id: { type: 'integer' }, name: { description: 'Its name.', type: 'string', examples: ['a'] } },
      },
    },
  },
}

test.each([
  ['operation: description', '0 / 1'],
  ['operation: statuses', '0 / 1'],
  ['answer: description', '1 / 2'],
  ['answer: schema', '1 / 2'],
  ['answer: example', '2 / 2'],
  ['answer: several shapes, several examples', '0 / 1'],
  ['answer: reason', '1 / 2'],
  ['answer: links', '0 / 1'],
  ['parameter: constraint', '1 / 1'],
  ['parameter: example', '0 / 1'],
  ['property: description', '1 / 2'],
  ['property: constraint', '1 / 2'],
  ['object: required', '0 / 1'],
])('%s: %s', (what, counted) => {
  expect(completenessReport(document)).toContain(`| ${what} | ${counted} |`)
})

test('operations are listed with their answers and the number of examples', () => {
  expect(completenessReport(document)).toContain('| `listThings` | 200 (1), 404 (2) |')
})

test('inferred statements stand where they belong, bold where nothing else supports them', () => {
  expect(inferredReport(document)).toContain('| listThings | **`itself`** (10.7), `page` (10.7) |')
})
