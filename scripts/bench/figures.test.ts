import { expect, test } from 'vitest'
import { figuresOf, median, type Round, table } from './figures.ts'

const round = (ours: [requests: number, cpu: number], raw: [requests: number, cpu: number]): Round => {
  const [one, other] = [ours, raw].map(([requests, cpu]) => ({ requests, cpu, seconds: 2, bytes: 2048 }))
  if (one === undefined || other === undefined) throw new Error('two samples make a round')
  return { ours: one, raw: other }
}

test('the median of an odd and of an even number', () => {
  expect(median([9, 1, 5])).toBe(5)
  expect(median([10, 1, 2, 4])).toBe(3)
  expect(() => median([])).toThrow('nothing was measured')
})

test('figures are medians over rounds, and ratios are taken within a round', () => {
  const rounds = [
    round([1000, 100_000], [4000, 100_000]), // 500/s of 2000/s, 100 µs of 25 µs
    round([100, 20_000], [200, 10_000]), // a busy machine: 50/s of 100/s, 200 µs of 50 µs
    round([2000, 240_000], [6000, 120_000]), // 1000/s of 3000/s, 120 µs of 20 µs
  ]
  expect(figuresOf(rounds)).toEqual({ bytes: 2048, rate: 500, rateRatio: 1 / 3, cpu: 120, cpuRatio: 4 })
})

test('the table has a line a row', () => {
  const [, , line] = table([{ title: 'one job', figures: { bytes: 2048, rate: 500.4, rateRatio: 1 / 3, cpu: 120, cpuRatio: 4 } }]).split(
    '\n',
  )
  expect(line).toBe('| one job | 2.0 KiB | 500 | 0.33 | 120 µs | 4.0 |')
})
