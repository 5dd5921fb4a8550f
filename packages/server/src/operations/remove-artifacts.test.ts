import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { expect, onTestFinished, test } from 'vitest'
import { DiskArtifactStore } from '../storage/disk/disk-artifact-store.ts'
import { DiskLogStore } from '../storage/disk/disk-log-store.ts'
import { artifact, job, pipeline, project } from '../storage/sample-records.suite.ts'
import { SqliteJobStore } from '../storage/sqlite/sqlite-job-store.ts'
import { finishRemovals, removeArtifacts } from './remove-artifacts.ts'

const key = '0/1/archive.zip'

/** Stores with one job, which has a log and an archive. */
async function someStores() {
  const folder = await mkdtemp(join(tmpdir(), 'jobs-api-removals-'))
  const store = new SqliteJobStore(':memory:')
  onTestFinished(() => Promise.all([store.close(), rm(folder, { recursive: true })]).then(() => undefined))
  const archives = new DiskArtifactStore(join(folder, 'artifacts'))
  const logs = new DiskLogStore(join(folder, 'logs'))
  await archives.put(key, Readable.from(['bytes']))
  await logs.append(1, Buffer.from('secrets'))
  await store.write(async (writer) => {
    await writer.addProject(project, [])
    await writer.addPipeline(pipeline(11, project.id, 'main'))
    await writer.addJob({ ...job(), id: 1 })
    await writer.addArtifact({ ...artifact(1, 'archive'), key }, [])
  })
  return { store, archives, logs }
}

type Stores = Awaited<ReturnType<typeof someStores>>

const order = (stores: Stores) => {
  const removed = removeArtifacts(stores)
  const rows = stores.store.write(async (writer) => {
    await removed.rows(writer, await writer.artifacts(1))
    await removed.log(writer, 1)
  })
  return rows.then(() => removed)
}

async function whatIsThere({ store, archives, logs }: Stores) {
  const [rows, noted] = await store.read(async (reader) => [(await reader.artifacts(1)).length, (await reader.removals()).length])
  return { rows, noted, archive: (await archives.read(key)) !== undefined, log: (await logs.read(1)) !== undefined }
}

test('rows go first, then bytes, and no note is left', async () => {
  const stores = await someStores()
  const removed = await order(stores)
  expect(await whatIsThere(stores)).toEqual({ rows: 0, noted: 2, archive: true, log: true })
  await removed.files()
  expect(await whatIsThere(stores)).toEqual({ rows: 0, noted: 0, archive: false, log: false })
})

test('whoever starts next removes what was only noted; doing it again does no harm', async () => {
  const stores = await someStores()
  await order(stores)
  await finishRemovals(stores)
  await finishRemovals(stores)
  expect(await whatIsThere(stores)).toEqual({ rows: 0, noted: 0, archive: false, log: false })
})

test('what cannot be removed stays noted', async () => {
  const stores = await someStores()
  const stuck = { ...stores, archives: { ...stores.archives, remove: () => Promise.reject(new Error('read-only')) } }
  const removed = await order(stuck as unknown as Stores)
  await expect(removed.files()).rejects.toThrow('read-only')
  expect(await whatIsThere(stores)).toMatchObject({ rows: 0, noted: 2 })
})
