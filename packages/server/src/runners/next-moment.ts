import { groups, isIn, stuckAfter } from '@jobs-api/lifecycle'
import type { JobReader } from '../storage/job-store.ts'
import type { Instant, Job } from '../storage/records.ts'
import { heldAs } from './attempt.ts'
import type { Floor } from './floor.ts'
import { planFor } from './plan.ts'
import { contact, queuedAt, queueTime } from './queue.ts'
import { stoppingTime } from './story.ts'
import { atOnce } from './sweep.ts'
import { preparingTime } from './turn-of-jobs.ts'

/**
 * The first moment after `now` at which the clock alone lets a round change something, once a round has left everything as it
 * was; undefined if there is none. Logs grow in between, but what they say follows from the clock. It may come too early, never
 * too late: `next-moment.test.ts` compares.
 */
export async function nextRoundAfter({ store }: Floor, now: Instant): Promise<Instant | undefined> {
  const moments = await store.read(async (reader) => {
    const seen = await reader.underWay(groups.moving)
    return [...seen.flatMap(momentsOf), ...(await contacts(reader, seen))]
  })
  return firstAfter(moments, now)
}

/** The same for sweeps: when the next artifact's time is over. */
export async function nextSweepAfter({ store }: Floor, now: Instant): Promise<Instant | undefined> {
  const expiring = await store.read((reader) => reader.expiredArtifacts(Number.MAX_SAFE_INTEGER, atOnce))
  return firstAfter(
    expiring.flatMap(({ expireAt }) => expireAt ?? []),
    now,
  )
}

function firstAfter(moments: readonly Instant[], now: Instant): Instant | undefined {
  const first = Math.min(...moments.filter((moment) => moment > now))
  return Number.isFinite(first) ? first : undefined
}

function momentsOf(job: Job): Instant[] {
  const { status, scheduledAt } = job
  const since = heldAs(job)?.since
  if (status === 'pending') return [queueTime, ...Object.values(stuckAfter)].map((wait) => queuedAt(job) + wait)
  if (status === 'scheduled') return [scheduledAt ?? 0]
  if (since === undefined || job.kind === 'bridge') return []
  const lengths: Partial<Record<Job['status'], number>> = {
    running: planFor(job).duration,
    canceling: stoppingTime,
    preparing: preparingTime,
  }
  return [since + (lengths[status] ?? 0)]
}

async function contacts(reader: JobReader, seen: readonly Job[]): Promise<Instant[]> {
  const busy = new Set(seen.filter(({ status }) => isIn('executing', status)).map(({ runnerId }) => runnerId))
  const runners = (await reader.runners()).filter(({ paused }) => !paused)
  return runners.map(({ id, manager }) => manager.contactedAt + (busy.has(id) ? contact.working : contact.idle))
}
