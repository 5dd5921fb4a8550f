/** So much text is remembered at most, in characters; a record has one or two thousand. */
const limit = 16_000_000

/** So many texts are known to have been parsed once. */
const mostSeen = 50_000

/**
 * Parses records, and from the second time on remembers the result by the very text it came from: nothing has to be invalidated, since
 * another text is another record. Whoever asks again and again for an unchanged row gets the same object, so what was made from it can
 * be remembered as well. Nobody may change such an object; all types of records are read-only.
 */
export class Remembered {
  #current = new Map<string, unknown>()
  #before = new Map<string, unknown>()
  #size = 0
  #seen = new Set<number>()

  parse(text: string): unknown {
    const known = this.#current.get(text)
    if (known !== undefined) return known
    const old = this.#before.get(text)
    const value = old ?? JSON.parse(text)
    if (old !== undefined || this.#isSeenAgain(text)) this.#keep(text, value)
    return value
  }

  #isSeenAgain(text: string): boolean {
    const mark = digest(text)
    if (this.#seen.has(mark)) return true
    if (this.#seen.size >= mostSeen) this.#seen.clear()
    this.#seen.add(mark)
    return false
  }

  /** Two generations: when one is full, what was not asked for during it is forgotten. */
  #keep(text: string, value: unknown): void {
    if (this.#size > limit / 2) [this.#before, this.#current, this.#size] = [this.#current, new Map(), 0]
    this.#current.set(text, value)
    this.#size += text.length
  }
}

/** FNV-1a over some characters from all parts of the text. Two texts with the same digest cost no more than a place in memory. */
function digest(text: string): number {
  const step = Math.max(1, Math.floor(text.length / 64))
  let value = text.length ^ 0x811c9dc5
  for (let index = 0; index < text.length; index += step) value = Math.imul(value ^ text.charCodeAt(index), 0x01000193)
  return value
}
