import { hash } from 'node:crypto'

/** Numbers that look thrown, and are the same again for the same seed: mulberry32. */
export class Dice {
  #state: number

  constructor(seed: string) {
    this.#state = Number.parseInt(hash('sha256', seed, 'hex').slice(0, 8), 16)
  }

  /** From 0 up to and without 1. */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }

  /** A whole number from `least` up to `most`. */
  between(least: number, most: number): number {
    return least + Math.floor(this.next() * (most - least + 1))
  }

  /** One of several, each as likely as its weight. */
  pick<Value>(weighted: readonly (readonly [Value, number])[]): Value {
    const total = weighted.reduce((sum, [, weight]) => sum + weight, 0)
    let left = this.next() * total
    for (const [value, weight] of weighted) {
      left -= weight
      if (left < 0) return value
    }
    return (weighted.at(-1) as readonly [Value, number])[0]
  }

  digits(count: number): string {
    return Array.from({ length: count }, () => Math.floor(this.next() * 16).toString(16)).join('')
  }
}
