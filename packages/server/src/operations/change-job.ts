import { pipelineStatus } from '@jobs-api/lifecycle'
import type { JobReader, JobWriter } from '../storage/job-store.ts'
import type { InputValue, Job, Pipeline, Plan, Variable } from '../storage/records.ts'
import type { Desk } from './operation.ts'

/** More jobs than a pipeline may have. */
const wholePipeline = 10_000

/** Saves a job as it is now, and lets the status of its pipeline follow. */
export async function changeJob(writer: JobWriter, desk: Pick<Desk, 'now'>, pipeline: Pipeline, job: Job): Promise<Job> {
  await writer.saveJob(job)
  await refreshPipeline(writer, desk, pipeline)
  return job
}

/** Lets the status of a pipeline follow those of its jobs. */
export async function refreshPipeline(writer: JobWriter, desk: Pick<Desk, 'now'>, pipeline: Pipeline): Promise<void> {
  const jobs = await latestJobs(writer, pipeline)
  const status = pipelineStatus(jobs.map((job) => ({ status: job.status, allow_failure: job.allowFailure })))
  await writer.savePipeline({ ...pipeline, status, updatedAt: desk.now })
}

/** Puts a job into the queue, for whoever asked for it. */
export function enqueued(job: Job, desk: Desk, given: Given): Job {
  return { ...job, ...given, status: 'pending', queuedAt: desk.now, userId: desk.caller?.user.id ?? null, scheduledAt: null }
}

/** What whoever plays or retries a job may give it. */
export interface Given {
  readonly variables: readonly Variable[]
  readonly inputValues: { readonly [name: string]: InputValue }
}

/**
 * A new job like an old one, in the queue. The old one is marked as retried, and later jobs that were skipped because of
 * it get their turn again. Fact `retry-creates-new-job`.
 */
export async function runAgain(writer: JobWriter, desk: Desk, pipeline: Pipeline, old: Job, given: Given): Promise<Job> {
  const outcome = { startedAt: null, finishedAt: null, erasedAt: null, failureReason: null, coverage: null, runnerId: null }
  const traces = { artifactsExpireAt: null, downstreamPipelineId: null, cancelsGracefully: false, inHand: null }
  const fresh = { ...old, ...outcome, ...traces, createdAt: desk.now, plan: nextAttempt(old.plan) }
  const { id: _, ...queued } = enqueued(fresh, desk, given)
  const added = await writer.addJob(queued)
  await writer.saveJob({ ...old, retried: true })
  for (const job of await latestJobs(writer, pipeline))
    if (job.status === 'skipped' && job.stageIndex > old.stageIndex) await writer.saveJob({ ...job, status: 'created', finishedAt: null })
  await refreshPipeline(writer, desk, pipeline)
  return added
}

/** What a simulated runner will make of the next attempt. */
function nextAttempt(plan: Plan | null): Plan | null {
  if (plan?.retry === undefined) return plan
  const { retry, ...same } = plan
  return { ...same, ...retry }
}

/** The jobs of a pipeline without those that were retried, trigger jobs among them. */
export async function latestJobs(reader: JobReader, { id, projectId }: Pick<Pipeline, 'id' | 'projectId'>): Promise<Job[]> {
  const filter = { projectId, pipelineId: id, latestOnly: true }
  const builds = await reader.jobs({ ...filter, kind: 'build' }, { limit: wholePipeline })
  const bridges = await reader.jobs({ ...filter, kind: 'bridge' }, { limit: wholePipeline })
  return [...builds, ...bridges]
}
