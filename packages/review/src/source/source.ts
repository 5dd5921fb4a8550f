import { dirname, resolve } from 'node:path'
import { isObject, isText, type Json, type JsonObject } from './json.ts'

/** Where a value stands: a file and the steps from its root. */
export interface Place {
  readonly file: string
  readonly steps: readonly string[]
}

/** A document with all the files that it is spread over, each already read. */
export class Source {
  /** The file that holds the root. */
  readonly file: string
  readonly root: JsonObject
  readonly #files: ReadonlyMap<string, Json>
  readonly #places = new WeakMap<object, Place>()

  constructor(main: string, files: ReadonlyMap<string, Json>) {
    const root = files.get(main)
    if (!isObject(root)) throw new Error(`${main} holds no object, so it is no OpenAPI document`)
    this.root = root
    this.file = main
    this.#files = files
    for (const [file, value] of files) this.#remember(value, { file, steps: [] })
  }

  /** Where a value stands, or one of its members. Knows only values of this document. */
  placeOf(node: Json, member?: string): Place | undefined {
    const place = typeof node === 'object' && node !== null ? this.#places.get(node) : undefined
    if (place === undefined || member === undefined) return place
    return { file: place.file, steps: [...place.steps, member] }
  }

  /** Follows `$ref` as often as there is one. */
  resolve(node: Json | undefined): Json | undefined {
    const seen = new Set<Json>()
    let found = node
    while (isObject(found) && isText(found['$ref'])) {
      if (seen.has(found)) throw new Error(`${found['$ref']} refers to itself in ${this.#places.get(found)?.file}`)
      seen.add(found)
      found = this.follow(found, found['$ref'])
    }
    return found
  }

  /** The same as a function, for those who need no more of the document. */
  readonly follower = (node: Json | undefined): Json | undefined => this.resolve(node)

  object(node: Json | undefined): JsonObject {
    const found = this.resolve(node)
    return isObject(found) ? found : {}
  }

  /** What a `$ref` that stands in `node` refers to, which may be a `$ref` itself. */
  follow(node: JsonObject, reference: string): Json {
    const own = this.#places.get(node)?.file ?? ''
    const [path = '', pointer = ''] = reference.split('#')
    const file = path === '' ? own : resolve(dirname(own), decodeURIComponent(path))
    const found = stepsOf(pointer).reduce<Json | undefined>((value, step) => memberOf(value, step), this.#files.get(file))
    if (found === undefined) throw new Error(`${own} refers to ${reference}, which is not there`)
    return found
  }

  /** The values on the way to a place: the whole file first, and as far as there is something. */
  chain({ file, steps }: Place): Json[] {
    const chain: Json[] = []
    let value = this.#files.get(file)
    for (const step of [...steps, '']) {
      if (value === undefined) break
      chain.push(value)
      value = memberOf(value, step)
    }
    return chain
  }

  #remember(value: Json, place: Place): void {
    if (typeof value !== 'object' || value === null || this.#places.has(value)) return
    this.#places.set(value, place)
    for (const [name, member] of Object.entries(value)) this.#remember(member, { file: place.file, steps: [...place.steps, name] })
  }
}

/** The steps of a JSON pointer. */
export const stepsOf = (pointer: string): string[] =>
  pointer
    .split('/')
    .slice(1)
    .map((step) => decodeURIComponent(step).replaceAll('~1', '/').replaceAll('~0', '~'))

function memberOf(value: Json | undefined, step: string): Json | undefined {
  if (Array.isArray(value)) return value[Number(step)]
  return isObject(value) && Object.hasOwn(value, step) ? value[step] : undefined
}
