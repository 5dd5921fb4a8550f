import { JobsApiError } from '@jobs-api/client'

/** Of these every other call would die, too. */
const ends: ReadonlySet<string> = new Set(['network', 'timed_out', 'unauthorized', 'rate_limited'])
/** So many calls in a row may fail on the server's side before it counts as broken as a whole. */
const limit = 5

/** Tells what concerns one job or one pipeline only from what ends an import. */
export class Tolerance {
  #failuresInARow = 0

  /** Something was answered as it should be. */
  relax(): void {
    this.#failuresInARow = 0
  }

  /**
   * The error of a call if the import can go on without it: a refusal, or an answer that is an error or broken however often it is
   * asked for. Throws whatever else it is, and the same for too many calls in a row.
   */
  accept(error: unknown): JobsApiError {
    if (!(error instanceof JobsApiError) || ends.has(error.kind)) throw error
    const isFailure = error.kind === 'failed' || error.kind === 'broken_answer'
    if (isFailure && ++this.#failuresInARow > limit) throw error
    if (!isFailure) this.relax()
    return error
  }
}
