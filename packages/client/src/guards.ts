import type { FailureReason, Job } from './types.ts'

type In<Status extends string, Sure = unknown> = Job & { status: Status } & Sure

const finished: ReadonlySet<string> = new Set(['success', 'failed', 'canceled', 'skipped'])

/** One that is over, with the times that it then has: one that was skipped has none, and one that failed may never have started. */
export type FinishedJob =
  | In<'success', { started_at: string; finished_at: string; duration: number }>
  | In<'failed' | 'canceled', { finished_at: string }>
  | In<'skipped'>

/** Over: its status will not change any more. It may never have run, as a skipped one. */
export function isFinished(job: Job): job is FinishedJob {
  return finished.has(job.status)
}

/** Failed, and there is a reason why. */
export function isFailed(job: Job): job is In<'failed', { failure_reason: FailureReason }> {
  return job.status === 'failed'
}

/** On a runner at this moment. */
export function isRunning(job: Job): job is In<'running', { started_at: string }> {
  return job.status === 'running'
}

/** Waits for a person: it can be played. */
export function isManual(job: Job): job is In<'manual'> {
  return job.status === 'manual'
}
