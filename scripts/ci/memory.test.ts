import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { get, type IncomingMessage } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { enlarge, gibi, lineOf, lineSize, logSize, note, token, writeSmallWorld } from './memory/large-files.ts'
import { growth } from './memory/watch.ts'
import { listening, type ServerProcess, spawnServer } from './server-process.ts'

// Whatever size an archive or a log has, the server holds a small part of it at any moment.

const allowed = 32 // MiB
const folder = await mkdtemp(join(tmpdir(), 'jobs-api-memory-'))
const data = join(folder, 'data')
const world = join(folder, 'world.yaml')
let server: ServerProcess

beforeAll(async () => {
  await writeSmallWorld(world)
  const first = await listening(spawnServer(data, '--world', world))
  await first.stop()
  await enlarge(data)
  server = await listening(spawnServer(data, '--world', world))
  for (let round = 0; round < 2; round++) for (const path of ['artifacts', 'trace']) await lengthOf(await ask(path))
  for (let round = 0; round < 50; round++) await lengthOf(await ask('trace?byte_offset=1024&byte_limit=1024'))
}, 120_000)
afterAll(async () => {
  await server.stop()
  await rm(folder, { recursive: true, force: true })
})

async function ask(path: string, headers: Record<string, string> = {}): Promise<IncomingMessage> {
  const request = get(`${server.url}/api/v4/projects/1/jobs/1/${path}`, { headers: { 'PRIVATE-TOKEN': token, ...headers } })
  const [answer] = await once(request, 'response')
  return answer
}

async function lengthOf(answer: IncomingMessage): Promise<number> {
  let length = 0
  for await (const chunk of answer) length += chunk.length
  return length
}

/** Asserts that the server grows no more than it may, and says how much it was. */
async function staysSmall(name: string, work: () => Promise<unknown>): Promise<void> {
  const grown = await growth(server.pid, work)
  console.log(`${name}: ${grown.toFixed(1)} MiB more`)
  expect(grown).toBeLessThan(allowed)
}

test('an archive of a gibibyte, whole', { timeout: 60_000 }, () =>
  staysSmall('archive, whole', async () => {
    const answer = await ask('artifacts')
    expect([answer.statusCode, await lengthOf(answer)]).toEqual([200, Number(answer.headers['content-length'])])
    expect(Number(answer.headers['content-length'])).toBeGreaterThan(gibi)
  }),
)

test('a part of it', () =>
  staysSmall('archive, a part', async () => {
    const answer = await ask('artifacts', { Range: `bytes=${gibi / 2}-${gibi / 2 + 99_999_999}` })
    expect([answer.statusCode, await lengthOf(answer)]).toEqual([206, 100_000_000])
  }))

test('a small file out of it, and a large one', { timeout: 60_000 }, () =>
  staysSmall('files of the archive', async () => {
    expect((await buffer(await ask('artifacts/note.txt'))).toString()).toBe(note)
    expect(await lengthOf(await ask('artifacts/zeros.bin'))).toBe(gibi)
  }),
)

test('a log of 200 MiB, whole', () => staysSmall('log, whole', async () => expect(await lengthOf(await ask('trace'))).toBe(logSize)))

test('any window of it', { timeout: 60_000 }, () =>
  staysSmall('log, 400 windows', async () => {
    for (let window = 0; window < 200; window++) {
      const line = window * 65_000
      const [start, size] = [line * lineSize, 4 * lineSize]
      const wanted = [0, 1, 2, 3].map((next) => lineOf(line + next)).join('')
      expect((await buffer(await ask(`trace?byte_offset=${start}&byte_limit=${size}`))).toString()).toBe(wanted)
      const part = await ask('trace', { Range: `bytes=${start}-${start + size - 1}` })
      expect([part.statusCode, (await buffer(part)).toString()]).toEqual([206, wanted])
    }
    expect(await lengthOf(await ask(`trace?byte_offset=${logSize / 2}`))).toBe(logSize / 2)
  }),
)

test('twenty who read slowly harm nobody', { timeout: 60_000 }, () =>
  staysSmall('20 slow clients', async () => {
    const slow = await Promise.all(Array.from({ length: 20 }, (_, index) => ask(index % 2 === 0 ? 'artifacts' : 'trace')))
    const read = slow.map(async (answer) => {
      for (let round = 0; round < 20; round++) {
        answer.read()
        await pause(100)
      }
    })
    const begun = performance.now()
    for (let round = 0; round < 10; round++) expect((await buffer(await ask('artifacts/note.txt'))).toString()).toBe(note)
    expect(performance.now() - begun).toBeLessThan(2000)
    await Promise.all(read)
    for (const answer of slow) answer.destroy()
  }),
)
