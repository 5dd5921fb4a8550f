/** So many keys that were asked for once are known at most. */
const mostAsked = 20_000

/**
 * Remembers by key what is asked for a second time: of what is asked for once there is no end. In two generations: when one is full, what
 * was not asked for while it filled is forgotten.
 */
export class Generations<Value extends object> {
  readonly #limit: number
  readonly #sizeOf: (value: Value) => number
  #current = new Map<string, Value>()
  #before = new Map<string, Value>()
  #size = 0
  /** Keys by how often they were asked for in vain. */
  #asked = new Map<string, number>()

  /** `limit` is how much both generations hold together at most, in the unit of `sizeOf`. */
  constructor(limit: number, sizeOf: (value: Value) => number) {
    this.#limit = limit
    this.#sizeOf = sizeOf
  }

  get(key: string): Value | undefined {
    const value = this.#current.get(key)
    if (value !== undefined) return value
    const old = this.#before.get(key)
    if (old === undefined) this.#miss(key)
    else this.#keep(key, old)
    return old
  }

  /** Whether a value would be kept: not when it was asked for but once. */
  wants(key: string): boolean {
    return (this.#asked.get(key) ?? 0) > 1
  }

  /** Keeps the value, if it is wanted. */
  set(key: string, value: Value): void {
    if (this.wants(key)) this.#keep(key, value)
  }

  #miss(key: string): void {
    if (this.#asked.size >= mostAsked) this.#asked.clear()
    this.#asked.set(key, (this.#asked.get(key) ?? 0) + 1)
  }

  #keep(key: string, value: Value): void {
    const size = this.#sizeOf(value)
    if (this.#size + size > this.#limit / 2) [this.#before, this.#current, this.#size] = [this.#current, new Map(), 0]
    if (size > this.#limit / 2) return
    this.#current.set(key, value)
    this.#size += size
  }
}
