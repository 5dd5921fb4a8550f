import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, expect, onTestFinished, test } from 'vitest'
import { faultsOf, filesIn, type Known } from './kill/examine.ts'
import { Ledger } from './kill/ledger.ts'
import { writeKillWorld } from './kill/world.ts'
import { seeded, write } from './kill/writer.ts'
import { listening, type ServerProcess, spawnServer } from './server-process.ts'

// A server process is killed at a random moment, again and again, while others write. What was answered before must be
// there afterwards, and what was not must be there as a whole or not at all.

/** More of them for whoever has the time: `JOBS_API_KILLS=200`. */
const rounds = Number(process.env['JOBS_API_KILLS'] ?? 50)
const writers = 8
const chance = seeded(20_260_131)

const folder = await mkdtemp(join(tmpdir(), 'jobs-api-kill-'))
afterAll(() => rm(folder, { recursive: true, force: true }))

const world = join(folder, 'world.yaml')
const ids = await writeKillWorld(world)
const spawnOn = (data: string) => spawnServer(data, '--world', world, '--runners', 'on')

/** Starts a server; now and then one that is killed while it starts comes before it. */
async function startRoughly(data: string): Promise<ServerProcess> {
  while (chance() < 0.15) {
    const hasty = spawnOn(data)
    await pause(chance() * 800)
    await hasty.kill()
  }
  return listening(spawnOn(data))
}

async function faultsAfterStart(data: string, known: Known, before: readonly string[]): Promise<string[]> {
  const unfinished = before.filter((file) => file.startsWith('unfinished/'))
  const files = await filesIn(join(data, 'artifacts'))
  const left = unfinished.filter((file) => files.includes(file)).map((file) => `${file} is still there`)
  return [...left, ...(await faultsOf(data, known, false))]
}

test('what was answered survives a kill', { timeout: Math.max(600_000, rounds * 12_000) }, async () => {
  const data = join(folder, 'data')
  const ledger = new Ledger(ids)
  const known: Known = new Map()
  const shares = Array.from({ length: writers }, (_, share) => ids.filter((id) => id % writers === share))
  let server = await startRoughly(data)
  onTestFinished(() => server.kill())
  for (let round = 1; round <= rounds; round++) {
    const { url, kill } = server
    const writing = shares.map((share) => write(url, share, chance, ledger))
    const enough = ledger.answered + writers
    await pause(150 + chance() * 850)
    // However slow the machine is: a kill that comes before anything was answered proves nothing.
    while (ledger.answered <= enough) await pause(20)
    await kill()
    await Promise.all(writing)
    const before = await filesIn(join(data, 'artifacts'))
    server = await startRoughly(data)
    expect(await faultsAfterStart(data, known, before), `round ${round}`).toEqual([])
    await ledger.check(server.url)
  }
  await ledger.check(server.url, true)
  await server.stop()
  expect(await faultsOf(data, known, true)).toEqual([])
  console.log(`${rounds} kills: ${ledger.answered} writes were answered, and checked ${ledger.checked} times`)
  expect(ledger.answered).toBeGreaterThan(rounds * writers)
})

test('a first start that is killed, however often, leaves a world as any other', { timeout: 120_000 }, async () => {
  const data = join(folder, 'first')
  for (let round = 0; round < 8; round++) {
    const hasty = spawnOn(data)
    await pause(300 + chance() * 1500)
    await hasty.kill()
  }
  const server = await listening(spawnServer(data, '--world', world))
  onTestFinished(() => server.kill())
  const log = await fetch(`${server.url}/api/v4/projects/1/jobs/1/trace?private_token=kill-owner-token`)
  expect(await log.text()).toBe('all was well\n'.repeat(200))
  await server.stop()
  expect(await faultsOf(data, new Map(), true)).toEqual([])
})
