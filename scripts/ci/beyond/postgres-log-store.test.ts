import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { afterAll, expect, onTestFinished, test } from 'vitest'
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
