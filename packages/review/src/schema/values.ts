import type { Change } from '../diff/change.ts'
import type { RuleId } from '../diff/rules.ts'
import { isSame, type Json, listOf } from '../source/json.ts'
import { change, concerns, lacking, type Pair, type Side, stated, statedOnce } from './statements.ts'

/** What has changed in the types of a schema. */
export function typeChanges(pair: Pair): Change[] {
  const [before, after] = [pair.old.shape, pair.new.shape]
  const say = (rule: RuleId) => change(pair, rule, 'type', namesOf(before.types), namesOf(after.types))
  const changes: Change[] = []
  const lost = before.types === undefined ? after.types !== undefined : [...before.types].some((type) => after.types?.has(type) === false)
  const won = after.types === undefined ? before.types !== undefined : [...after.types].some((type) => before.types?.has(type) === false)
  if (lost && won) changes.push(say('type-changed'))
  else if (lost) changes.push(say('type-narrower'))
  else if (won) changes.push(say('type-wider'))
  if (before.isNullable === true && after.isNullable === false) changes.push(change(pair, 'null-refused', 'type'))
  if (before.isNullable === false && after.isNullable === true) changes.push(change(pair, 'null-possible', 'type'))
  return changes
}

function namesOf(types: ReadonlySet<string> | undefined): Json {
  if (types === undefined) return 'any'
  return [...types].filter((type) => type !== 'integer' || !types.has('number')).sort()
}

/** What has changed in the values that a schema lists, closed or open. */
export function listChanges(pair: Pair): Change[] {
  const [before, after] = [listed(pair.old), listed(pair.new)]
  if (before.values === undefined && after.values === undefined) return []
  const keyword = (open: boolean) => (open ? 'x-extensible-enum' : 'enum')
  if (before.values === undefined || (before.isOpen && !after.isOpen && after.values !== undefined))
    return after.isOpen ? [] : [change(pair, 'list-closed', 'enum', undefined, after.values)]
  if (after.values === undefined || (!before.isOpen && after.isOpen))
    return before.isOpen ? [] : [change(pair, 'list-opened', 'enum', before.values, after.values)]
  const [removed, added]: [RuleId, RuleId] = before.isOpen ? ['known-value-removed', 'known-value-added'] : ['value-removed', 'value-added']
  const name = keyword(before.isOpen)
  const [gone, come] = [lacking(before.values, after.values), lacking(after.values, before.values)]
  return [
    ...(gone.length === 0 ? [] : [change(pair, removed, name, gone, undefined)]),
    ...(come.length === 0 ? [] : [change(pair, added, name, undefined, come)]),
  ]
}

interface Listed {
  readonly values: Json[] | undefined
  readonly isOpen: boolean
}

/** The values of all lists that hold together; null is a matter of types. */
function listed(side: Side): Listed {
  const closed = [...stated(side, 'enum').map(listOf), ...stated(side, 'const').map((value) => [value])]
  const open = stated(side, 'x-extensible-enum').map(listOf)
  const [first, ...others] = closed.length > 0 ? closed : open
  const values = first?.filter((value) => value !== null && others.every((list) => list.some((one) => isSame(one, value))))
  return { values, isOpen: closed.length === 0 }
}

/** What has changed in patterns, formats, encodings and defaults. */
export function textChanges(pair: Pair): Change[] {
  return [
    ...patternChanges(pair),
    ...formatChanges(pair),
    ...['contentEncoding', 'contentMediaType'].flatMap((keyword) => otherwise(pair, keyword, 'encoding-changed')),
    ...otherwise(pair, 'default', 'default-changed'),
  ]
}

function otherwise(pair: Pair, keyword: string, rule: RuleId): Change[] {
  const [before, after] = [statedOnce(pair.old, keyword), statedOnce(pair.new, keyword)]
  return isSame(before, after) ? [] : [change(pair, rule, keyword, before, after)]
}

function patternChanges(pair: Pair): Change[] {
  const [before, after] = [stated(pair.old, 'pattern'), stated(pair.new, 'pattern')]
  const [gone, come] = [lacking(before, after), lacking(after, before)]
  if (!concerns(pair, come.length > 0, 'string')) return []
  if (gone.length > 0 && come.length > 0) return [change(pair, 'pattern-changed', 'pattern', gone, come)]
  if (gone.length > 0) return [change(pair, 'pattern-removed', 'pattern', gone, undefined)]
  return come.length > 0 ? [change(pair, 'pattern-added', 'pattern', undefined, come)] : []
}

/** Formats each of which holds what the one before it holds. */
const growing: readonly (readonly string[])[] = [
  ['int8', 'int16', 'int32', 'int64'],
  ['float', 'double'],
]

function formatChanges(pair: Pair): Change[] {
  const [before, after] = [statedOnce(pair.old, 'format'), statedOnce(pair.new, 'format')]
  if (before === after) return []
  const say = (rule: RuleId) => [change(pair, rule, 'format', before, after)]
  if (before === undefined) return say('format-added')
  if (after === undefined) return say('format-removed')
  const row = growing.find((formats) => formats.includes(String(before)) && formats.includes(String(after)))
  if (row === undefined) return say('format-changed')
  return say(row.indexOf(String(before)) < row.indexOf(String(after)) ? 'format-wider' : 'format-narrower')
}
