import type { Change, Direction } from '../diff/change.ts'
import { type Json, membersOf } from '../source/json.ts'
import type { Source } from '../source/source.ts'
import { alternativeChanges, splitChanges } from './alternatives.ts'
import { boundChanges } from './bounds.ts'
import { conditionChanges } from './conditions.ts'
import { elementChanges, memberChanges } from './members.ts'
import { Outlines } from './outline.ts'
import { shapeOf } from './shape.ts'
import { change, type Pair, stated } from './statements.ts'
import { listChanges, textChanges, typeChanges } from './values.ts'
import { isWord } from './words.ts'

/** Compares schemas of two documents. What it has compared once it knows: shared and recursive schemas cost nothing more. */
export class SchemaComparison {
  readonly #old: Source
  readonly #new: Source
  readonly #known = new Map<string, readonly Change[]>()
  readonly #numbers = new WeakMap<object, number>()
  readonly #outlines: { readonly old: Outlines; readonly new: Outlines }
  /** What is being compared, from the outside in. */
  readonly #path: string[] = []
  /** How far out in the path the innermost comparison has met itself again. */
  #outermost = Number.POSITIVE_INFINITY
  #last = 0

  constructor(older: Source, newer: Source) {
    this.#old = older
    this.#new = newer
    this.#outlines = { old: new Outlines(older), new: new Outlines(newer) }
  }

  /** What has changed for those who send (`request`) or read (`response`) values; each side is schemas that hold together. */
  compare(olds: readonly Json[], news: readonly Json[], direction: Direction): readonly Change[] {
    const outline = `${direction} ${this.#outlines.old.of(olds)} ${this.#outlines.new.of(news)}`
    const outer = this.#path.indexOf(outline)
    if (outer >= 0) return this.#recurs(outer)
    const key = `${direction} ${this.#name(this.#old, olds)} ${this.#name(this.#new, news)}`
    const known = this.#known.get(key)
    if (known !== undefined) return known
    return this.#remembered(key, outline, () => this.#changes(olds, news, direction))
  }

  /** A schema that holds itself has changed where it is told, not where it recurs. */
  #recurs(outer: number): readonly Change[] {
    this.#outermost = Math.min(this.#outermost, outer)
    return []
  }

  /** What was left out because it recurs further out is not all there is to say elsewhere, so it is not kept. */
  #remembered(key: string, outline: string, compare: () => readonly Change[]): readonly Change[] {
    const [depth, before] = [this.#path.length, this.#outermost]
    this.#outermost = Number.POSITIVE_INFINITY
    this.#path.push(outline)
    const changes = compare()
    this.#path.pop()
    if (this.#outermost >= depth) this.#known.set(key, changes)
    this.#outermost = Math.min(before, this.#outermost >= depth ? Number.POSITIVE_INFINITY : this.#outermost)
    return changes
  }

  #changes(olds: readonly Json[], news: readonly Json[], direction: Direction): readonly Change[] {
    const pair: Pair = {
      old: { source: this.#old, nodes: olds, shape: shapeOf(this.#old, olds) },
      new: { source: this.#new, nodes: news, shape: shapeOf(this.#new, news) },
    }
    const deeper = (before: readonly Json[], after: readonly Json[]) => this.compare(before, after, direction)
    const split = splitChanges(pair, deeper)
    if (split !== undefined) return split
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

/** Words and extensions that no program sees: one change for all of them. */
function wordChanges(pair: Pair): Change[] {
  const names = [...pair.old.shape.parts, ...pair.new.shape.parts].flatMap((part) => membersOf(part).map(([name]) => name))
  const wordy = [...new Set(names)].filter(isWord).sort()
  const changed = wordy.filter((name) => JSON.stringify(stated(pair.old, name)) !== JSON.stringify(stated(pair.new, name)))
  return changed.length === 0 ? [] : [change(pair, 'text-changed', changed[0] ?? 'description', undefined, changed)]
}
