import { isAtRest } from '../views/once-at-rest.ts'
import { JsonText, RowText } from './json-text.ts'

/** The texts of representations at rest, each made once, and kept as long as its representation. Whatever else is asked for is made anew. */
export class KnownTexts {
  readonly #rows = new WeakMap<object, RowText>()

  of(value: unknown): JsonText {
    if (Array.isArray(value)) return JsonText.list(value.map((row) => this.#row(row) ?? RowText.of(row)))
    const row = this.#row(value)
    return row === undefined ? JsonText.of(value) : JsonText.alone(row)
  }

  #row(view: unknown): RowText | undefined {
    if (typeof view !== 'object' || view === null) return undefined
    const known = this.#rows.get(view)
    if (known !== undefined || !isAtRest(view)) return known
    const text = RowText.lasting(view)
    this.#rows.set(view, text)
    return text
  }
}
