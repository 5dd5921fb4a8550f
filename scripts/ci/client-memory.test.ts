import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Errand } from './memory/client-program.ts'
import { enlarge, gibi, logSize, note, token, writeSmallWorld } from './memory/large-files.ts'
import { growth } from './memory/watch.ts'
import { listening, type ServerProcess, spawnServer } from './server-process.ts'

// Whatever size an archive or a log has, whoever reads it with the client holds a small part of it at any moment.

const allowed = 32 // MiB
const folder = await mkdtemp(join(tmpdir(), 'jobs-api-client-memory-'))
const data = join(folder, 'data')
const world = join(folder, 'world.yaml')
const to = join(folder, 'artifacts.zip')
const program = fileURLToPath(new URL('memory/client-program.ts', import.meta.url))
let server: ServerProcess

beforeAll(async () => {
  await writeSmallWorld(world)
  const first = await listening(spawnServer(data, '--world', world))
  await first.stop()
  await enlarge(data)
  server = await listening(spawnServer(data, '--world', world))
}, 120_000)
afterAll(async () => {
  await server.stop()
  await rm(folder, { recursive: true, force: true })
})

/** A client that has downloaded something small before, so that it does not grow by its own code. */
async function startClient() {
  const child = fork(program, [`${server.url}/api/v4`, token, to], { execArgv: ['--expose-gc'] })
  const ended = once(child, 'exit')
  const ask = async (errand: Errand): Promise<number> => {
    const answer = once(child, 'message')
    child.send(errand)
    const [length] = await Promise.race([answer, ended])
    return Number(length)
  }
  for (let round = 0; round < 50; round++) expect(await ask('small')).toBe(note.length)
  return { pid: child.pid ?? 0, ask, stop: () => child.kill() && ended }
}

test.each<[string, Errand, (length: number) => void]>([
  ['an archive of a gibibyte to a file', 'file', (length) => expect(length).toBeGreaterThan(gibi)],
  ['the same to a stream of the caller', 'sink', (length) => expect(length).toBeGreaterThan(gibi)],
  ['the same as a stream', 'stream', (length) => expect(length).toBeGreaterThan(gibi)],
  ['a file of a gibibyte by its method', 'method', (length) => expect(length).toBe(gibi)],
  ['a log of 200 MiB that is followed', 'log', (length) => expect(length).toBe(logSize)],
])('%s', { timeout: 120_000 }, async (name, errand, check) => {
  const client = await startClient()
  try {
    const grown = await growth(client.pid, async () => check(await client.ask(errand)))
    console.log(`${name}: ${grown.toFixed(1)} MiB more`)
    expect(grown).toBeLessThan(allowed)
    if (errand === 'file') expect((await stat(to)).size).toBeGreaterThan(gibi)
  } finally {
    await client.stop()
  }
})
