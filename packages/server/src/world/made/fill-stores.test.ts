import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { start } from '../../server.ts'
import { readSettings } from '../../settings.ts'
import { DiskLogStore } from '../../storage/disk/disk-log-store.ts'
import type { Job } from '../../storage/records.ts'
import { SqliteJobStore } from '../../storage/sqlite/sqlite-job-store.ts'
import { fillStores, tokenOf } from './fill-stores.ts'

const folder = await mkdtemp(join(tmpdir(), 'jobs-api-made-'))
afterAll(() => rm(folder, { recursive: true, force: true }))

const now = Date.UTC(2026, 10, 20, 10)

/** Makes a world of 2,000 jobs and reads it again, whole. */
async function made(name: string, seed: number) {
  const store = new SqliteJobStore(join(folder, name, 'jobs.sqlite'))
  const seen: number[] = []
  await fillStores({ store, logs: new DiskLogStore(join(folder, name, 'logs')) }, { jobs: 2000, projects: 5, seed, now }, (done) =>
    seen.push(done),
  )
  const projects = [1, 2, 3, 4, 5]
  const jobs = await store.read(async (reader) =>
    (await Promise.all(projects.map((projectId) => reader.jobs({ projectId, kind: 'build' }, { limit: 5000 })))).flat(),
  )
  const details = await store.read((reader) => reader.details(jobs.slice(0, 300)))
  await store.close()
  return { jobs, details, seen }
}

await Promise.all(['one', 'same', 'other'].map((name) => mkdir(join(folder, name))))
const [one, same, other] = [await made('one', 7), await made('same', 7), await made('other', 8)]

test('the same seed makes the same world, another seed another one', () => {
  expect(one.jobs).toHaveLength(2000)
  expect(same).toEqual(one)
  expect(other.jobs).not.toEqual(one.jobs)
  expect(one.seen).toEqual([2000])
})

const share = (fits: (job: Job) => boolean) => one.jobs.filter(fits).length / one.jobs.length

test('it is skewed as real life is', () => {
  expect(share(({ projectId }) => projectId === 1)).toBeGreaterThan(0.3)
  expect(share(({ projectId }) => projectId === 1)).toBeLessThan(0.5)
  expect(share(({ status }) => status === 'success')).toBeGreaterThan(0.6)
  for (const status of ['failed', 'canceled', 'skipped', 'manual']) expect(share((job) => job.status === status)).toBeGreaterThan(0.002)
  expect(share(({ retried }) => retried)).toBeGreaterThan(0.002)
})

test('nothing ends before it began, or after now', () => {
  const wrong = one.jobs.filter(({ createdAt, queuedAt, startedAt, finishedAt }) => {
    const times = [createdAt, queuedAt, startedAt, finishedAt, now].filter((time) => time !== null)
    return times.some((time, index) => index > 0 && time < (times[index - 1] ?? 0))
  })
  expect(wrong).toEqual([])
})

test('a failed job says why, and no other does', () => {
  expect(one.jobs.filter(({ status, failureReason }) => (status === 'failed') !== (failureReason !== null))).toEqual([])
})

test('the server starts on it, lists it, and has the newest logs', async () => {
  const settings = readSettings(['--port', '0', '--data', join(folder, 'one'), '--runners', 'off', '--log-level', 'silent'], {})
  const server = await start(settings, { say: () => undefined, complain: () => undefined })
  const ask = (path: string) => fetch(`${server.url}/api/v4/projects/${path}`, { headers: { 'PRIVATE-TOKEN': tokenOf('dana') } })
  const page = (await (await ask('1/jobs?per_page=100')).json()) as { id: number; finished_at: string | null }[]
  expect(page).toHaveLength(100)
  const newest = page.find(({ finished_at }) => finished_at !== null)
  const log = await (await ask(`1/jobs/${newest?.id}/trace`)).text()
  expect(log).toMatch(/^00001 /)
  expect(one.details.find(({ job }) => job.id === newest?.id)?.artifacts).toMatchObject([
    { fileType: 'trace', size: log.length + 2 * (log.match(/✓/g)?.length ?? 0) },
  ])
  await server.stop()
})
