import { isIn } from '@jobs-api/lifecycle'
import { changeJob } from '../operations/change-job.ts'
import { removeArtifacts } from '../operations/remove-artifacts.ts'
import { goOnRunning } from '../runners/attempt.ts'
import { changing, type Floor } from '../runners/floor.ts'
import type { Pace } from '../runners/pace.ts'
import type { Instant, Job } from '../storage/records.ts'

type Status = Job['status']

const usualDelay = 60_000

const atOnce: Pace = { rests: () => false, elapsed: () => Number.POSITIVE_INFINITY }

/** Puts a job into a status, whatever it was in; undefined if there is no such job. */
export async function forceStatus(floor: Floor, jobId: number, status: Status, failureReason?: string): Promise<Job | undefined> {
  const job = await jobOf(floor, jobId)
  if (job === undefined) return undefined
  const isOver = isIn('complete', job.status)
  const runs = status === 'success' || status === 'failed'
  if (runs && job.kind === 'build' && !isOver) await run(floor, job, status, failureReason)
  else {
    if (isOver && !isIn('complete', status)) await forget(floor, job)
    await place(floor, (await jobOf(floor, jobId)) ?? job, status, (fresh) => placed(fresh, status, floor.clock.now(), failureReason))
  }
  return jobOf(floor, jobId)
}

const jobOf = ({ store }: Floor, id: number) => store.read((reader) => reader.job(id))

/** To its end, with log and artifacts, as the runners would. */
async function run(floor: Floor, job: Job, outcome: 'success' | 'failed', failureReason?: string): Promise<void> {
  const now = floor.clock.now()
  const [runner] = await floor.store.read((reader) => reader.runners())
  const logFrom = job.inHand?.logFrom ?? (await floor.logs.read(job.id))?.size ?? 0
  await place(floor, job, 'running', (fresh) => ({
    ...placed(fresh, 'running', now),
    startedAt: fresh.startedAt ?? now,
    runnerId: fresh.runnerId ?? runner?.id ?? null,
    inHand: { status: 'running', since: job.inHand?.since ?? now, logFrom },
    plan: { ...fresh.plan, outcome, ...(failureReason === undefined ? {} : { failureReason }) },
  }))
  const running = await jobOf(floor, job.id)
  if (running !== undefined) await goOnRunning({ ...floor, pace: atOnce }, running)
}

async function place(floor: Floor, job: Job, status: Status, change: (job: Job) => Job): Promise<void> {
  await changing(floor, job, async (writer, fresh, pipeline) => {
    await changeJob(writer, { now: floor.clock.now() }, pipeline, { ...change(fresh), status })
  })
}

/** The stamps that belong to a status. */
function placed(job: Job, status: Status, now: Instant, failureReason = 'script_failure'): Job {
  const isOver = isIn('complete', status)
  const hasQueued = status === 'pending' || isIn('executing', status)
  const hasBegun = isIn('executing', status)
  return {
    ...job,
    queuedAt: isOver ? job.queuedAt : hasQueued ? (hasBegun && job.queuedAt !== null ? job.queuedAt : now) : null,
    startedAt: isOver ? job.startedAt : hasBegun ? now : null,
    finishedAt: isOver ? now : null,
    scheduledAt: status === 'scheduled' ? now + (job.plan?.startIn ?? usualDelay) : null,
    failureReason: status === 'failed' ? failureReason : null,
    inHand: null,
  }
}

/** What it left behind the last time: it would otherwise be there twice. */
async function forget(floor: Floor, job: Job): Promise<void> {
  const removed = removeArtifacts(floor)
  await changing(floor, job, async (writer, fresh) => {
    await removed.rows(writer, await writer.artifacts(fresh.id))
    await removed.log(writer, fresh.id)
    await writer.saveJob({ ...fresh, erasedAt: null, artifactsExpireAt: null, coverage: null })
  })
  await removed.files()
}
