import type { Instant } from '../storage/records.ts'

/** ISO 8601 in UTC with milliseconds. */
export function time(instant: Instant): string
export function time(instant: Instant | null): string | null
export function time(instant: Instant | null): string | null {
  return instant === null ? null : new Date(instant).toISOString()
}

/** ISO 8601 as a commit has it: with the offset of whoever made it, in minutes east of UTC. */
export function timeWithOffset(instant: Instant, offset: number): string {
  const local = new Date(instant + offset * 60_000).toISOString().slice(0, -1)
  const pad = (value: number) => String(Math.floor(Math.abs(value))).padStart(2, '0')
  return `${local}${offset < 0 ? '-' : '+'}${pad(offset / 60)}:${pad(offset % 60)}`
}

/** Seconds between two moments, with milliseconds. None if the clock was set back meanwhile: nothing takes less time than none. */
export function seconds(from: Instant, to: Instant): number {
  return Math.max(0, to - from) / 1000
}
