import type { Job } from '../storage/records.ts'

/**
 * How jobs go on: with the clock; at once, as soon as it is their turn; when they have been read so many times in each status; or
 * not at all.
 */
export type JobPace =
  | { readonly mode: 'time' }
  | { readonly mode: 'at_once' }
  | { readonly mode: 'reads'; readonly reads: number }
  | { readonly mode: 'never' }

/** A job by its number, or all of a name: a job that is retried gets a new number and keeps its name. */
export type JobKey = number | string

/** The pace of each job of a universe. */
export class Paces {
  readonly #ofJobs = new Map<JobKey, JobPace>()
  readonly #reads = new Map<number, { readonly status: Job['status']; readonly count: number }>()
  #usual: JobPace

  constructor(usual: JobPace = { mode: 'time' }) {
    this.#usual = usual
  }

  /** For one job, or for all that have none of their own. */
  set(pace: JobPace, job?: JobKey): void {
    if (job === undefined) this.#usual = pace
    else this.#ofJobs.set(job, pace)
  }

  get usual(): JobPace {
    return this.#usual
  }

  get ofJobs(): readonly (readonly [JobKey, JobPace])[] {
    return [...this.#ofJobs]
  }

  /** Whether nothing goes on at all. */
  get areStill(): boolean {
    return this.#all.every(({ mode }) => mode === 'never')
  }

  /** Whether anything goes on otherwise than with the clock. */
  get hurry(): boolean {
    return this.countReads || this.#all.some(({ mode }) => mode === 'at_once')
  }

  get countReads(): boolean {
    return this.#all.some(({ mode }) => mode === 'reads')
  }

  rests(job: Job): boolean {
    return this.#of(job).mode === 'never'
  }

  /** How much of the `whole` milliseconds that something takes has passed for a job while so many passed on the clock. */
  elapsed(job: Job, onClock: number, whole: number): number {
    const pace = this.#of(job)
    switch (pace.mode) {
      case 'time':
        return onClock
      case 'at_once':
        return Number.POSITIVE_INFINITY
      case 'never':
        return 0
      case 'reads': {
        const share = this.#readsOf(job) / pace.reads
        return share >= 1 ? Number.POSITIVE_INFINITY : share * whole
      }
    }
  }

  noteRead(job: Pick<Job, 'id' | 'status'>): void {
    this.#reads.set(job.id, { status: job.status, count: this.#readsOf(job) + 1 })
  }

  /** Since it has been in its status. */
  #readsOf({ id, status }: Pick<Job, 'id' | 'status'>): number {
    const known = this.#reads.get(id)
    return known?.status === status ? known.count : 0
  }

  #of({ id, name }: Job): JobPace {
    return this.#ofJobs.get(id) ?? this.#ofJobs.get(name) ?? this.#usual
  }

  get #all(): JobPace[] {
    return [this.#usual, ...this.#ofJobs.values()]
  }
}
