import { type Change, type Direction, inside } from '../diff/change.ts'
import type { RuleId } from '../diff/rules.ts'
import { isObject, type Json, listOf, membersOf, textsOf } from '../source/json.ts'
import { change, type Pair, type Side, stated } from './statements.ts'

export type Compare = (olds: readonly Json[], news: readonly Json[]) => readonly Change[]

/** What has changed in the members of an object. */
export function memberChanges(pair: Pair, direction: Direction, compare: Compare): Change[] {
  const [before, after] = [membersIn(pair.old), membersIn(pair.new)]
  const names = [...new Set([...before.schemas.keys(), ...after.schemas.keys(), ...before.required, ...after.required])]
  return [
    ...names.flatMap((name) => inside(namedChanges(pair, name, before, after, direction, compare), name)),
    ...otherMembers(pair, before, after, compare),
    ...patternMembers(pair, compare),
  ]
}

interface Members {
  readonly schemas: ReadonlyMap<string, readonly Json[]>
  readonly required: ReadonlySet<string>
  /** What other members must be; empty: anything. */
  readonly others: readonly Json[]
  readonly isClosed: boolean
}

function membersIn(side: Side): Members {
  const schemas = new Map<string, Json[]>()
  for (const [name, schema] of stated(side, 'properties').flatMap(membersOf)) {
    schemas.set(name, [...(schemas.get(name) ?? []), schema])
  }
  const others = [...stated(side, 'additionalProperties'), ...stated(side, 'unevaluatedProperties')]
  return {
    schemas,
    required: new Set(stated(side, 'required').flatMap(textsOf)),
    others: others.filter((schema) => isObject(schema) && Object.keys(schema).length > 0),
    isClosed: others.includes(false),
  }
}

function namedChanges(pair: Pair, name: string, before: Members, after: Members, direction: Direction, compare: Compare): Change[] {
  const [old, young] = [before.schemas.get(name), after.schemas.get(name)]
  const [was, is] = [before.required.has(name), after.required.has(name)]
  if (old !== undefined && young === undefined) return [memberChange(pair, 'member-removed', old, undefined)]
  if (old === undefined && young !== undefined) {
    if (direction === 'request' && is && !hasDefault(young)) return [memberChange(pair, 'member-demanded', undefined, young)]
    return [memberChange(pair, before.isClosed && direction === 'response' ? 'members-opened' : 'member-added', undefined, young)]
  }
  const presence: Change[] = was === is ? [] : [memberChange(pair, is ? 'required-now' : 'optional-now', old, young)]
  return [...presence, ...(old && young ? compare(old, young) : [])]
}

const hasDefault = (schemas: readonly Json[]) => schemas.some((schema) => isObject(schema) && schema['default'] !== undefined)

function memberChange(pair: Pair, rule: RuleId, old: readonly Json[] | undefined, young: readonly Json[] | undefined): Change {
  const base = change(pair, rule, 'properties')
  const [was, is] = [old?.[0], young?.[0]]
  return {
    ...base,
    was: was === undefined ? base.was : pair.old.source.placeOf(was),
    is: is === undefined ? base.is : pair.new.source.placeOf(is),
  }
}

/** Members without a name: whether they may be there, and what they must be. */
function otherMembers(pair: Pair, before: Members, after: Members, compare: Compare): Change[] {
  const keyword = 'additionalProperties'
  if (before.isClosed !== after.isClosed) return [change(pair, after.isClosed ? 'members-closed' : 'members-opened', keyword)]
  return after.isClosed ? [] : inside(compare(orAny(before.others), orAny(after.others)), '{}')
}

/** A schema that allows anything stands for none. The same object each time, so that what was compared is known again. */
const anything: Json = {}
const orAny = (schemas: readonly Json[]) => (schemas.length === 0 ? [anything] : schemas)

function patternMembers(pair: Pair, compare: Compare): Change[] {
  const [before, after] = [patternsIn(pair.old), patternsIn(pair.new)]
  const names = [...new Set([...before.keys(), ...after.keys()])]
  return names.flatMap((name) => inside(compare([before.get(name) ?? anything], [after.get(name) ?? anything]), `{${name}}`))
}

const patternsIn = (side: Side) => new Map([...stated(side, 'patternProperties'), ...stated(side, 'propertyNames')].flatMap(membersOf))

/** What has changed in the elements of a list. */
export function elementChanges(pair: Pair, compare: Compare): Change[] {
  const [before, after] = [firstOf(pair.old), firstOf(pair.new)]
  const count = Math.max(before.length, after.length)
  const places = Array.from({ length: count }, (_, index) => index)
  const [olds, news] = [stated(pair.old, 'items'), stated(pair.new, 'items')]
  return [
    ...places.flatMap((at) => inside(compare([before[at] ?? anything], [after[at] ?? anything]), `[${at}]`)),
    ...(olds.length + news.length === 0 ? [] : inside(compare(orAny(olds), orAny(news)), '[]')),
  ]
}

const firstOf = (side: Side) => stated(side, 'prefixItems').flatMap(listOf)
