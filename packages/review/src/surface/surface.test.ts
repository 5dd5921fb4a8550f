import { expect, test } from 'vitest'
import { library, revisionOf, withValue } from '../document.suite.ts'
import { type Review, review } from '../review.ts'
import type { JsonObject } from '../source/json.ts'
import { surfaceChanges } from './causes.ts'
import { compareSurfaces } from './surface.ts'

const older = new Map([
  ['Book', 'an object'],
  ['Book.title', 'string'],
  ['Book.status', '"in" | "out"'],
  ['Methods.getBook', 'a function'],
  ['Methods.getBook()', 'an object'],
  ['Methods.getBook().title', 'string'],
  ['Methods.lend', 'a function'],
  ['Methods.lend(card)', 'string'],
])
const withChange = (...changes: [string, string | undefined][]) => {
  const newer = new Map(older)
  for (const [path, type] of changes) type === undefined ? newer.delete(path) : newer.set(path, type)
  return newer
}

test('one change that is met in several places is one change', () => {
  const newer = withChange(['Book.title', 'null | string'], ['Methods.getBook().title', 'null | string'])
  const places = compareSurfaces(older, newer).map(({ member, before, after, places: all }) => [member, before, after, all])
  expect(places).toEqual([
    ['Book.title', 'string', 'null | string', ['Book.title']],
    ['getBook.title', 'string', 'null | string', ['Methods.getBook().title']],
  ])
})

test('what is inside something that went is not told by itself', () => {
  const newer = withChange(['Methods.getBook', undefined], ['Methods.getBook()', undefined], ['Methods.getBook().title', undefined])
  expect(compareSurfaces(older, newer).map(({ kind, places }) => [kind, places])).toEqual([['removed', ['Methods.getBook']]])
})

test('of alternatives only those that came and went are told', () => {
  const [change] = compareSurfaces(older, withChange(['Book.status', '"in" | "lost"']))
  expect(change).toMatchObject({ kind: 'changed', gained: ['"lost"'], lost: ['"out"'] })
})

const judge = (document: JsonObject): Promise<Review> => review(revisionOf('old', library), revisionOf('new', document), { today: '' })

test.each([
  [
    'a member',
    withValue(['components', 'schemas', 'Book', 'properties', 'title', 'type'], ['string', 'null']),
    ['Methods.getBook().title', 'null | string'],
  ],
  [
    'a value',
    withValue(['components', 'schemas', 'Book', 'properties', 'status', 'enum'], ['in', 'out', 'lost']),
    ['Book.status', '"in" | "lost" | "out"'],
  ],
  ['an operation', withValue(['paths', '/loans'], undefined), ['Methods.lend', undefined]],
] as const)('%s leads to the change of the contract', async (_, document, [path, type]) => {
  const { findings } = await judge(document)
  const [change] = surfaceChanges(older, withChange([path, type]), findings)
  expect(change?.fingerprints).toEqual(findings.map(({ fingerprint }) => fingerprint))
})

test('what changed by itself leads nowhere', async () => {
  const { findings } = await judge(withValue(['paths', '/loans'], undefined))
  expect(surfaceChanges(older, withChange(['Book.title', 'number']), findings).map(({ fingerprints }) => fingerprints)).toEqual([[]])
})

test('what follows from one change is told once, also inside of types that are written out', async () => {
  const { findings } = await judge(withValue(['components', 'schemas', 'Book', 'properties', 'title', 'type'], ['string', 'null']))
  const either = '{ id: number; title: string; } | { name: string; }'
  const [before, after] = [
    new Map(older).set('Either', either),
    withChange(['Book.title', 'null | string'], ['Methods.getBook().title', 'null | string']),
  ]
  const changes = surfaceChanges(before, after.set('Either', '{ id: number; } | { name: string; }'), findings)
  expect(changes.map(({ places, fingerprints }) => [places, fingerprints.length])).toEqual([
    [['Book.title', 'Methods.getBook().title'], 1],
    [['Either'], 1],
  ])
})
