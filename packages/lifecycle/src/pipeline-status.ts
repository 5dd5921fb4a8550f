import type { JobStatus } from './statuses.ts'

/** A job as its pipeline counts it; retried attempts are left out beforehand. */
export interface CountedJob {
  readonly status: JobStatus
  readonly allow_failure: boolean
}

/**
 * The status of a pipeline, from those of its latest jobs. The first row that fits decides.
 * Source: `lib/gitlab/ci/status/composite.rb`; an allowed failure counts as a success, a manual job that may fail as skipped.
 */
export function pipelineStatus(jobs: readonly CountedJob[]): JobStatus {
  const seen = new Set(jobs.map(counted))
  const only = (...statuses: JobStatus[]) => [...seen].every((status) => statuses.includes(status))
  const any = (...statuses: JobStatus[]) => statuses.some((status) => seen.has(status))
  if (only('skipped')) return 'skipped'
  if (only('success', 'skipped')) return 'success'
  if (only('created')) return 'created'
  if (only('preparing')) return 'preparing'
  if (any('canceling')) return 'canceling'
  if (only('canceled', 'success', 'skipped')) return 'canceled'
  if (only('pending', 'created', 'skipped')) return 'pending'
  if (any('running', 'pending')) return 'running'
  if (any('waiting_for_callback')) return 'waiting_for_callback'
  if (any('waiting_for_resource')) return 'waiting_for_resource'
  if (any('manual')) return 'manual'
  if (any('scheduled')) return 'scheduled'
  if (any('preparing')) return 'preparing'
  if (any('created')) return 'running'
  return 'failed'
}

function counted(job: CountedJob): JobStatus {
  if (!job.allow_failure) return job.status
  if (job.status === 'failed' || job.status === 'canceled') return 'success'
  return job.status === 'manual' ? 'skipped' : job.status
}
