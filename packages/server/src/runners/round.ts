import { groups, isIn } from '@jobs-api/lifecycle'
import type { Job } from '../storage/records.ts'
import { goOnCanceling, goOnRunning, heldAs, seal, takeInHand } from './attempt.ts'
import type { Floor } from './floor.ts'
import { isDue, keepContact, pickUp } from './queue.ts'
import { dropStuck } from './stuck.ts'
import { followDownstream, startDownstream } from './trigger.ts'
import { enqueue, enqueueIfFree, preparingTime, takeTurns } from './turn-of-jobs.ts'

/** Told what went wrong and with what; the rest of the round goes on. */
export type Trouble = (where: string, error: unknown) => void

/**
 * One round of the simulated runners: everything whose time has come. When nothing has to be done, nothing is written.
 * Each job is changed in a transaction of its own, so one that goes wrong holds up nobody else.
 */
export async function oneRound(floor: Floor, trouble: Trouble): Promise<void> {
  const attempt = async (where: string, work: () => Promise<void>) => {
    try {
      await work()
    } catch (error) {
      trouble(where, error)
    }
  }
  const seen = await floor.store.read((reader) => reader.underWay(groups.moving))
  for (const job of seen) if (!floor.pace.rests(job)) await attempt(`job ${job.id}`, () => goOn(floor, job))
  const waiting = new Map(seen.flatMap((job) => (job.status === 'created' ? [[job.pipelineId, job] as const] : [])))
  for (const [id, { projectId }] of waiting) await attempt(`pipeline ${id}`, () => takeTurns(floor, { id, projectId }))
  await attempt('queue', () => handOut(floor, seen))
}

/** What becomes of a job by itself, by its status. */
async function goOn(floor: Floor, job: Job): Promise<void> {
  switch (job.status) {
    case 'created':
      return
    case 'pending':
      return job.kind === 'bridge' && isDue(job, floor) ? startDownstream(floor, job) : undefined
    case 'running':
      return job.kind === 'bridge' ? followDownstream(floor, job) : goOnRunning(floor, job)
    case 'canceling':
      return goOnCanceling(floor, job)
    case 'preparing':
      return prepare(floor, job)
    case 'scheduled':
      return (job.scheduledAt ?? 0) <= floor.clock.now() ? enqueue(floor, job) : undefined
    case 'waiting_for_resource':
      return enqueueIfFree(floor, job)
    default:
      return seal(floor, job)
  }
}

async function prepare(floor: Floor, job: Job): Promise<void> {
  const inHand = heldAs(job)
  if (inHand === undefined) return takeInHand(floor, job)
  if (floor.pace.elapsed(job, inHand.since, preparingTime) >= preparingTime) await enqueue(floor, job)
}

async function handOut(floor: Floor, seen: readonly Job[]): Promise<void> {
  const builds = seen.filter(({ kind }) => kind === 'build')
  const pending = builds.filter((job) => job.status === 'pending' && !floor.pace.rests(job))
  const executing = builds.filter(({ status }) => isIn('executing', status))
  const runners = await floor.store.read((reader) => reader.runners())
  await pickUp(floor, pending, runners, executing)
  await dropStuck(floor, pending, runners)
  await keepContact(floor, runners, executing)
}
