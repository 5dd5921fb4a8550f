import type { Instant } from '../storage/records.ts'
import type { Duration, RelativeTime } from './world.ts'

const units = { d: 86_400_000, h: 3_600_000, m: 60_000, s: 1000 } as const

/** `-3h20m` is three hours and twenty minutes before `now`, `+30d` thirty days after it. */
export function moment(time: RelativeTime, now: Instant): Instant {
  const distance = lengthOf(time)
  return Math.round(time.startsWith('-') ? now - distance : now + distance)
}

/** `1h30m` in milliseconds; a sign before it does not matter. */
export function lengthOf(time: RelativeTime | Duration): number {
  const parts = [...time.matchAll(/(\d+(?:\.\d+)?)([dhms])/g)]
  return parts.reduce((sum, [, amount, unit]) => sum + Number(amount) * units[unit as keyof typeof units], 0)
}

export function momentOrNull(time: RelativeTime | undefined, now: Instant): Instant | null {
  return time === undefined ? null : moment(time, now)
}
