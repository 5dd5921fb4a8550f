import type { Json } from '../source/json.ts'
import type { Place } from '../source/source.ts'
import type { RuleId } from './rules.ts'

/** Who sends what the changed statement is about: a client (`request`) or a server (`response`). */
export type Direction = 'request' | 'response'

/** A change of one statement, seen from the schema or part that it stands in. */
export interface Change {
  readonly rule: RuleId
  /** The way from there to the changed value: member names, `[]` for the elements of a list, `{}` for other members. */
  readonly member: readonly string[]
  readonly before?: Json | undefined
  readonly after?: Json | undefined
  readonly was?: Place | undefined
  readonly is?: Place | undefined
}

/** A change as one operation shows it. */
export interface SiteChange extends Change {
  readonly direction: Direction
  readonly site: Site
}

/** Where callers meet a statement. */
export interface Site {
  /** `GET /projects/{id}/jobs`, as the newer document has it. */
  readonly operation: string
  readonly operationId?: string | undefined
  /** `query scope[]`, `body application/json`, `200 application/json`, `200 header Link`, or empty for the operation itself. */
  readonly part: string
}

export const inside = (changes: readonly Change[], ...steps: readonly string[]): Change[] =>
  changes.map((change) => ({ ...change, member: [...steps, ...change.member] }))
