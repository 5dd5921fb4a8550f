import type { Source } from '../source/source.ts'
import { aboutAnswers } from './about-answers.ts'
import { aboutInputs } from './about-inputs.ts'
import { aboutOperations } from './about-operations.ts'
import { aboutSchemas } from './about-schemas.ts'
import { inventoryOf } from './inventory.ts'
import { type Figure, isReached, type Measure } from './measure.ts'

export const measures: readonly Measure[] = [...aboutOperations, ...aboutAnswers, ...aboutInputs, ...aboutSchemas]

/** One row of the table, before and after a change. */
export interface CoverageRow {
  readonly id: string
  readonly what: string
  readonly definition: string
  readonly unit: 'share' | 'number'
  readonly target?: number | undefined
  readonly before: Figure
  readonly after: Figure
  /** Whether the newer document is as the target says. */
  readonly isReached: boolean
}

/** The table for two documents. */
export function coverageOf(older: Source, newer: Source): CoverageRow[] {
  const [before, after] = [inventoryOf(older), inventoryOf(newer)]
  return measures.map((measure) => {
    const { id, what, definition, unit, target, of } = measure
    const figure = of(after)
    return { id, what, definition, unit, target, before: of(before), after: figure, isReached: isReached(measure, figure) }
  })
}

/** A figure as a reader expects it: `98.4 %`, `4.6`, or `–` where there is nothing to count. */
export function figureText(unit: 'share' | 'number', { value }: Pick<Figure, 'value'>): string {
  if (value === null) return '–'
  const scaled = unit === 'share' ? 100 * value : value
  // Not rounded up: 100 % is to mean all of them.
  const text = String(Math.floor(scaled * 10 + 1e-9) / 10)
  return unit === 'share' ? `${text} %` : text
}
