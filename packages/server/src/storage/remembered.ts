/** So much text is remembered at most, in characters; a record has one or two thousand. */
const limit = 16_000_000

/**
 * Parses records, and remembers the result by the very text it came from: nothing has to be invalidated, since another text is
 * another record. Whoever asks twice for an unchanged row gets the same object, so what was made from it can be
 * remembered as well. Nobody may change such an object; all types of records are read-only.
 */
export class Remembered {
  #current = new Map<string, unknown>()
  #before = new Map<string, unknown>()
  #size = 0

  parse(text: string): unknown {
    const known = this.#current.get(text) ?? this.#before.get(text)
    const value = known ?? JSON.parse(text)
    if (!this.#current.has(text)) this.#keep(text, value)
    return value
  }

  /** Two generations: when one is full, what was not asked for during it is forgotten. */
  #keep(text: string, value: unknown): void {
    if (this.#size > limit / 2) [this.#before, this.#current, this.#size] = [this.#current, new Map(), 0]
    this.#current.set(text, value)
    this.#size += text.length
  }
}
