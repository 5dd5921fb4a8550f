/** Remembers by key, in two generations: when one is full, what was not asked for while it filled is forgotten. */
export class Generations<Value extends object> {
  readonly #limit: number
  readonly #sizeOf: (value: Value) => number
  #current = new Map<string, Value>()
  #before = new Map<string, Value>()
  #size = 0

  /** `limit` is how much both generations hold together at most, in the unit of `sizeOf`. */
  constructor(limit: number, sizeOf: (value: Value) => number) {
    this.#limit = limit
    this.#sizeOf = sizeOf
  }

  get(key: string): Value | undefined {
    const value = this.#current.get(key)
    if (value !== undefined) return value
    const old = this.#before.get(key)
    if (old !== undefined) this.set(key, old)
    return old
  }

  set(key: string, value: Value): void {
    const size = this.#sizeOf(value)
    if (this.#size + size > this.#limit / 2) [this.#before, this.#current, this.#size] = [this.#current, new Map(), 0]
    if (size > this.#limit / 2) return
    this.#current.set(key, value)
    this.#size += size
  }
}
