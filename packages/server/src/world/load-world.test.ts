import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { tokenHash } from '../access/tokens.ts'
import { DiskArtifactStore } from '../storage/disk/disk-artifact-store.ts'
import { DiskLogStore } from '../storage/disk/disk-log-store.ts'
import type { JobReader } from '../storage/job-store.ts'
import type { Job } from '../storage/records.ts'
import { SqliteJobStore } from '../storage/sqlite/sqlite-job-store.ts'
import { loadWorld, type Stores } from './load-world.ts'
import { readWorld } from './read-world.ts'

const folder = await mkdtemp(join(tmpdir(), 'jobs-api-load-'))
const now = Date.UTC(2026, 10, 20, 10)
const year = 365 * 86_400_000

async function loaded(name: string, at: number): Promise<Stores> {
  const stores = {
    store: new SqliteJobStore(join(folder, `${name}.sqlite`)),
    logs: new DiskLogStore(join(folder, name, 'logs')),
    archives: new DiskArtifactStore(join(folder, name, 'artifacts')),
  }
  await loadWorld(await readWorld('demo'), stores, at)
  return stores
}

let today: Stores
let nextYear: Stores
beforeAll(async () => {
  today = await loaded('today', now)
  nextYear = await loaded('next-year', now + year)
})
afterAll(async () => {
  await Promise.all([today.store.close(), nextYear.store.close()])
  await rm(folder, { recursive: true, force: true })
})

const asked = <Answer>(stores: Stores, ask: (reader: JobReader) => Promise<Answer>) => stores.store.read(ask)

/** Every job of the demo world, trigger jobs among them. */
const everyJob = async (reader: JobReader): Promise<Job[]> => {
  const lists = [1, 2, 3, 4, 5, 6].flatMap((projectId) =>
    (['build', 'bridge'] as const).map((kind) => reader.jobs({ projectId, kind }, { limit: 1000 })),
  )
  return (await Promise.all(lists)).flat()
}

test('the demo world has a job in each status', async () => {
  const statuses = (await asked(today, everyJob)).map(({ status }) => status)
  expect([...new Set(statuses)].sort().join(' ')).toBe(
    'canceled canceling created failed manual pending preparing running scheduled skipped success waiting_for_callback waiting_for_resource',
  )
})

test('a world loaded a year later is the same, a year later', async () => {
  const times = ({ createdAt, queuedAt, startedAt, finishedAt, scheduledAt, artifactsExpireAt }: Job) => [
    ...[createdAt, queuedAt, startedAt, finishedAt, scheduledAt, artifactsExpireAt],
  ]
  const [before, after] = [await asked(today, everyJob), await asked(nextYear, everyJob)]
  expect(after.map(times)).toEqual(before.map((job) => times(job).map((time) => time && time + year)))
})

test.each([8, 42, 1])('the archive of job %i has the same bytes whenever it is made', async (id) => {
  const bytes = async ({ store, archives }: Stores) => {
    const [archive] = await store.read((reader) => reader.artifacts(id))
    const found = await archives.read(archive?.key ?? '')
    return found && buffer(found.open(0, found.size))
  }
  const [one, other] = [await bytes(today), await bytes(nextYear)]
  expect(one?.length).toBeGreaterThan(100)
  expect(one && other?.equals(one)).toBe(true)
})

test('stages count from the first, in the order of the file', async () => {
  const stages = await asked(today, async (reader) =>
    (await reader.jobs({ projectId: 1, kind: 'build', pipelineId: 20 }, { limit: 20 })).map(
      ({ stage, stageIndex }) => `${stageIndex} ${stage}`,
    ),
  )
  expect([...new Set(stages)].sort()).toEqual(['0 build', '1 test', '2 deploy', '3 report'])
})

test('pipelines are numbered within their project', async () => {
  const found = await asked(today, async (reader) => [
    await reader.pipeline(1, 6),
    await reader.pipeline(1, 20),
    await reader.pipeline(2, 9),
  ])
  expect(found.map((pipeline) => pipeline?.iid)).toEqual([1, 3, 1])
})

test('commits know whole seconds only', async () => {
  const odd = { ...today, store: new SqliteJobStore(':memory:') }
  await loadWorld(
    await readWorld('demo'),
    { ...odd, logs: new DiskLogStore(join(folder, 'odd')), archives: new DiskArtifactStore(join(folder, 'odd')) },
    now + 123,
  )
  const pipeline = await odd.store.read((reader) => reader.pipeline(1, 6))
  expect(pipeline?.createdAt).toBe(now + 123 - 26 * 3_600_000)
  expect((pipeline?.commit.committedAt ?? 1) % 1000).toBe(0)
  await odd.store.close()
})

test.each([
  ['demo-dana-personal', { kind: 'personal', userId: 2, jobId: null, scopes: ['api'], revoked: false, expiresAt: null }],
  ['demo-dana-oauth', { kind: 'oauth', userId: 2 }],
  ['demo-dana-read-only', { scopes: ['read_api'] }],
  ['demo-dana-expired', { expiresAt: now - 86_400_000 }],
  ['demo-dana-revoked', { revoked: true }],
  ['demo-webshop-job', { kind: 'job', userId: 2, jobId: 14 }],
  ['demo-vault-job', { kind: 'job', userId: 3, jobId: 71 }],
])('token %s: %o', async (token, wanted) => {
  expect(await asked(today, (reader) => reader.token(tokenHash(token)))).toMatchObject(wanted)
})

test('no token stands in the database', async () => {
  await today.store.close()
  const files = await Promise.all(['', '-wal'].map((end) => readFile(join(folder, `today.sqlite${end}`), 'latin1').catch(() => '')))
  expect(files.join()).toContain('harbor/webshop')
  expect(files.join()).not.toMatch(/demo-\w+-(personal|job|oauth)/)
  today = { ...today, store: new SqliteJobStore(join(folder, 'today.sqlite')) }
})

test('a world that cannot be loaded leaves no rows behind', async () => {
  const world = await readWorld('demo')
  const store = new SqliteJobStore(':memory:')
  const broken = {
    ...world,
    tokens: [{ token: 'demo-nobody-personal', user: 'nobody', kind: 'personal', scopes: [], revoked: false } as const],
  }
  await expect(loadWorld(broken, { ...nextYear, store }, now)).rejects.toThrow('the world has no user nobody')
  expect(await store.read((reader) => reader.isEmpty())).toBe(true)
  await store.close()
})
