import { isObject, isText, type Json, type JsonObject } from './json.ts'
import type { Place, Source } from './source.ts'

/**
 * Where a value is met from the paths of the document, references followed: the same for a document in one file or in many, with
 * components or without, in whatever order. Of several ways the shortest, then the first by the alphabet.
 */
export class Addresses {
  readonly #source: Source
  readonly #known = new Map<Json, string>()

  constructor(source: Source) {
    this.#source = source
    const { paths, webhooks, ...rest } = source.root
    this.#known.set(source.root, '')
    this.#walk(Object.entries({ paths, webhooks }))
    this.#walk(Object.entries(rest))
  }

  /** The address of a value that is an object or a list; undefined of others, and of what nothing leads to. */
  of(value: Json): string | undefined {
    return this.#known.get(value)
  }

  /** The address of a place in one of the files; a place that nothing leads to is told by itself. */
  at({ file, steps }: Place): string {
    const chain = this.#source.chain({ file, steps })
    for (let length = chain.length - 1; length >= 0; length--) {
      const known = this.#known.get(chain[length] ?? null)
      if (known !== undefined) return [known, ...steps.slice(length)].filter((step) => step !== '').join('/')
    }
    return steps.join('/')
  }

  #walk(start: readonly (readonly [string, Json | undefined])[]): void {
    let level = start
    while (level.length > 0) {
      const next: [string, Json][] = []
      for (const [address, raw] of [...level].sort(byAddress)) {
        for (const value of this.#way(raw)) {
          if (this.#known.has(value)) continue
          this.#known.set(value, address)
          next.push(...membersNamed(value).map(([name, member]): [string, Json] => [`${address}/${name}`, member]))
        }
      }
      level = next
    }
  }

  /** A value with all that it refers to. */
  #way(raw: Json | undefined): Json[] {
    if (typeof raw !== 'object' || raw === null) return []
    if (!isObject(raw) || !isText(raw['$ref'])) return [raw]
    const target = this.#source.resolve(raw)
    return typeof target === 'object' && target !== null ? [raw, target] : [raw]
  }
}

const byAddress = ([one]: readonly [string, unknown], [other]: readonly [string, unknown]) => (one < other ? -1 : one > other ? 1 : 0)

/** What an example shows leads nowhere. */
function membersNamed(value: Json): [string, Json][] {
  if (Array.isArray(value)) return value.map((one, index) => [nameIn(one) ?? String(index), one])
  if (!isObject(value)) return []
  return Object.entries(value).filter(([name]) => name !== 'example' && name !== 'value' && name !== 'default')
}

/** Parameters and tags are told by name: their order means nothing. */
function nameIn(value: Json): string | undefined {
  if (!isObject(value)) return undefined
  const { in: place, name }: JsonObject = value
  return isText(name) ? (isText(place) ? `${place} ${name}` : name) : undefined
}
