import { isAtRest } from '../views/once-at-rest.ts'
import { Generations } from './generations.ts'
import { JsonText } from './json-text.ts'

/** So much memory is kept for lists at most, in bytes; a row is remembered as long as its representation. */
const limit = 16_000_000

interface Row {
  /** Of a representation at rest, and never that of another; all others have none. */
  readonly number: number | undefined
  readonly text: JsonText
}

/** The texts of representations at rest, each made once, and of lists of them. Whatever else is asked for is made anew. */
export class KnownTexts {
  readonly #rows = new WeakMap<object, Row>()
  readonly #lists = new Generations<JsonText>(limit, ({ bytes }) => bytes.buffer.byteLength)
  #count = 0

  of(value: unknown): JsonText {
    if (Array.isArray(value) && value.every(isObject)) return this.#list(value)
    return isObject(value) ? this.#row(value).text : JsonText.of(value)
  }

  #row(view: object): Row {
    const known = this.#rows.get(view)
    if (known !== undefined) return known
    if (!isAtRest(view)) return { number: undefined, text: JsonText.of(view) }
    const row = { number: ++this.#count, text: JsonText.of(view) }
    this.#rows.set(view, row)
    return row
  }

  #list(views: readonly object[]): JsonText {
    const rows = views.map((view) => this.#row(view))
    const numbers = rows.map(({ number }) => number)
    if (numbers.includes(undefined)) return JsonText.list(rows.map(({ text }) => text))
    const key = numbers.join()
    const known = this.#lists.get(key)
    if (known !== undefined) return known
    const text = JsonText.list(rows.map((row) => row.text))
    this.#lists.set(key, text)
    return text
  }
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null
