import { createHash } from 'node:crypto'
import { canonical, isObject, type Json, type JsonObject, membersOf, textsOf } from '../source/json.ts'
import type { Source } from '../source/source.ts'
import { shapeOf } from './shape.ts'
import { isWord } from './words.ts'

/** So deep two schemas have to be alike to count as one that recurs. */
const depth = 6

/**
 * Names for schemas by what they say down to some depth: a schema that holds itself has the same name as its copy that holds
 * itself one step later, so where a recursion begins does not depend on how it is written.
 */
export class Outlines {
  readonly #source: Source
  readonly #known = new WeakMap<object, string[]>()

  constructor(source: Source) {
    this.#source = source
  }

  of(nodes: readonly Json[], left = depth): string {
    const [only] = nodes
    if (nodes.length !== 1 || !isObject(only)) return this.#outline(nodes, left)
    const known = this.#known.get(only) ?? []
    this.#known.set(only, known)
    const outline = known[left] ?? this.#outline(nodes, left)
    known[left] = outline
    return outline
  }

  #outline(nodes: readonly Json[], left: number): string {
    if (left === 0) return ''
    const { parts, types, isNullable, isNever, alternatives } = shapeOf(this.#source, nodes)
    const deeper = (node: Json) => this.of([node], left - 1)
    const text = canonical([
      [...(types ?? [])].sort(),
      isNullable ?? null,
      isNever,
      alternatives.map(({ keyword, branches }) => [keyword, ...branches.map(deeper).sort()]),
      [...new Set(parts.flatMap((part) => textsOf(part['required'])))].sort(),
      parts.flatMap((part) => statements(part, deeper)).sort(),
    ])
    return createHash('sha256').update(text).digest('base64').slice(0, 12)
  }
}

const told = new Set(['$ref', 'allOf', 'anyOf', 'oneOf', 'type', 'nullable', 'required'])

function statements(part: JsonObject, deeper: (node: Json) => string): string[] {
  return membersOf(part).flatMap(([keyword, value]) => {
    if (told.has(keyword) || isWord(keyword)) return []
    if (keyword === 'properties' || keyword === 'patternProperties')
      return membersOf(value).map(([name, schema]) => `${keyword} ${name} ${deeper(schema)}`)
    if (keyword === 'items' || keyword === 'additionalProperties') return [`${keyword} ${deeper(value)}`]
    return [`${keyword} ${canonical(value)}`]
  })
}
