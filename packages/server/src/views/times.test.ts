import { expect, test } from 'vitest'
import { seconds, time, timeWithOffset } from './times.ts'

const instant = Date.UTC(2026, 10, 20, 0, 30, 5, 7)

test('a time is in UTC with milliseconds, and no time is null', () => {
  expect([time(instant), time(0), time(null)]).toEqual(['2026-11-20T00:30:05.007Z', '1970-01-01T00:00:00.000Z', null])
})

test.each([
  [0, '2026-11-20T00:30:05.007+00:00'],
  [60, '2026-11-20T01:30:05.007+01:00'],
  [-60, '2026-11-19T23:30:05.007-01:00'],
  [345, '2026-11-20T06:15:05.007+05:45'],
  [-210, '2026-11-19T21:00:05.007-03:30'],
  [-30, '2026-11-20T00:00:05.007-00:30'],
  [840, '2026-11-20T14:30:05.007+14:00'],
])('an offset of %i minutes: %s', (offset, wanted) => {
  const text = timeWithOffset(instant, offset)
  expect(text).toBe(wanted)
  expect(Date.parse(text), 'is the same moment').toBe(instant)
})

test.each([
  [1000, 3500, 2.5],
  [0, 1, 0.001],
  [5, 5, 0],
  [5, 4, 0],
])('from %i to %i milliseconds: %d s', (from, to, wanted) => {
  expect(seconds(from, to)).toBe(wanted)
})
