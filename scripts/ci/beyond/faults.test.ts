import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { PostgresJobStore } from '../../../packages/server/src/storage/postgres/postgres-job-store.ts'
import { addJobs } from './add-jobs.ts'
import { type Cluster, startCluster } from './cluster.ts'

// Two servers, while the database or one of the two is away: a clear no in the meantime, and afterwards everything as it was said.

let cluster: Cluster
beforeAll(async () => {
  cluster = await startCluster({ servers: 2, flags: ['--log-level', 'silent'] })
}, 60_000)
afterAll(() => cluster.stop())

const ask = (server: number, path: string, method = 'GET') =>
  fetch(`${cluster.urls[server % 2]}${path}`, { method, headers: { 'PRIVATE-TOKEN': 'demo-mia-personal' } })
const job = (id: number, action = '') => `/api/v4/projects/1/jobs/${id}${action}`

/** `201`, `503 in 1` of a server that asks to come back after a second, `none` where the connection broke. */
async function outcomeOf(asked: Promise<Response>): Promise<string> {
  const answer = await asked.catch(() => undefined)
  if (answer === undefined) return 'none'
  const text = await answer.text().catch(() => undefined)
  if (text === undefined) return 'none'
  return answer.status === 503 ? `503 in ${answer.headers.get('retry-after')}: ${text}` : String(answer.status)
}
const laterPlease = '503 in 1: {"message":"503 Service Unavailable"}'

async function until(isSo: () => Promise<boolean>): Promise<void> {
  for (const end = Date.now() + 60_000; !(await isSo()); await pause(50)) if (Date.now() > end) throw new Error('it does not become so')
}
const bothAnswer = () =>
  until(async () => (await Promise.all([0, 1].map((server) => outcomeOf(ask(server, job(11)))))).every((it) => it === '200'))

/**
 * Retries each of so many jobs once, by turns at both servers, while something happens; gives back how often each outcome was told, once the
 * database has been found to agree with it: what was answered is there, what was refused has not happened, and nothing has happened twice.
 */
async function retryWhile(count: number, happens: () => Promise<void>): Promise<Map<string, number>> {
  const store = await PostgresJobStore.open(cluster.database)
  const ids = await addJobs(store, count, { status: 'failed', finishedAt: 1 }).finally(() => store.close())
  const newest = Math.max(...ids)
  const outcomes = new Map<number, string>()
  const waiting = ids.entries()
  const work = async () => {
    for (const [round, id] of waiting) outcomes.set(id, await outcomeOf(ask(round, job(id, '/retry'), 'POST')))
  }
  const working = Promise.all(Array.from({ length: 8 }, work))
  await until(async () => outcomes.size > count / 15)
  await happens()
  await working
  await bothAnswer()
  const lines = async (sql: string) => (await cluster.postgres.sql('jobs', sql)).split('\n').filter((line) => line !== '')
  const retried = new Set((await lines(`select id from jobs where id = any('{${ids}}') and retried`)).map(Number))
  for (const [id, outcome] of outcomes)
    if (outcome !== 'none') expect([id, outcome, retried.has(id)]).toEqual([id, outcome, outcome === '201'])
  expect(await lines(`select count(*) from jobs where id > ${newest}`)).toEqual([String(retried.size)])
  const tally = new Map<string, number>()
  for (const outcome of outcomes.values()) tally.set(outcome, (tally.get(outcome) ?? 0) + 1)
  return tally
}

test('a database that is restarted costs some a second, and nothing is lost', { timeout: 120_000 }, async () => {
  const outcomes = await retryWhile(300, () => cluster.postgres.restart())
  expect(outcomes.get(laterPlease)).toBeGreaterThan(0)
  expect(['201', '409', laterPlease]).toEqual(expect.arrayContaining([...outcomes.keys()]))
})

test('without a database every question is told to come back, and health from readiness apart', { timeout: 120_000 }, async () => {
  await cluster.postgres.crash()
  for (const [path, method] of [
    [job(11), 'GET'],
    [job(11, '/trace'), 'GET'],
    ['/api/v4/projects/1/jobs', 'GET'],
    [job(11, '/retry'), 'POST'],
  ] as const)
    expect([path, await outcomeOf(ask(0, path, method))]).toEqual([path, laterPlease])
  expect([(await ask(0, '/health')).status, (await ask(0, '/ready')).status]).toEqual([200, 503])
  await cluster.postgres.start()
  await bothAnswer()
  expect((await ask(0, '/ready')).status).toBe(200)
})

test('a server that is killed in the middle of requests takes nothing back, and holds nobody up', { timeout: 120_000 }, async () => {
  const outcomes = await retryWhile(300, async () => {
    await cluster.servers[0]?.kill()
    await cluster.replace(0)
  })
  expect(outcomes.get('none')).toBeGreaterThan(0)
  expect(['201', '409', 'none', laterPlease]).toEqual(expect.arrayContaining([...outcomes.keys()]))
})
