import type { Change, Direction } from '../diff/change.ts'
import { type Json, membersOf } from '../source/json.ts'
import type { Source } from '../source/source.ts'
import { alternativeChanges } from './alternatives.ts'
import { boundChanges } from './bounds.ts'
import { conditionChanges } from './conditions.ts'
import { elementChanges, memberChanges } from './members.ts'
import { shapeOf } from './shape.ts'
import { change, type Pair, stated } from './statements.ts'
import { listChanges, textChanges, typeChanges } from './values.ts'

/** Compares schemas of two documents. What it has compared once it knows: shared and recursive schemas cost nothing more. */
export class SchemaComparison {
  readonly #old: Source
  readonly #new: Source
  readonly #known = new Map<string, readonly Change[]>()
  readonly #numbers = new WeakMap<object, number>()
  #last = 0

  constructor(older: Source, newer: Source) {
    this.#old = older
    this.#new = newer
  }

  /** What has changed for those who send (`request`) or read (`response`) values; each side is schemas that hold together. */
  compare(olds: readonly Json[], news: readonly Json[], direction: Direction): readonly Change[] {
    const key = `${direction} ${this.#name(this.#old, olds)} ${this.#name(this.#new, news)}`
    const known = this.#known.get(key)
    if (known !== undefined) return known
    this.#known.set(key, []) // a schema that holds itself has changed where it is told, not where it recurs
    const changes = this.#changes(olds, news, direction)
    this.#known.set(key, changes)
    return changes
  }

  #changes(olds: readonly Json[], news: readonly Json[], direction: Direction): readonly Change[] {
    const pair: Pair = {
      old: { source: this.#old, shape: shapeOf(this.#old, olds) },
      new: { source: this.#new, shape: shapeOf(this.#new, news) },
    }
    const deeper = (before: readonly Json[], after: readonly Json[]) => this.compare(before, after, direction)
    return [
      ...neverChanges(pair),
      ...typeChanges(pair),
      ...listChanges(pair),
      ...boundChanges(pair),
      ...textChanges(pair),
      ...conditionChanges(pair),
      ...flagChanges(pair),
      ...memberChanges(pair, direction, deeper),
      ...elementChanges(pair, deeper),
      ...alternativeChanges(pair, deeper),
      ...wordChanges(pair),
    ]
  }

  #name(source: Source, nodes: readonly Json[]): string {
    return nodes.map((node) => this.#number(source.resolve(node) ?? node)).join('+')
  }

  #number(node: Json): string {
    if (typeof node !== 'object' || node === null) return String(node)
    const number = this.#numbers.get(node) ?? ++this.#last
    this.#numbers.set(node, number)
    return `#${number}`
  }
}

function neverChanges(pair: Pair): Change[] {
  if (pair.old.shape.isNever === pair.new.shape.isNever) return []
  return [change(pair, pair.new.shape.isNever ? 'type-narrower' : 'type-wider', 'type', pair.old.shape.isNever ? 'none' : 'some')]
}

const flags = [
  ['deprecated', 'member-deprecated', 'member-reinstated'],
  ['readOnly', 'read-only-now', 'read-only-no-more'],
  ['writeOnly', 'write-only-now', 'write-only-no-more'],
] as const

function flagChanges(pair: Pair): Change[] {
  return flags.flatMap(([keyword, set, unset]) => {
    const [before, after] = [stated(pair.old, keyword).includes(true), stated(pair.new, keyword).includes(true)]
    return before === after ? [] : [change(pair, after ? set : unset, keyword)]
  })
}

const words = ['title', 'description', 'example', 'examples', 'externalDocs', 'xml', '$comment']

/** Words and extensions that no program sees: one change for all of them. */
function wordChanges(pair: Pair): Change[] {
  const told = new Set(['x-extensible-enum', 'x-multi-segment'])
  const names = [...pair.old.shape.parts, ...pair.new.shape.parts].flatMap((part) => membersOf(part).map(([name]) => name))
  const wordy = [...new Set(names)].filter((name) => words.includes(name) || (name.startsWith('x-') && !told.has(name))).sort()
  const changed = wordy.filter((name) => JSON.stringify(stated(pair.old, name)) !== JSON.stringify(stated(pair.new, name)))
  return changed.length === 0 ? [] : [change(pair, 'text-changed', changed[0] ?? 'description', undefined, changed)]
}
