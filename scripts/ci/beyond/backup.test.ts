import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { everything } from '../../../packages/server/src/backup/everything.suite.ts'
import { S3ArtifactStore } from '../../../packages/server/src/storage/s3/s3-artifact-store.ts'
import { listening, spawnServer } from '../server-process.ts'
import { startObjectStore } from './object-store.ts'
import { startPostgres } from './postgres.ts'

test('what was dumped and copied while a server works is the same after it is restored elsewhere', { timeout: 120_000 }, async () => {
  const [postgres, objectStore] = await Promise.all([startPostgres(), startObjectStore()])
  Object.assign(process.env, objectStore.credentials)
  const folder = await mkdtemp(join(tmpdir(), 'jobs-api-backup-'))
  onTestFinished(async () => {
    await Promise.all([postgres.stop(), objectStore.stop()])
    await rm(folder, { recursive: true, force: true })
  })
  const startOn = async (database: string, objects: string) => {
    const server = await listening(spawnServer(join(folder, 'data'), '--database', database, '--objects', objects))
    onTestFinished(() => server.kill())
    return server
  }
  const buckets = [await objectStore.create('before'), await objectStore.create('after')] as const
  const first = await startOn(await postgres.create('before'), buckets[0])
  const retried = await fetch(`${first.url}/api/v4/projects/1/jobs/11/retry`, {
    method: 'POST',
    headers: { 'PRIVATE-TOKEN': 'demo-dana-personal' },
  })
  expect(retried.status).toBe(201)
  const seen = await everything(first.url)
  const database = await postgres.dumpAndRestore('before', 'after')
  const keys = await postgres.sql('after', `select data::json ->> 'key' from artifacts where data::json ->> 'key' is not null`)
  const [from, to] = [await S3ArtifactStore.open(buckets[0]), await S3ArtifactStore.open(buckets[1])]
  for (const key of keys.split('\n')) {
    const bytes = await from.read(key)
    if (bytes === undefined) throw new Error(`${key} is not there`)
    await to.put(key, bytes.open(0, bytes.size))
  }
  from.close()
  to.close()
  await first.stop()
  expect(await everything((await startOn(database, buckets[1])).url)).toEqual(seen)
})
