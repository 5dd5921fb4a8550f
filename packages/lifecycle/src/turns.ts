import type { JobFacts } from './actions.ts'
import { type CountedJob, pipelineStatus } from './pipeline-status.ts'
import { isIn, type JobStatus } from './statuses.ts'
import { after, type JobEvent } from './transitions.ts'

/** A job as the order of its pipeline looks at it; retried attempts are left out beforehand. */
export interface OrderedJob extends CountedJob {
  readonly when: JobFacts['when']
  /** Stages follow one another in this order. */
  readonly stageIndex: number
}

/** What the stages before must have come to, so that a job has its turn. Source: `app/services/ci/process_build_service.rb`. */
const wanted: Readonly<Record<JobFacts['when'], readonly JobStatus[]>> = {
  on_success: ['success', 'skipped'],
  on_failure: ['failed'],
  always: ['success', 'failed', 'skipped'],
  manual: ['success', 'skipped'],
  delayed: ['success', 'skipped'],
}

/** What happens to a job whose turn has come. */
const ownTurn: Readonly<Record<JobFacts['when'], JobEvent>> = {
  on_success: 'enqueue',
  on_failure: 'enqueue',
  always: 'enqueue',
  manual: 'actionize',
  delayed: 'schedule',
}

/**
 * What becomes of a job that has only been created, or undefined while the stages before are not through. A manual job
 * that must not fail keeps them from being through: the gate stays shut until somebody plays it.
 */
export function turn(job: OrderedJob, before: readonly CountedJob[]): JobEvent | undefined {
  if (job.status !== 'created') return undefined
  const reached = before.length === 0 ? 'success' : pipelineStatus(before)
  if (!isIn('complete', reached)) return undefined
  return wanted[job.when].includes(reached) ? ownTurn[job.when] : 'skip'
}

/** Whose turn it is in a pipeline, and what becomes of them; a stage sees what has just become of those before it. */
export function turns<Ordered extends OrderedJob>(
  jobs: readonly Ordered[],
): readonly { readonly job: Ordered; readonly event: JobEvent }[] {
  const found: { job: Ordered; event: JobEvent }[] = []
  const reached: Ordered[] = []
  for (const [, stage] of [...Map.groupBy(jobs, ({ stageIndex }) => stageIndex)].sort(([one], [other]) => one - other)) {
    const before = [...reached]
    for (const job of stage) {
      const event = turn(job, before)
      if (event !== undefined) found.push({ job, event })
      reached.push({ ...job, status: (event && after(event, job.status)) ?? job.status })
    }
  }
  return found
}

/** What becomes of a trigger job that mirrors the pipeline which it started; undefined while that is under way. */
export function mirrored(downstream: JobStatus): JobEvent | undefined {
  if (!isIn('complete', downstream)) return undefined
  return downstream === 'success' ? 'succeed' : 'drop'
}
