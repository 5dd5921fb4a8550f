import type { Change } from '../diff/change.ts'
import type { JsonObject } from '../source/json.ts'
import type { TypeName } from './shape.ts'
import { change, concerns, type Pair, type Side } from './statements.ts'

/** A limit: the value itself may be allowed or not. */
interface Bound {
  readonly value: number
  readonly isExclusive: boolean
}

interface BoundKeyword {
  readonly keyword: string
  /** The type of values that it limits; it says nothing of others. */
  readonly type: TypeName
  /** 1: a smaller number is tighter; -1: a larger one. */
  readonly sense: 1 | -1
  readonly exclusive?: string
}

const keywords: readonly BoundKeyword[] = [
  { keyword: 'maximum', type: 'integer', sense: 1, exclusive: 'exclusiveMaximum' },
  { keyword: 'maxLength', type: 'string', sense: 1 },
  { keyword: 'maxItems', type: 'array', sense: 1 },
  { keyword: 'maxProperties', type: 'object', sense: 1 },
  { keyword: 'maxContains', type: 'array', sense: 1 },
  { keyword: 'minimum', type: 'integer', sense: -1, exclusive: 'exclusiveMinimum' },
  { keyword: 'minLength', type: 'string', sense: -1 },
  { keyword: 'minItems', type: 'array', sense: -1 },
  { keyword: 'minProperties', type: 'object', sense: -1 },
]
/** A least size of 0 says nothing. */
const sizes = new Set(['minLength', 'minItems', 'minProperties'])

/** What has changed in the limits of a schema. */
export function boundChanges(pair: Pair): Change[] {
  return [...keywords.flatMap((keyword) => limitChanges(pair, keyword)), ...multipleChanges(pair), ...uniqueChanges(pair)]
}

function limitChanges(pair: Pair, bound: BoundKeyword): Change[] {
  const [before, after] = [tightest(pair.old, bound), tightest(pair.new, bound)]
  const tighter =
    tightness(after, bound) - tightness(before, bound) || Number(after?.isExclusive ?? false) - Number(before?.isExclusive ?? false)
  if (Number.isNaN(tighter) || tighter === 0 || !concerns(pair, tighter > 0, bound.type)) return []
  const name = pair.new.shape.parts.concat(pair.old.shape.parts).some((part) => bound.keyword in part)
    ? bound.keyword
    : (bound.exclusive ?? bound.keyword)
  return [change(pair, tighter > 0 ? 'bound-tighter' : 'bound-looser', name, textOf(before, name), textOf(after, name))]
}

/** Larger is tighter; no limit at all is the loosest. */
const tightness = (bound: Bound | undefined, { sense }: BoundKeyword) =>
  bound === undefined ? Number.NEGATIVE_INFINITY : -sense * bound.value

const textOf = (bound: Bound | undefined, name: string) => bound && `${name} ${bound.value}${bound.isExclusive ? ' (exclusive)' : ''}`

function tightest({ shape }: Side, keyword: BoundKeyword): Bound | undefined {
  const bounds = shape.parts.flatMap((part) => boundsIn(part, keyword))
  const order = (bound: Bound) => tightness(bound, keyword) + (bound.isExclusive ? Number.EPSILON : 0)
  return bounds.sort((one, other) => order(other) - order(one))[0]
}

/** OpenAPI 3.0 writes `exclusiveMinimum: true` beside the limit, 3.1 the limit itself. */
function boundsIn(part: JsonObject, { keyword, exclusive }: BoundKeyword): Bound[] {
  const [value, strict] = [part[keyword], exclusive === undefined ? undefined : part[exclusive]]
  const bounds: Bound[] = []
  if (typeof value === 'number' && !(value === 0 && sizes.has(keyword))) bounds.push({ value, isExclusive: strict === true })
  if (typeof strict === 'number') bounds.push({ value: strict, isExclusive: true })
  return bounds
}

function multipleChanges(pair: Pair): Change[] {
  const [before, after] = [multiple(pair.old), multiple(pair.new)]
  if (before === after || !concerns(pair, after !== undefined, 'integer')) return []
  const isTighter = after !== undefined && (before === undefined || Number.isInteger(after / before))
  const isLooser = before !== undefined && (after === undefined || Number.isInteger(before / after))
  const rule = isTighter ? 'bound-tighter' : isLooser ? 'bound-looser' : 'condition-changed'
  return [change(pair, rule, 'multipleOf', before && `multipleOf ${before}`, after && `multipleOf ${after}`)]
}

const multiple = ({ shape }: Side) => shape.parts.map((part) => part['multipleOf']).find((value) => typeof value === 'number')

function uniqueChanges(pair: Pair): Change[] {
  const [before, after] = [isUnique(pair.old), isUnique(pair.new)]
  if (before === after || !concerns(pair, after, 'array')) return []
  return [change(pair, after ? 'bound-tighter' : 'bound-looser', 'uniqueItems', before && 'uniqueItems', after && 'uniqueItems')]
}

const isUnique = ({ shape }: Side) => shape.parts.some((part) => part['uniqueItems'] === true)
