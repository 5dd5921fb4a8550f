import type { Inventory } from './inventory.ts'

/** What was counted in one document. */
export interface Figure {
  /** A share between 0 and 1, or a plain number; null where there is nothing to count. */
  readonly value: number | null
  /** Of a share: how many, of how many. */
  readonly found?: number
  readonly total?: number
}

/** One row of the table: a question that can be asked of any document. */
export interface Measure {
  readonly id: string
  readonly what: string
  /** How it is counted. */
  readonly definition: string
  readonly unit: 'share' | 'number'
  /** What a contract ought to reach: at least this much, or with `atMost` no more. */
  readonly target?: number
  readonly atMost?: true
  readonly of: (inventory: Inventory) => Figure
}

/** How many of some things are as they should be. */
export function share<Thing>(things: readonly Thing[], holds: (thing: Thing) => boolean): Figure {
  const found = things.filter(holds).length
  return { value: things.length === 0 ? null : found / things.length, found, total: things.length }
}

export const number = (value: number | null): Figure => ({ value })

export function median(values: readonly number[]): number | null {
  const sorted = [...values].sort((one, other) => one - other)
  return sorted[Math.floor(sorted.length / 2)] ?? null
}

export const mean = (values: readonly number[]): number | null =>
  values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length

/** Whether a figure is as the target says; nothing to count is nothing to miss. */
export function isReached({ target, atMost }: Pick<Measure, 'target' | 'atMost'>, { value }: Figure): boolean {
  if (target === undefined || value === null) return true
  return atMost === true ? value <= target : value >= target
}
