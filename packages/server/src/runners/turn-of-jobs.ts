import { after, groups, holdsResource, type JobEvent, turns } from '@jobs-api/lifecycle'
import { latestJobs } from '../operations/change-job.ts'
import type { JobReader } from '../storage/job-store.ts'
import type { Job } from '../storage/records.ts'
import { changing, type Floor } from './floor.ts'
import { step } from './step.ts'

/** How long a job prepares itself, in milliseconds. */
export const preparingTime = 2000
/** How long a delayed job waits if nobody said it. */
const usualDelay = 60_000

/** Gives each job of a pipeline its turn, if that has come. */
export async function takeTurns(floor: Floor, pipeline: { readonly id: number; readonly projectId: number }): Promise<void> {
  const jobs = await floor.store.read((reader) => latestJobs(reader, pipeline))
  const ordered = jobs.map((job) => ({ ...job, allow_failure: job.allowFailure })).sort((one, other) => one.id - other.id)
  for (const { job, event } of turns(ordered)) if (!floor.pace.rests(job)) await takeTurn(floor, job, event)
}

async function takeTurn(floor: Floor, job: Job, event: JobEvent): Promise<void> {
  if (event === 'enqueue') return enqueue(floor, job)
  const now = floor.clock.now()
  const delay = event === 'schedule' ? { scheduledAt: now + (job.plan?.startIn ?? usualDelay) } : {}
  await changing(floor, job, async (writer, fresh, pipeline) => void (await step(writer, now, { pipeline, job: fresh, event }, delay)))
}

/** Puts a job into the queue, or, if another job holds its resource group, makes it wait for that. */
export async function enqueue(floor: Floor, job: Job): Promise<void> {
  await changing(floor, job, async (writer, fresh, pipeline) => {
    const waits = after('await_resource', fresh.status) !== undefined && (await groupIsHeld(writer, fresh))
    await step(writer, floor.clock.now(), { pipeline, job: fresh, event: waits ? 'await_resource' : 'enqueue' })
  })
}

/** A job that waits for its resource group goes on when nobody holds that any more. */
export async function enqueueIfFree(floor: Floor, job: Job): Promise<void> {
  if (!(await floor.store.read((reader) => groupIsHeld(reader, job)))) await enqueue(floor, job)
}

/** Whether another job holds the resource group of this one. */
export async function groupIsHeld(
  reader: JobReader,
  job: Job,
  holds: (status: Job['status']) => boolean = holdsResource,
): Promise<boolean> {
  if (job.resourceGroup === null) return false
  const others = await reader.underWay(groups.moving)
  return others.some((other) => isRival(other, job) && holds(other.status))
}

const isRival = (one: Job, other: Job) =>
  one.id !== other.id && one.projectId === other.projectId && one.resourceGroup === other.resourceGroup
