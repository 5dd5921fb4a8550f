import { type Change, inside } from '../diff/change.ts'
import { isObject, isText, type Json, membersOf } from '../source/json.ts'
import type { Source } from '../source/source.ts'
import type { Compare } from './members.ts'
import { shapeOf } from './shape.ts'
import { change, type Pair, type Side } from './statements.ts'

/** What has changed in the alternatives of a schema, whether they stand under `anyOf` or `oneOf`. */
export function alternativeChanges(pair: Pair, compare: Compare): Change[] {
  const [before, after] = [branchesOf(pair.old), branchesOf(pair.new)]
  if (before.length === 0 && after.length === 0) return []
  if (before.length === 0) return fromNone(pair, after, compare)
  if (after.length === 0) return toNone(pair, before, compare)
  return matched(pair, before, after, compare)
}

const branchesOf = ({ shape }: Side) => shape.alternatives.flatMap(({ branches }) => branches)

/** One schema has become several: what it was may be one of them, and the others are new. */
function fromNone(pair: Pair, after: readonly Json[], compare: Compare): Change[] {
  if (saysNothing(pair.old)) return [change(pair, 'alternatives-added', keywordOf(pair.new), undefined, namesOf(pair.new, after))]
  const own = after.findIndex((branch) => compare(pair.old.shape.parts, [branch]).every(({ rule }) => rule === 'text-changed'))
  if (own < 0) return [change(pair, 'alternatives-added', keywordOf(pair.new), undefined, namesOf(pair.new, after))]
  return namesOf(pair.new, after.toSpliced(own, 1)).map((name) => change(pair, 'alternative-added', keywordOf(pair.new), undefined, name))
}

function toNone(pair: Pair, before: readonly Json[], compare: Compare): Change[] {
  if (saysNothing(pair.new)) return [change(pair, 'alternatives-removed', keywordOf(pair.old), namesOf(pair.old, before), undefined)]
  const own = before.findIndex((branch) => compare([branch], pair.new.shape.parts).every(({ rule }) => rule === 'text-changed'))
  if (own < 0) return [change(pair, 'alternatives-removed', keywordOf(pair.old), namesOf(pair.old, before), undefined)]
  return namesOf(pair.old, before.toSpliced(own, 1)).map((name) =>
    change(pair, 'alternative-removed', keywordOf(pair.old), name, undefined),
  )
}

const saysNothing = ({ shape }: Side) => shape.types === undefined && shape.parts.every((part) => part['properties'] === undefined)
const keywordOf = ({ shape }: Side) => shape.alternatives[0]?.keyword ?? 'anyOf'

/** Pairs each alternative with the one that has changed least; what is left over has come or gone. */
function matched(pair: Pair, before: readonly Json[], after: readonly Json[], compare: Compare): Change[] {
  const changes: Change[] = []
  const waiting = new Set(after)
  const alone: Json[] = []
  for (const old of before) {
    const best = nearest(pair, old, [...waiting], compare)
    if (best === undefined) alone.push(old)
    else {
      waiting.delete(best)
      changes.push(...inside(compare([old], [best]), `<${nameOf(pair.new.source, best)}>`))
    }
  }
  return [
    ...changes,
    ...namesOf(pair.old, alone).map((name) => change(pair, 'alternative-removed', keywordOf(pair.old), name, undefined)),
    ...namesOf(pair.new, [...waiting]).map((name) => change(pair, 'alternative-added', keywordOf(pair.new), undefined, name)),
  ]
}

/** The alternative most like an old one: the same but for words, else of the same name, else with most members in common. */
function nearest(pair: Pair, old: Json, candidates: readonly Json[], compare: Compare): Json | undefined {
  const same = candidates.find((one) => compare([old], [one]).every(({ rule }) => rule === 'text-changed'))
  const name = nameOf(pair.old.source, old)
  const named = same ?? candidates.find((one) => nameOf(pair.new.source, one) === name)
  if (named !== undefined) return named
  const members = memberNames(pair.old.source, old)
  const likeness = candidates.map((one) => overlap(members, memberNames(pair.new.source, one)))
  const best = Math.max(0, ...likeness)
  return best >= 0.5 ? candidates[likeness.indexOf(best)] : undefined
}

const memberNames = (source: Source, branch: Json) =>
  new Set(shapeOf(source, [branch]).parts.flatMap((part) => membersOf(part['properties']).map(([name]) => name)))

/** The share of names that both have, of all; 0 where there are none. */
function overlap(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const all = new Set([...one, ...other])
  return all.size === 0 ? 0 : [...one].filter((name) => other.has(name)).length / all.size
}

const namesOf = ({ source }: Side, branches: readonly Json[]) => branches.map((branch) => nameOf(source, branch))

/** What an alternative is called in findings: its title, what it is told apart by, or its types. Never where it stands. */
function nameOf(source: Source, branch: Json): string {
  const { parts, types } = shapeOf(source, [branch])
  const title = parts.map((part) => part['title']).find(isText)
  if (title !== undefined) return title
  const members = parts.flatMap((part) => membersOf(part['properties']))
  const constant = members.find(([, schema]) => isObject(schema) && 'const' in schema)
  if (constant !== undefined && isObject(constant[1])) return `${constant[0]} ${JSON.stringify(constant[1]['const'])}`
  const kinds = [...(types ?? ['any'])].filter((type) => type !== 'integer' || !types?.has('number'))
  return members.length === 0
    ? kinds.join(' or ')
    : `${kinds.join(' or ')} with ${members
        .map(([name]) => name)
        .slice(0, 3)
        .join(', ')}`
}
