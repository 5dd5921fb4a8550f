import type { Instant } from '../storage/records.ts'

/**
 * A clock that goes as fast as it is told, or stands. It follows the machine's, and so also a clock that a test has put in
 * place of that.
 */
export class VirtualClock {
  readonly #machine: () => number
  /** The time at which the speed was last changed, here and on the machine. */
  #from: Instant
  #fromMachine: number
  #speed: number

  constructor(start: Instant, speed = 1, machine = () => Date.now()) {
    this.#machine = machine
    this.#from = start
    this.#fromMachine = machine()
    this.#speed = speed
  }

  now(): Instant {
    return Math.floor(this.#from + (this.#machine() - this.#fromMachine) * this.#speed)
  }

  get speed(): number {
    return this.#speed
  }

  /** So many seconds to a second of the machine; 0 stops it. */
  run(speed: number): void {
    this.#from = this.now()
    this.#fromMachine = this.#machine()
    this.#speed = speed
  }

  /** Goes on by so many milliseconds at once. */
  advance(milliseconds: number): void {
    this.#from += milliseconds
  }
}
