import type { Disagreement } from './compare.ts'

/** A way in which a target is known to answer differently, although the contract decides. */
export interface Exception {
  readonly target: string
  readonly reason: string
  readonly covers: (disagreement: Disagreement) => boolean
}

/** They count as disagreements all the same; what no reason covers is an error. */
export const exceptions: readonly Exception[] = []
