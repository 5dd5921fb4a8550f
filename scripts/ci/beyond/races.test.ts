import { setTimeout as pause } from 'node:timers/promises'
import type { components } from '@jobs-api/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { changing } from '../../../packages/server/src/runners/floor.ts'
import { step } from '../../../packages/server/src/runners/step.ts'
import { LostUpdate, StoreBusy } from '../../../packages/server/src/storage/job-store.ts'
import { PostgresJobStore } from '../../../packages/server/src/storage/postgres/postgres-job-store.ts'
import { addJobs } from './add-jobs.ts'
import { type Cluster, startCluster } from './cluster.ts'

// Two who want the same of one job at the same moment, each from another server: one of them gets it, the other is told, and
// what was asked for has happened once.

const pairs = { play: 2500, retry: 2500, cancel: 5000 } as const
const inFlight = 24

let cluster: Cluster
let store: PostgresJobStore
beforeAll(async () => {
  cluster = await startCluster({ servers: 4 })
  store = await PostgresJobStore.open(cluster.database, inFlight)
}, 60_000)
afterAll(async () => {
  await store.close()
  await cluster.stop()
})

/** So many at once. */
async function each(ids: readonly number[], race: (id: number, round: number) => Promise<void>): Promise<void> {
  const waiting = ids.entries()
  const work = async () => {
    for (const [round, id] of waiting) await race(id, round)
  }
  await Promise.all(Array.from({ length: inFlight }, work))
}

const urlOf = (round: number) => cluster.urls[round % cluster.urls.length] ?? ''

async function act(round: number, id: number, action: string) {
  const answer = await fetch(`${urlOf(round)}/api/v4/projects/1/jobs/${id}/${action}`, {
    method: 'POST',
    headers: { 'PRIVATE-TOKEN': 'demo-olga-personal' },
  })
  return { status: answer.status, body: (await answer.json()) as components['schemas']['Job'] }
}

/** What the other one may be told: the rule, a lost race, or, on a slow machine, to wait. In the last two cases nothing was done. */
const refused = (byRule: number) => [byRule, 409, 503]

const jobOf = (id: number) => store.read((reader) => reader.job(id))
const tally = new Map<string, number>()
const count = (what: string) => tally.set(what, (tally.get(what) ?? 0) + 1)

test(`${pairs.play} jobs are each played by two, and play once`, { timeout: 600_000 }, async () => {
  const ids = await addJobs(store, pairs.play, { status: 'manual', when: 'manual' })
  await each(ids, async (id, round) => {
    const answers = await Promise.all([act(round, id, 'play'), act(round + 1, id, 'play')])
    const statuses = answers.map(({ status }) => status).sort()
    count(`play ${statuses.join(' and ')}`)
    expect(
      [
        [200, 400],
        [200, 409],
      ],
      `job ${id}`,
    ).toContainEqual(statuses)
    expect((await jobOf(id))?.status).toBe('pending')
  })
})

test(`${pairs.retry} jobs are each retried by two, and retried once`, { timeout: 600_000 }, async () => {
  const ids = await addJobs(store, pairs.retry, { status: 'failed', finishedAt: 1 })
  const fresh = new Map<number, number>()
  await each(ids, async (id, round) => {
    const answers = await Promise.all([act(round, id, 'retry'), act(round + 1, id, 'retry')])
    const statuses = answers.map(({ status }) => status).sort()
    count(`retry ${statuses.join(' and ')}`)
    expect(
      [
        [201, 403],
        [201, 409],
      ],
      `job ${id}`,
    ).toContainEqual(statuses)
    const made = answers.find(({ status }) => status === 201)?.body.id ?? 0
    fresh.set(made, id)
    expect((await jobOf(id))?.retried).toBe(true)
  })
  const latest = Math.max(...fresh.keys())
  const pending = await cluster.postgres.sql('jobs', `select count(*) from jobs where id > ${Math.max(...ids)} and id <= ${latest}`)
  expect([fresh.size, Number(pending)]).toEqual([pairs.retry, pairs.retry])
})

test(`${pairs.cancel} jobs are canceled while they finish, and do one of the two`, { timeout: 600_000 }, async () => {
  const ids = await addJobs(store, pairs.cancel, { status: 'running', startedAt: 1 })
  await each(ids, async (id, round) => {
    const seen = await jobOf(id)
    if (seen === undefined) throw new Error(`job ${id} is not there`)
    // Sometimes the one is a little ahead, sometimes the other.
    const finish = pause(round % 16)
      .then(() =>
        changing({ store }, seen, async (writer, job, pipeline) => {
          await step(writer, 5000, { pipeline, job, event: 'succeed' })
        }),
      )
      .catch((error: unknown) => {
        if (error instanceof LostUpdate || error instanceof StoreBusy) return false
        throw error
      })
    const [finished, canceled] = await Promise.all([finish, act(round, id, 'cancel')])
    const after = await jobOf(id)
    count(`finished ${finished}, canceled ${canceled.status} ${canceled.body.status ?? ''}`)
    expect(refused(201)).toContain(canceled.status)
    expect(after?.status, `job ${id}`).toBe(finished ? 'success' : canceled.status === 201 ? 'canceled' : 'running')
    if (finished) expect(after?.finishedAt).toBe(5000)
    if (canceled.status === 201) expect(canceled.body.status).toBe(after?.status)
  })
})

test('of all races some were lost to each side', () => {
  console.log(Object.fromEntries(tally))
  for (const outcome of ['finished true, canceled 201 success', 'finished false, canceled 201 canceled'])
    expect(tally.get(outcome)).toBeGreaterThan(0)
  expect([...tally.values()].reduce((sum, each) => sum + each, 0)).toBe(10_000)
})
