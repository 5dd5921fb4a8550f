/** A signal that is aborted after a time or with another signal, and that can be let go of: `AbortSignal.any` cannot. */
export class Deadline {
  readonly #controller = new AbortController()
  readonly signal: AbortSignal = this.#controller.signal
  readonly #timer: ReturnType<typeof setTimeout>
  readonly #parent: AbortSignal | undefined
  readonly #stop = (): void => this.#controller.abort(this.#parent?.reason)
  /** Whether it was the time that ended it. */
  hasPassed = false

  constructor(inMs: number, parent?: AbortSignal) {
    this.#parent = parent
    this.#timer = setTimeout(
      () => {
        this.hasPassed = true
        this.#controller.abort()
      },
      Math.min(inMs, 2 ** 31 - 1),
    )
    if (parent?.aborted === true) this.#stop()
    else parent?.addEventListener('abort', this.#stop)
  }

  /** The time does not count any more; the other signal still does. */
  stopTheClock(): void {
    clearTimeout(this.#timer)
  }

  /** Neither counts any more. */
  release(): void {
    this.stopTheClock()
    this.#parent?.removeEventListener('abort', this.#stop)
  }
}
