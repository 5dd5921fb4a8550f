/** A check of a conformance kit that rests on a statement which has changed. */
export interface TouchedCheck {
  /** `retryJob.twice`. */
  readonly id: string
  /** The facts that it examines and the changed statements name. */
  readonly facts: readonly string[]
  /** The findings that touch it. */
  readonly fingerprints: readonly string[]
}
