import { expect, test } from 'vitest'
import { Generations } from './generations.ts'

const value = (size: number) => ({ size })
const bounded = (limit: number) => {
  const known = new Generations<{ size: number }>(limit, ({ size }) => size)
  /** As whoever asks for the second time. */
  const keep = (key: string, size: number) => {
    for (let time = 0; time < 2; time++) if (known.get(key) === undefined) known.set(key, value(size))
  }
  return { known, keep }
}

test('what is asked for once is not kept', () => {
  const { known } = bounded(20)
  let asked = 0
  for (const kept of [undefined, undefined, value(1), value(1)]) {
    expect(known.get('key')).toEqual(kept)
    expect(known.wants('key')).toBe(++asked > 1)
    if (kept === undefined) known.set('key', value(1))
  }
})

test('what is asked for again and again stays, what is not goes', () => {
  const { known, keep } = bounded(20)
  keep('wanted', 1)
  keep('forgotten', 1)
  for (let index = 0; index < 100; index++) {
    keep(`other-${index}`, 1)
    expect(known.get('wanted')).toEqual(value(1))
  }
  expect(known.get('forgotten')).toBeUndefined()
})

test('never more than the limit', () => {
  const { known, keep } = bounded(20)
  for (let index = 0; index < 100; index++) keep(String(index), 3)
  const kept = Array.from({ length: 100 }, (_, index) => String(index)).filter((key) => known.get(key) !== undefined)
  expect(kept.length).toBeLessThanOrEqual(6)
  expect(kept.at(-1)).toBe('99')
})

test('what alone is too large is not kept', () => {
  const { known, keep } = bounded(20)
  keep('large', 11)
  expect(known.get('large')).toBeUndefined()
})
