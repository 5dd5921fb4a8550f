import { compareDocuments } from '../diff/compare.ts'
import type { Level } from '../diff/levels.ts'
import { sourceOf } from '../document.suite.ts'
import { findingsOf } from '../finding.ts'
import type { CorpusCase } from './cases.suite.ts'

/** What somebody says of a change. */
export type Judgement = Level | 'none'

const levels: readonly Level[] = ['breaking', 'compatible', 'editorial']

/** What the review says of a change: its heaviest finding. */
export function judgedByReview({ older, newer }: CorpusCase): Judgement {
  const found = new Set(findingsOf(compareDocuments(sourceOf(older), sourceOf(newer))).map(({ level }) => level))
  return levels.find((level) => found.has(level)) ?? 'none'
}
