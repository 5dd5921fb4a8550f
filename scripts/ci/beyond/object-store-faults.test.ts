import { hash, randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { S3ArtifactStore } from '../../../packages/server/src/storage/s3/s3-artifact-store.ts'
import { listening, type ServerProcess, spawnServer } from '../server-process.ts'
import { type Line, startLine, type Weather } from './line.ts'
import { type ObjectStore, startObjectStore } from './object-store.ts'

// A server whose object store is slow, breaks off, or does not answer. Archives come through the server, so that it meets every fault.

let objects: ObjectStore
let line: Line
let server: ServerProcess
const folder = await mkdtemp(join(tmpdir(), 'jobs-api-object-store-faults-'))
/** In place of an archive of the demo world: long enough to be cut several times. */
const whole = randomBytes(3_000_000)

beforeAll(async () => {
  objects = await startObjectStore()
  Object.assign(process.env, objects.credentials)
  line = await startLine(objects.endpoint)
  const bucket = new URL(await objects.create('archives'))
  bucket.searchParams.set('endpoint', line.url)
  server = await listening(spawnServer(folder, '--objects', bucket.href, '--proxy-download', '--log-level', 'silent'))
  const store = await S3ArtifactStore.open(bucket.href)
  await store.put('0/11/large', Readable.from([whole]))
  await store.remove(['0/8/archive.zip'])
  await store.put('0/8/archive.zip', Readable.from([whole]))
  store.close()
}, 60_000)
afterEach(() => {
  line.weather = 'good'
})
afterAll(async () => {
  await server.kill()
  await Promise.all([line.stop(), objects.stop()])
  await rm(folder, { recursive: true, force: true })
})

const ask = (path: string, method = 'GET') =>
  fetch(`${server.url}/api/v4/projects/1/jobs/${path}`, { method, headers: { 'PRIVATE-TOKEN': 'demo-mia-personal' } })

async function digestOfArchive(): Promise<string> {
  const answer = await ask('8/artifacts')
  expect(answer.status).toBe(200)
  return hash('sha256', Buffer.from(await answer.arrayBuffer()))
}

const busy = '<?xml version="1.0"?><Error><Code>SlowDown</Code><Message>Reduce your request rate.</Message></Error>'
const faults: readonly (readonly [string, Weather])[] = [
  ['lets nobody in', 'refusing'],
  [
    'asks for less',
    {
      answer: `HTTP/1.1 503 Slow Down\r\nContent-Type: application/xml\r\nContent-Length: ${busy.length}\r\nConnection: close\r\n\r\n${busy}`,
    },
  ],
  ['breaks off before it has said anything', { cutAfter: 20 }],
  ['says nothing at all', 'silent'],
]

describe.each(faults)('an object store that %s', (_, weather) => {
  test('is a 503 with a time to come back, changes nothing, and is forgiven without a restart', { timeout: 120_000 }, async () => {
    line.weather = weather
    const [archive, file, job] = await Promise.all([ask('8/artifacts'), ask('33/artifacts'), ask('8')])
    for (const answer of [archive, file]) {
      expect([answer.status, answer.headers.get('retry-after'), answer.headers.get('etag')]).toEqual([503, '1', null])
      expect(await answer.json()).toEqual({ message: '503 Service Unavailable' })
    }
    expect(job.status).toBe(200) // what needs no object store is answered as ever
    line.weather = 'good'
    expect(await digestOfArchive()).toBe(hash('sha256', whole))
  })
})

test('an archive that is cut again and again arrives whole', async () => {
  line.weather = { cutAfter: 700_000 }
  expect(await digestOfArchive()).toBe(hash('sha256', whole))
})

test('one from a slow store arrives whole', async () => {
  line.weather = { late: 30 }
  expect(await digestOfArchive()).toBe(hash('sha256', whole))
})

test('what is erased meanwhile stays erased, and its bytes go when the store is back', { timeout: 120_000 }, async () => {
  line.weather = 'refusing'
  expect((await ask('8/erase', 'POST')).status).toBe(201)
  expect((await ask('8/artifacts')).status).toBe(404)
  line.weather = 'good'
  const before = line.sent().length
  await server.stop()
  server = await listening(
    spawnServer(folder, '--objects', `s3://archives?endpoint=${encodeURIComponent(line.url)}`, '--log-level', 'silent'),
  )
  expect(line.sent().slice(before)).toContain('<Key>0/8/archive.zip</Key>')
})
