import { groups, type JobStatus } from './statuses.ts'

/** What the rules look at; a stored job has all of it. */
export interface JobFacts {
  readonly status: JobStatus
  /** When the configuration lets it run: `manual` and `delayed` jobs can be played. */
  readonly when: 'on_success' | 'on_failure' | 'always' | 'manual' | 'delayed'
  /** Whether a newer attempt exists. */
  readonly retried: boolean
  /** Whether it is too old to be acted on. */
  readonly archived: boolean
  /** Whether anything is left that could be erased: a log, an archive, a report. */
  readonly hasRemains: boolean
  /** Whether its runner can run the `after_script` of a job that is being stopped. */
  readonly cancelsGracefully: boolean
}

const retryable = ['success', 'failed', 'canceled', 'canceling'] as const

/** The rule book: what a person may do to a job, in which statuses, under which condition, and the word for "no". */
export const actions = {
  cancel: { from: groups.cancelable, when: () => true, otherwise: 'unchanged' },
  forceCancel: { from: ['canceling'], when: () => true, otherwise: 'unchanged' },
  retry: { from: retryable, when: (job) => !job.retried && !job.archived, otherwise: 'job_not_retryable' },
  play: { from: ['manual', 'scheduled'], when: isPlayable, otherwise: 'job_not_playable' },
  playAgain: { from: retryable, when: (job) => isPlayable(job) && !job.retried, otherwise: 'job_not_playable' },
  erase: { from: groups.complete, when: (job) => job.hasRemains, otherwise: 'job_not_erasable' },
} as const satisfies Record<string, { from: readonly JobStatus[]; when: (job: JobFacts) => boolean; otherwise: string }>

export type Action = keyof typeof actions

/** Whether the rules allow an action on a job as it is; who asks is not their business. */
export function allows(action: Action, job: JobFacts): boolean {
  const { from, when } = actions[action]
  return (from as readonly JobStatus[]).includes(job.status) && when(job)
}

function isPlayable(job: JobFacts): boolean {
  return (job.when === 'manual' || job.when === 'delayed') && !job.archived
}
