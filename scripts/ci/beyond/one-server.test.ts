import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, onTestFinished, test } from 'vitest'
import { everything } from '../../../packages/server/src/backup/everything.suite.ts'
import { listening, spawnServer } from '../server-process.ts'
import { startObjectStore } from './object-store.ts'
import { startPostgres } from './postgres.ts'

const [postgres, objectStore] = await Promise.all([startPostgres(), startObjectStore()])
Object.assign(process.env, objectStore.credentials)
const folder = await mkdtemp(join(tmpdir(), 'jobs-api-beyond-'))
afterAll(async () => {
  await Promise.all([postgres.stop(), objectStore.stop()])
  await rm(folder, { recursive: true, force: true })
})

const token = { 'PRIVATE-TOKEN': 'demo-dana-personal' }

test('a server on PostgreSQL and S3 answers for the demo world, and another one after it for the same', { timeout: 60_000 }, async () => {
  const flags = ['--database', await postgres.create('demo'), '--objects', await objectStore.create('demo')]
  const startOn = async () => {
    const server = await listening(spawnServer(join(folder, 'data'), ...flags))
    onTestFinished(() => server.kill())
    return server
  }
  const first = await startOn()
  const retried = await fetch(`${first.url}/api/v4/projects/1/jobs/11/retry`, { method: 'POST', headers: token })
  expect(retried.status).toBe(201)
  const seen = await everything(first.url)
  expect([...seen.values()].filter((line) => line.startsWith('200')).length).toBeGreaterThan(100)
  await first.stop()
  const second = await startOn()
  expect(await everything(second.url)).toEqual(seen)
  await second.stop()
})
