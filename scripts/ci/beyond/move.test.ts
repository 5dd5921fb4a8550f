import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cp, mkdtemp, rm, truncate } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { everything } from '../../../packages/server/src/backup/everything.suite.ts'
import { root } from '../../pack/pack.ts'
import { listening, type ServerProcess, spawnServer } from '../server-process.ts'
import { type Line, startLine } from './line.ts'
import { type ObjectStore, startObjectStore } from './object-store.ts'
import { type Postgres, startPostgres } from './postgres.ts'

// A data folder moves to PostgreSQL and S3 while its server works, in spite of a kill, and all of it is there.

const folder = await mkdtemp(join(tmpdir(), 'jobs-api-move-'))
const data = join(folder, 'data')
const servers: ServerProcess[] = []
let postgres: Postgres
let objects: ObjectStore
let line: Line

beforeAll(async () => {
  const started = await Promise.all([startPostgres(), startObjectStore()])
  postgres = started[0]
  objects = started[1]
  Object.assign(process.env, objects.credentials)
  line = await startLine(objects.endpoint)
}, 60_000)
afterAll(async () => {
  await Promise.all(servers.map((server) => server.kill()))
  await Promise.all([postgres.stop(), line.stop(), objects.stop()])
  await rm(folder, { recursive: true, force: true })
})

interface Place {
  readonly database: string
  readonly objects: string
}

async function emptyPlace(name: string): Promise<Place> {
  const bucket = new URL(await objects.create(name))
  bucket.searchParams.set('endpoint', line.url)
  return { database: await postgres.create(name), objects: bucket.href }
}

async function serving(...flags: string[]): Promise<ServerProcess> {
  const server = await listening(spawnServer(...(flags as [string, ...string[]])))
  servers.push(server)
  return server
}

/** Runs the command; gives back what it says, and how it ended. */
function startMove(from: string, { database, objects: bucket }: Place) {
  const program = join(root, 'packages/server/src/main.ts')
  const args = ['move', '--data', from, '--to-database', database, '--to-objects', bucket]
  const child = spawn(process.execPath, [program, ...args], { stdio: ['ignore', 'pipe', 'pipe'] })
  const said: string[] = []
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => said.push(String(text)))
  return { child, ended: once(child, 'close').then(([code]) => ({ code, said: said.join('') })) }
}
const runMove = (from: string, place: Place) => startMove(from, place).ended

const act = async (server: ServerProcess, id: number, action: string): Promise<number> => {
  const answer = await fetch(`${server.url}/api/v4/projects/1/jobs/${id}/${action}`, {
    method: 'POST',
    headers: { 'PRIVATE-TOKEN': 'demo-olga-personal' },
  })
  expect(answer.ok, `${action} ${id}: ${answer.status}`).toBe(true)
  return ((await answer.json()) as { id: number }).id
}

const uploads = () => line.sent().match(/^PUT \S+/gm)?.length ?? 0

test('what works on one machine goes on on PostgreSQL and S3, and nothing is missing', { timeout: 300_000 }, async () => {
  const place = await emptyPlace('moved')
  const before = await serving(data)
  const retried = await act(before, 11, 'retry')

  // Killed in the middle.
  line.weather = { silentAfter: 80 }
  const killed = startMove(data, place)
  const movedFiles = async () => Number(await postgres.sql('moved', 'select count(*) from moved_files').catch(() => '0'))
  while ((await movedFiles()) < 3) await pause(20)
  killed.child.kill('SIGKILL')
  expect((await killed.ended).code).not.toBe(0)
  line.weather = 'good'
  const there = await movedFiles()
  const half = spawnServer(join(folder, 'none'), '--database', place.database, '--objects', place.objects)
  expect((await once(half.child, 'exit'))[0]).toBe(1)

  // Again, while the server works; then the rest.
  const again = await runMove(data, place)
  expect(again).toMatchObject({ code: 0, said: expect.stringContaining('all verified') })
  const all = await movedFiles()
  expect(all).toBeGreaterThan(there)
  await act(before, retried, 'cancel')
  const latest = await act(before, retried, 'retry')
  await act(before, 8, 'erase')
  const seen = await everything(before.url)
  await before.stop()
  const uploaded = uploads()
  expect((await runMove(data, place)).code).toBe(0)
  expect(uploads()).toBe(uploaded) // nothing is sent that is there already
  expect(await movedFiles()).toBeLessThan(all) // what was erased has gone

  const after = await serving(join(folder, 'none'), '--database', place.database, '--objects', place.objects)
  expect(await everything(after.url)).toEqual(seen)
  expect(await act(after, latest, 'cancel')).toBe(latest)
  expect(await act(after, latest, 'retry')).toBeGreaterThan(latest)
  expect(await runMove(data, place)).toMatchObject({ code: 1, said: expect.stringContaining('has worked with this database since') })
})

test('a file that is damaged is named, and so is a place that is taken', { timeout: 120_000 }, async () => {
  const [spoiled, place] = [join(folder, 'spoiled'), await emptyPlace('spoiled')]
  await cp(data, spoiled, { recursive: true })
  await truncate(join(spoiled, 'artifacts/0/33/archive.zip'), 7)
  expect(await runMove(spoiled, place)).toMatchObject({ code: 1, said: expect.stringContaining('artifacts/0/33/archive.zip is damaged') })
  const taken = await emptyPlace('taken')
  await serving(join(folder, 'none'), '--database', taken.database, '--objects', taken.objects)
  expect(await runMove(data, taken)).toMatchObject({ code: 1, said: expect.stringContaining('is not empty') })
})
