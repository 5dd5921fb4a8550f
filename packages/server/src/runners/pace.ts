import type { Instant, Job } from '../storage/records.ts'

/** How fast jobs go on. */
export interface Pace {
  /** Whether the runners leave a job alone. */
  rests(job: Job): boolean
  /** How much of the `whole` milliseconds that something takes has passed for a job since a moment. */
  elapsed(job: Job, since: Instant, whole: number): number
}

/** Every job goes on as its clock does. */
export const byTheClock = ({ now }: { readonly now: () => Instant }): Pace => ({
  rests: () => false,
  elapsed: (_job, since) => now() - since,
})
