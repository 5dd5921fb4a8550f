import { type Edition, editionNames, type OperationId, operations } from '@jobs-api/contract'
import type { FactId } from './generated/facts.ts'
import type { Target } from './target/target.ts'

/** `must` decides whether an implementation conforms; the others are told and do not count. */
export const levels = ['must', 'should', 'may'] as const
export type Level = (typeof levels)[number]

export type CheckId = `${OperationId}.${string}`

/** One thing that an implementation of the Jobs API does, and how to find out whether this one does. */
export interface Check {
  /** The operation and a name of its own: `retryJob.running`. It stays the same whatever comes out. */
  readonly id: CheckId
  readonly operation: OperationId
  readonly level: Level
  /** The facts in `openapi/evidence/` that say so. */
  readonly sources: readonly FactId[]
  /** What is so, as a sentence about the API. */
  readonly sentence: string
  /** The editions that it is true of, if they have the operation. */
  readonly editions: readonly Edition[]
  /** Sends something else than GET and HEAD, so it only runs where that was allowed. */
  readonly writes: boolean
  /** Runs after all others, because it is about everything that they have seen. */
  readonly comesLast?: boolean
  /** Returns if it is so. Throws a `Mismatch` if not, and `Untestable` if nothing there lets one find out. */
  run(target: Target): Promise<void>
}

export interface Limits {
  /** The first edition that it is true of. */
  readonly from?: Edition
  /** The last one. */
  readonly until?: Edition
  /** Sends an action although it is about a GET. */
  readonly writes?: true
}

/** Whatever is about an action sends actions; what is about a GET sends none, unless it is said. */
export function check(
  id: CheckId,
  level: Level,
  source: FactId | readonly FactId[],
  sentence: string,
  run: (target: Target) => Promise<void>,
  { from = '10.7', until = 'current', writes }: Limits = {},
): Check {
  const operation = id.split('.', 1)[0] as OperationId
  const [first, last] = [editionNames.indexOf(from), editionNames.indexOf(until)]
  const editions = editionNames.slice(first, last + 1)
  const sources = [...new Set(typeof source === 'string' ? [source] : source)]
  return { id, operation, level, sources, sentence, editions, writes: writes ?? operations[operation].method !== 'get', run }
}
