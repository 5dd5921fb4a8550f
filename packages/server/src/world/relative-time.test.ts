import { expect, test } from 'vitest'
import { moment, momentOrNull } from './relative-time.ts'

const now = Date.UTC(2026, 10, 20, 10)

test.each([
  ['0', '2026-11-20T10:00:00.000Z'],
  ['-1s', '2026-11-20T09:59:59.000Z'],
  ['+1m', '2026-11-20T10:01:00.000Z'],
  ['-2h', '2026-11-20T08:00:00.000Z'],
  ['+30d', '2026-12-20T10:00:00.000Z'],
  ['-3h20m', '2026-11-20T06:40:00.000Z'],
  ['-1d1h56m56.5s', '2026-11-19T08:03:03.500Z'],
  ['+1.5h', '2026-11-20T11:30:00.000Z'],
  ['-0.0004s', '2026-11-20T10:00:00.000Z'],
])('%s is %s', (time, wanted) => {
  expect(new Date(moment(time, now)).toISOString()).toBe(wanted)
})

test('no time is no moment', () => {
  expect(momentOrNull(undefined, now)).toBeNull()
  expect(momentOrNull('0', now)).toBe(now)
})
