import type { Change } from '../diff/change.ts'
import type { RuleId } from '../diff/rules.ts'
import { isSame, type Json, type JsonObject } from '../source/json.ts'
import type { Place, Source } from '../source/source.ts'
import type { Shape, TypeName } from './shape.ts'

/** A schema in the older and in the newer document. */
export interface Pair {
  readonly old: Side
  readonly new: Side
}

/** A schema in one document. */
export interface Side {
  readonly source: Source
  /** The schemas that hold together, as they are written. */
  readonly nodes: readonly Json[]
  readonly shape: Shape
}

/** What all parts say under a keyword. */
export const stated = ({ shape }: Side, keyword: string): Json[] =>
  shape.parts.flatMap((part) => (part[keyword] === undefined ? [] : [part[keyword]]))

/** What one part says under a keyword that is no matter of all. */
export const statedOnce = (side: Side, keyword: string): Json | undefined => stated(side, keyword)[0]

/** Where a keyword stands, or the schema if it does not. */
export function placeOf({ source, shape }: Side, keyword?: string): Place | undefined {
  const part = keyword === undefined ? undefined : shape.parts.find((one) => one[keyword] !== undefined)
  const node: JsonObject | undefined = part ?? shape.parts[0]
  return node && source.placeOf(node, part === undefined ? undefined : keyword)
}

/** A change of what is said under a keyword. */
export function change(pair: Pair, rule: RuleId, keyword: string, before?: Json, after?: Json): Change {
  return { rule, member: [], before, after, was: placeOf(pair.old, keyword), is: placeOf(pair.new, keyword) }
}

/** The elements that the other list lacks. */
export const lacking = (list: readonly Json[], other: readonly Json[]): Json[] =>
  list.filter((value) => !other.some((one) => isSame(one, value)))

/** Whether a limit on values of a type matters: a tighter one where such values were allowed, a looser one where they are. */
export function concerns(pair: Pair, isTighter: boolean, type: TypeName): boolean {
  return (isTighter ? pair.old : pair.new).shape.types?.has(type) !== false
}
