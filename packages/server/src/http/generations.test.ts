import { expect, test } from 'vitest'
import { Generations } from './generations.ts'

const value = (size: number) => ({ size })
const bounded = (limit: number) => new Generations<{ size: number }>(limit, ({ size }) => size)

test('what is asked for again and again stays, what is not goes', () => {
  const known = bounded(20)
  known.set('wanted', value(1))
  known.set('forgotten', value(1))
  for (let index = 0; index < 100; index++) {
    known.set(`other-${index}`, value(1))
    expect(known.get('wanted')).toEqual(value(1))
  }
  expect(known.get('forgotten')).toBeUndefined()
})

test('never more than the limit', () => {
  const known = bounded(20)
  for (let index = 0; index < 100; index++) known.set(String(index), value(3))
  const kept = Array.from({ length: 100 }, (_, index) => String(index)).filter((key) => known.get(key) !== undefined)
  expect(kept.length).toBeLessThanOrEqual(6)
  expect(kept.at(-1)).toBe('99')
})

test('what alone is too large is not kept', () => {
  const known = bounded(20)
  known.set('large', value(11))
  expect(known.get('large')).toBeUndefined()
})
