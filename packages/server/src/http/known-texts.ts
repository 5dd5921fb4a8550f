import { isAtRest } from '../views/once-at-rest.ts'
import { Generations } from './generations.ts'
import { JsonText } from './json-text.ts'

/** So much memory is kept for lists at most, in bytes; a row is remembered as long as its representation. */
const limit = 16_000_000

interface Row {
  /** Never that of another. */
  readonly number: number
  readonly text: JsonText
}

/** The texts of representations at rest, each made once, and of lists of them. Whatever else is asked for is made anew. */
export class KnownTexts {
  readonly #rows = new WeakMap<object, Row>()
  readonly #lists = new Generations<JsonText>(limit, ({ bytes }) => bytes.buffer.byteLength)
  #count = 0

  of(value: unknown): JsonText {
    if (Array.isArray(value)) return this.#list(value)
    return this.#row(value)?.text ?? JsonText.of(value)
  }

  #row(view: unknown): Row | undefined {
    if (typeof view !== 'object' || view === null) return undefined
    const known = this.#rows.get(view)
    if (known !== undefined || !isAtRest(view)) return known
    const row = { number: ++this.#count, text: JsonText.lasting(view) }
    this.#rows.set(view, row)
    return row
  }

  #list(views: readonly unknown[]): JsonText {
    const rows = views.map((view) => this.#row(view))
    const known = rows.filter((row) => row !== undefined)
    if (known.length === rows.length) return this.#knownList(known)
    return JsonText.list(rows.map((row, index) => row?.text ?? JsonText.of(views[index])))
  }

  #knownList(rows: readonly Row[]): JsonText {
    const key = rows.map(({ number }) => number).join()
    const known = this.#lists.get(key)
    if (known !== undefined) return known
    const text = JsonText.list(rows.map((row) => row.text))
    this.#lists.set(key, text)
    return text
  }
}
