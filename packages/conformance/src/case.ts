import type { OperationId } from '@jobs-api/contract'
import type { Target } from './target.ts'

/** `must` decides whether an implementation conforms; the others are told and do not count. */
export type Level = 'must' | 'should' | 'may'

/** One thing that an implementation of the Jobs API does, and how to find out whether this one does. */
export interface Case<Id extends OperationId = OperationId> {
  /** The operation and a name of its own: `retryJob.running`. It stays the same whatever comes out. */
  readonly id: `${Id}.${string}`
  readonly level: Level
  /** The fact in `openapi/evidence/` that says so. */
  readonly source: string
  /** What is so, as a sentence about the API. */
  readonly sentence: string
  /** Sends something else than GET and HEAD, so it only runs where that was allowed. */
  readonly writes?: true
  /** Returns if it is so. Throws a `Mismatch` if not, and `Untestable` if nothing there lets one find out. */
  run(target: Target): Promise<void>
}
