import { after, isIn, type JobEvent } from '@jobs-api/lifecycle'
import { changeJob } from '../operations/change-job.ts'
import type { JobWriter } from '../storage/job-store.ts'
import type { Instant, Job, Pipeline } from '../storage/records.ts'

/** Where a job stands after an event, with the stamps that belong to that; the runners let go of it unless told otherwise. */
export function stepped(job: Job, event: JobEvent, now: Instant, changes: Partial<Job> = {}): Job {
  const status = after(event, job.status)
  if (status === undefined) throw new Error(`${event} does not apply to job ${job.id}, which is ${job.status}`)
  const stamps = {
    ...(status === 'pending' ? { queuedAt: now, scheduledAt: null } : {}),
    ...(status === 'running' ? { startedAt: now } : {}),
    ...(isIn('complete', status) ? { finishedAt: now } : {}),
  }
  return { ...job, ...stamps, inHand: null, ...changes, status }
}

/** Takes a job one step on, and its pipeline with it. */
export async function step(
  writer: JobWriter,
  now: Instant,
  { pipeline, job, event }: { pipeline: Pipeline; job: Job; event: JobEvent },
  changes: Partial<Job> = {},
): Promise<Job> {
  return changeJob(writer, { now }, pipeline, stepped(job, event, now, changes))
}
