import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compareDocuments } from './diff/compare.ts'
import { library, sourceOf, withValue } from './document.suite.ts'
import { findingsOf } from './finding.ts'
import { type Rewrite, rewrites } from './rewrites.suite.ts'
import type { JsonObject } from './source/json.ts'

const book = ['components', 'schemas', 'Book', 'properties'] as const
const changes: readonly Parameters<typeof withValue>[] = [
  [[...book, 'title'], undefined],
  [[...book, 'status', 'enum'], ['in']],
  [[...book, 'subtitle', 'type'], 'string'],
  [[...book, 'author'], { $ref: '#/components/schemas/Problem' }],
  [['components', 'schemas', 'NewBook', 'properties', 'pages', 'minimum'], 5],
  [['components', 'schemas', 'ByName', 'properties', 'born'], { type: 'string', format: 'date' }],
  [['paths', '/books/{id}', 'get', 'parameters', 1], undefined],
  [['paths', '/loans', 'post', 'security', 1], undefined],
]
const changed = changes.reduce<JsonObject>((document, [steps, value]) => withValue(steps, value, document), library)

const fingerprints = (older: JsonObject, newer: JsonObject) =>
  findingsOf(compareDocuments(sourceOf(older), sourceOf(newer))).map(({ fingerprint, rule }) => `${rule} ${fingerprint}`)

/** A few rewrites, one after the other; each picks its place by the number that comes with it. */
const rewritings = fc.array(fc.tuple(fc.constantFrom(...Object.entries(rewrites)), fc.nat()), { minLength: 1, maxLength: 4 })

function rewritten(document: JsonObject, steps: readonly [[string, Rewrite], number][]): JsonObject {
  return steps.reduce((one, [[, rewrite], number]) => rewrite(one, (count) => number % Math.max(count, 1)), document)
}

test('a document written otherwise has not changed', () => {
  fc.assert(
    fc.property(rewritings, (steps) => {
      expect(fingerprints(library, rewritten(library, steps)).filter((one) => !one.startsWith('text-changed'))).toEqual([])
    }),
    { numRuns: 300 },
  )
})

test('the same changes have the same fingerprints, however both documents are written', () => {
  const wanted = fingerprints(library, changed).sort()
  expect(wanted.length).toBeGreaterThanOrEqual(changes.length)
  fc.assert(
    fc.property(rewritings, rewritings, (older, newer) => {
      expect(fingerprints(rewritten(library, older), rewritten(changed, newer)).sort()).toEqual(wanted)
    }),
    { numRuns: 1000 },
  )
})
