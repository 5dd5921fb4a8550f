import { expect, test } from 'vitest'
import { corpus } from './cases.suite.ts'
import { judgedByReview } from './judge.suite.ts'

const byHand = corpus.flatMap((one) => (one.byHand === undefined ? [] : [[one.name, one, one.byHand.level] as const]))

test.each(byHand)('%s', (_, one, level) => {
  expect(judgedByReview(one)).toBe(level)
})

test('there are changes enough, each with a name of its own', () => {
  expect(new Set(corpus.map(({ name }) => name)).size).toBe(corpus.length)
  expect(corpus.length).toBeGreaterThanOrEqual(150)
})
