import { expect, test } from 'vitest'
import { stuckReason } from './timeouts.ts'

const hours = (count: number) => count * 3_600_000

test.each([
  ['an hour less a moment, and nobody fits', hours(1) - 1, false, undefined],
  ['an hour, and nobody fits', hours(1), false, 'stuck_pending_no_matching_runners'],
  ['days, and nobody fits', hours(50), false, 'stuck_pending_no_matching_runners'],
  ['an hour, and somebody fits', hours(1), true, undefined],
  ['a day less a moment, and somebody fits', hours(24) - 1, true, undefined],
  ['a day, and somebody fits', hours(24), true, 'stuck_pending_with_matching_runners'],
])('a job that has waited %s', (_, waited, hasFittingRunner, reason) => {
  expect(stuckReason(waited, hasFittingRunner)).toBe(reason)
})
