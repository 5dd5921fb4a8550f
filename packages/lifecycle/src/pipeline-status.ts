import type { JobStatus } from './statuses.ts'

/** A job as its pipeline counts it; retried attempts are left out beforehand. */
export interface CountedJob {
  readonly status: JobStatus
  readonly allow_failure: boolean
}

/** What a job counts as: an allowed failure is a success with a warning, a manual job that may fail is passed over. */
type Counted = JobStatus | 'warned' | 'ignored'

/** The status of a pipeline, from those of its latest jobs. The first row that fits decides. Source: `lib/gitlab/ci/status/composite.rb`. */
export function pipelineStatus(jobs: readonly CountedJob[]): JobStatus {
  const seen = new Set(jobs.map(counted))
  const only = (...kinds: Counted[]) => [...seen].every((kind) => kinds.includes(kind))
  const any = (...kinds: Counted[]) => kinds.some((kind) => seen.has(kind))
  if (only('skipped', 'ignored')) return 'skipped'
  if (only('success', 'skipped', 'warned', 'ignored')) return 'success'
  if (only('created', 'warned', 'ignored')) return 'created'
  if (only('preparing', 'warned', 'ignored')) return 'preparing'
  if (any('canceling')) return 'canceling'
  if (only('canceled', 'success', 'skipped', 'warned', 'ignored')) return 'canceled'
  if (only('pending', 'created', 'skipped', 'warned', 'ignored')) return 'pending'
  if (any('running', 'pending')) return 'running'
  if (any('waiting_for_callback')) return 'waiting_for_callback'
  if (any('waiting_for_resource')) return 'waiting_for_resource'
  if (any('manual')) return 'manual'
  if (any('scheduled')) return 'scheduled'
  if (any('preparing')) return 'preparing'
  if (any('created')) return 'running'
  return 'failed'
}

function counted(job: CountedJob): Counted {
  if (!job.allow_failure) return job.status
  if (job.status === 'failed' || job.status === 'canceled') return 'warned'
  return job.status === 'manual' ? 'ignored' : job.status
}
