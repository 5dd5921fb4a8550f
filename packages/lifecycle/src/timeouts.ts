const hour = 3_600_000

/** How long a job may run where its project says nothing else, in milliseconds. Fact `statuses-execution-timeout`. */
export const executionTimeout = hour

/** How long a job may wait in the queue, in milliseconds. Fact `statuses-stuck-pending`. */
export const stuckAfter = { stuck_pending_no_matching_runners: hour, stuck_pending_with_matching_runners: 24 * hour } as const

export type StuckReason = keyof typeof stuckAfter

/** Why a job is given up that has waited so many milliseconds, or undefined while it may go on waiting. */
export function stuckReason(waited: number, hasFittingRunner: boolean): StuckReason | undefined {
  const reason = hasFittingRunner ? 'stuck_pending_with_matching_runners' : 'stuck_pending_no_matching_runners'
  return waited >= stuckAfter[reason] ? reason : undefined
}
