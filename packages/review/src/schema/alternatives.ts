import { type Change, inside } from '../diff/change.ts'
import { isObject, isText, type Json, membersOf } from '../source/json.ts'
import type { Source } from '../source/source.ts'
import type { Compare } from './members.ts'
import { shapeOf } from './shape.ts'
import { change, type Pair, type Side } from './statements.ts'

/** What has changed in the alternatives of a schema, whether they stand under `anyOf` or `oneOf`. */
export function alternativeChanges(pair: Pair, compare: Compare): Change[] {
  const [before, after] = [branchesOf(pair.old), branchesOf(pair.new)]
  if (before.length > 0 && after.length > 0) return matched(pair, before, after, compare)
  if (after.length > 0) return [change(pair, 'alternatives-added', keywordOf(pair.new), undefined, namesOf(pair.new, after))]
  return before.length > 0 ? [change(pair, 'alternatives-removed', keywordOf(pair.old), namesOf(pair.old, before), undefined)] : []
}

/**
 * One schema that has become several, or several that have become one: the one is compared with the most like it, and the
 * others are new or gone. Undefined if that is not what has happened.
 */
export function splitChanges(pair: Pair, compare: Compare): Change[] | undefined {
  const [before, after] = [branchesOf(pair.old), branchesOf(pair.new)]
  if (before.length === 0 && after.length > 0 && saysSomething(pair.old) && !saysSomething(pair.new)) return split(pair, after, compare)
  if (after.length === 0 && before.length > 0 && saysSomething(pair.new) && !saysSomething(pair.old)) return joined(pair, before, compare)
  return undefined
}

function split(pair: Pair, after: readonly Json[], compare: Compare): Change[] {
  const own = after[nearestAt(pair.old, pair.old.nodes, pair.new, after)]
  const others = namesOf(
    pair.new,
    after.filter((branch) => branch !== own),
  )
  const added = others.map((name) => change(pair, 'alternative-added', keywordOf(pair.new), undefined, name))
  return own === undefined ? added : [...compare(pair.old.nodes, [own]), ...added]
}

function joined(pair: Pair, before: readonly Json[], compare: Compare): Change[] {
  const own = before[nearestAt(pair.new, pair.new.nodes, pair.old, before)]
  const others = namesOf(
    pair.old,
    before.filter((branch) => branch !== own),
  )
  const removed = others.map((name) => change(pair, 'alternative-removed', keywordOf(pair.old), name, undefined))
  return own === undefined ? removed : [...compare([own], pair.new.nodes), ...removed]
}

const branchesOf = ({ shape }: Side) => shape.alternatives.flatMap(({ branches }) => branches)
const saysSomething = ({ shape }: Side) => shape.types !== undefined || shape.parts.some((part) => part['properties'] !== undefined)
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

/** The alternative most like an old one: the same but for words, else of the same name, else with most in common. */
function nearest(pair: Pair, old: Json, candidates: readonly Json[], compare: Compare): Json | undefined {
  const same = candidates.find((one) => compare([old], [one]).every(({ rule }) => rule === 'text-changed'))
  const name = nameOf(pair.old.source, old)
  const named = same ?? candidates.find((one) => nameOf(pair.new.source, one) === name)
  return named ?? candidates[nearestAt(pair.old, [old], pair.new, candidates)]
}

/** Which candidate has at least half of its members in common with some schemas, and the most; -1 if none has. */
function nearestAt(side: Side, nodes: readonly Json[], other: Side, candidates: readonly Json[]): number {
  const own = traitsOf(side.source, nodes)
  const likeness = candidates.map((one) => overlap(own, traitsOf(other.source, [one])))
  const best = Math.max(0, ...likeness)
  return best >= 0.5 ? likeness.indexOf(best) : -1
}

/** What tells schemas apart at a glance: the names of their members, or else their types. */
function traitsOf(source: Source, nodes: readonly Json[]): ReadonlySet<string> {
  const { parts, types } = shapeOf(source, nodes)
  const names = parts.flatMap((part) => membersOf(part['properties']).map(([name]) => name))
  return new Set(names.length > 0 ? names : types)
}

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
