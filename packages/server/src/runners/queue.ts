import { cancelsGracefully, fits, isIn } from '@jobs-api/lifecycle'
import type { Job, Runner } from '../storage/records.ts'
import { changing, type Floor } from './floor.ts'
import { step } from './step.ts'
import { groupIsHeld } from './turn-of-jobs.ts'

/** How long a job is in the queue at least, in milliseconds: runners ask for work now and then, not all the time. */
export const queueTime = 1500

/** Hands out what waits in the queue, oldest first, to runners that fit and are not full. */
export async function pickUp(floor: Floor, pending: readonly Job[], runners: readonly Runner[], executing: readonly Job[]): Promise<void> {
  const load = new Map(runners.map(({ id }) => [id, executing.filter(({ runnerId }) => runnerId === id).length]))
  const free = (runner: Runner) => runner.limit - (load.get(runner.id) ?? 0)
  for (const job of pending.filter((each) => isDue(each, floor)).sort(byAge)) {
    const [runner] = runners.filter((each) => fits(each, job.tags) && free(each) > 0).sort((one, other) => free(other) - free(one))
    if (runner !== undefined && (await start(floor, job, runner))) load.set(runner.id, (load.get(runner.id) ?? 0) + 1)
  }
}

export const queuedAt = (job: Job) => job.queuedAt ?? job.createdAt
export const isDue = (job: Job, { pace }: Floor) => pace.elapsed(job, queuedAt(job), queueTime) >= queueTime
const byAge = (one: Job, other: Job) => queuedAt(one) - queuedAt(other) || one.id - other.id

/**
 * A runner begins. A real one would get a token for the job here; a simulated one shows it to nobody, so there is none,
 * and `GET /job` knows only the running jobs of a world that have tokens written there.
 */
async function start(floor: Floor, job: Job, runner: Runner): Promise<boolean> {
  const now = floor.clock.now()
  let started = false
  await changing(floor, job, async (writer, fresh, pipeline) => {
    if (await groupIsHeld(writer, fresh, (status) => isIn('executing', status))) return
    const hold = { runnerId: runner.id, inHand: { status: 'running', since: now, logFrom: 0 } as const }
    const graceful = { cancelsGracefully: cancelsGracefully(runner.manager.version) }
    await step(writer, now, { pipeline, job: fresh, event: 'run' }, { ...hold, ...graceful })
    started = true
  })
  return started
}

/** How often a runner is heard of while it works, and while it only asks for work, in milliseconds. */
export const contact = { working: 10_000, idle: 3_600_000 } as const

/** A runner's contact moves while it works; an idle one is written down once an hour, so that it does not look offline. */
export async function keepContact({ store, clock }: Floor, runners: readonly Runner[], executing: readonly Job[]): Promise<void> {
  const now = clock.now()
  for (const { id, paused, manager } of runners) {
    const period = executing.some(({ runnerId }) => runnerId === id) ? contact.working : contact.idle
    if (paused || now - manager.contactedAt < period) continue
    await store.write(async (writer) => {
      const runner = (await writer.runners()).find((each) => each.id === id)
      if (runner !== undefined) await writer.saveRunner({ ...runner, manager: { ...runner.manager, contactedAt: now } })
    })
  }
}
