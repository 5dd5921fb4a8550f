import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { afterAll, describe, expect, onTestFinished, test } from 'vitest'
import { DiskArtifactStore } from '../../../packages/server/src/storage/disk/disk-artifact-store.ts'
import { logStorePromises } from '../../../packages/server/src/storage/log-store.suite.ts'
import { PostgresLogStore } from '../../../packages/server/src/storage/postgres/postgres-log-store.ts'
import { startPostgres } from './postgres.ts'

const postgres = await startPostgres()
const opened: PostgresLogStore[] = []
afterAll(async () => {
  for (const store of opened) await store.close()
  await postgres.stop()
})

let databases = 0
async function empty(): Promise<PostgresLogStore> {
  const store = await PostgresLogStore.open(await postgres.create(`logs_${++databases}`))
  opened.push(store)
  return store
}

logStorePromises('logs in PostgreSQL', empty)

test('a log of many pieces, in any window', async () => {
  const store = await empty()
  const whole = Buffer.from(Array.from({ length: 1_500_000 }, (_, index) => (index * 7) % 251))
  for (const [start, end] of [
    [0, 10],
    [10, 700_000],
    [700_000, 700_001],
    [700_001, 1_500_000],
  ])
    await store.append(8, whole.subarray(start, end))
  const log = await store.read(8)
  for (const [start, end] of [
    [0, 1_500_000],
    [9, 11],
    [262_143, 262_155],
    [699_999, 700_002],
    [1_499_999, 1_500_000],
  ] as const)
    expect((await buffer(log?.open(start, end) ?? Readable.from([]))).equals(whole.subarray(start, end)), `${start} to ${end}`).toBe(true)
})

test('what several servers append at once comes one after the other', async () => {
  const url = await postgres.create('shared')
  const stores = await Promise.all([1, 2, 3].map(() => PostgresLogStore.open(url)))
  onTestFinished(async () => void (await Promise.all(stores.map((store) => store.close()))))
  const lines = Array.from({ length: 60 }, (_, index) => `line ${String(index).padStart(4, '0')}\n`)
  await Promise.all(lines.map((line, index) => stores[index % 3]?.append(8, Buffer.from(line))))
  const log = await stores[0]?.read(8)
  const text = (await buffer(log?.open(0, log.size) ?? Readable.from([]))).toString()
  expect(text.match(/line \d{4}\n/g)?.sort()).toEqual(lines)
  expect(text).toHaveLength(lines.join('').length)
})

describe('logs at rest', () => {
  const put = 'one\ntwo\n'

  async function settled() {
    const folder = await mkdtemp(join(tmpdir(), 'jobs-api-settled-'))
    const objects = new DiskArtifactStore(folder)
    const url = await postgres.create(`settled_${++databases}`)
    const store = await PostgresLogStore.open(url, { objects, restTime: -1000 })
    opened.push(store)
    onTestFinished(() => rm(folder, { recursive: true, force: true }))
    const files = async () => (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.log'))
    const pieces = () => postgres.sql(url.slice(url.lastIndexOf('/') + 1), 'select count(*) from log_pieces')
    await store.append(8, Buffer.from(put))
    return { store, objects, files, pieces }
  }
  const textOf = async (store: PostgresLogStore) => {
    const log = await store.read(8)
    return log && (await buffer(log.open(0, log.size))).toString()
  }

  test('are one object, and read as before', async () => {
    const { store, files, pieces } = await settled()
    await store.settle()
    expect([await textOf(store), await files(), await pieces()]).toEqual([put, ['logs/0/8-8.log'], '0'])
  })

  test('grow again, and settle again', async () => {
    const { store, files, pieces } = await settled()
    await store.settle()
    await store.append(8, Buffer.from('three\n'))
    const log = await store.read(8)
    expect((await buffer(log?.open(5, 12) ?? Readable.from([]))).toString()).toBe('wo\nthre')
    expect(await textOf(store)).toBe(`${put}three\n`)
    await store.settle()
    expect([await textOf(store), await files(), await pieces()]).toEqual([`${put}three\n`, ['logs/0/8-14.log'], '0'])
  })

  test('go with their objects', async () => {
    const { store, files } = await settled()
    await store.settle()
    await store.remove([8])
    expect([await store.read(8), await files()]).toEqual([undefined, []])
  })

  test('that are removed while they are settled leave nothing', async () => {
    const { store, objects, files } = await settled()
    const put = objects.put.bind(objects)
    objects.put = async (key, bytes) => {
      await store.remove([8])
      return put(key, Readable.from([await buffer(bytes).catch(() => Buffer.of())]))
    }
    await store.settle()
    expect([await store.read(8), await files()]).toEqual([undefined, []])
  })

  test('are read on by whoever had begun before', async () => {
    const { store } = await settled()
    const log = await store.read(8)
    await store.settle()
    expect((await buffer(log?.open(0, 8) ?? Readable.from([]))).toString()).toBe(put)
  })

  test('stay where they are until a while has passed', async () => {
    const store = await empty()
    await store.append(8, Buffer.from(put))
    await store.settle()
    expect(await textOf(store)).toBe(put)
  })
})
