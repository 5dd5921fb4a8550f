import { mkdtemp, rm } from 'node:fs/promises'
import { createServer, request as send } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, expect, onTestFinished, test } from 'vitest'
import { readable } from '../../packages/server/src/world/import/readable.suite.ts'
import { spawnImport } from './import/run.ts'
import { jobCount, pipelineCount, token, writeImportWorld } from './import/world.ts'
import { faultsOf } from './kill/examine.ts'
import { seeded } from './kill/writer.ts'
import { enlarge, gibi, token as largeToken, logSize, writeSmallWorld } from './memory/large-files.ts'
import { memoryOf } from './memory/watch.ts'
import { listening, spawnServer } from './server-process.ts'

// Imports as processes: killed at random moments, through a bad network, and with more than fits into memory.

const folder = await mkdtemp(join(tmpdir(), 'jobs-api-imports-'))
afterAll(() => rm(folder, { recursive: true, force: true }))

const world = join(folder, 'world.yaml')
await writeImportWorld(world)
const everything = ['--with-logs', '--with-artifacts']
const chance = seeded(20_260_201)

async function source() {
  const server = await listening(spawnServer(join(folder, 'source'), '--world', world))
  onTestFinished(() => server.kill())
  return server.url
}

/** Hands on what comes. `meddle` is asked at each request how many bytes of the answer are let through. */
async function proxyTo(target: string, meddle: () => number) {
  const requests: string[] = []
  const server = createServer((request, response) => {
    requests.push(`${request.method} ${request.url}`)
    let left = meddle()
    if (left <= 0) return void request.socket.destroy()
    send(`${target}${request.url}`, { method: request.method, headers: request.headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers)
      answer.on('data', (chunk: Buffer) => {
        response.write(chunk.subarray(0, left))
        left -= chunk.length
        if (left <= 0) request.socket.destroy()
      })
      answer.on('end', () => response.end())
    }).end()
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  onTestFinished(() => void server.close().closeAllConnections())
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, requests }
}

async function expectTheSame(from: string, data: string, output: string): Promise<void> {
  const [, own = ''] = /^Token {2}(imported-\S+)/m.exec(output) ?? []
  const copy = await listening(spawnServer(data, '--world', 'none'))
  onTestFinished(() => copy.kill())
  expect(await readable(copy.url, own, 1)).toEqual(await readable(from, token, 1))
  const database = new DatabaseSync(join(data, 'jobs.sqlite'), { readOnly: true })
  const count = (table: string) => database.prepare(`select count(*) as n from ${table}`).get()?.['n']
  const bridges = pipelineCount / 2 - 1
  // A job has an archive, its table of contents and a log; the first of each pipeline has a log only.
  expect(['pipelines', 'jobs', 'artifacts', 'users', 'runners', 'projects'].map(count)).toEqual([
    ...[pipelineCount, jobCount + bridges, (jobCount - pipelineCount) * 3 + pipelineCount, 2, 2, 1],
  ])
  database.close()
  expect(await faultsOf(data, new Map(), true)).toEqual([])
}

test('an import that is killed at random moments ends as one that is not', { timeout: 600_000 }, async () => {
  const from = await source()
  let left = Number.POSITIVE_INFINITY
  let kill = () => {}
  const proxy = await proxyTo(from, () => {
    if (--left === 0) void pause(chance() * 60).then(() => kill())
    return Number.POSITIVE_INFINITY
  })
  const data = join(folder, 'killed')
  let kills = 0
  let output = ''
  for (let code: unknown = null; code !== 0; ) {
    // By requests and not by time alone: however slow the machine is, every run comes to something and none to the end too soon.
    left = 1 + Math.floor(chance() * 50)
    const { child, ended } = spawnImport(proxy.url, 'crew/app', data, token, ...everything)
    kill = () => child.kill('SIGKILL')
    const end = await ended
    code = end.code
    output = end.output
    if (end.signal === 'SIGKILL') kills++
    else expect([code, output.includes('Imported crew/app')]).toEqual([0, true])
  }
  expect(new Set(proxy.requests.map((request) => request.split(' ')[0]))).toEqual(new Set(['GET']))
  const downloads = proxy.requests.filter((request) => /\/(trace|artifacts)\b/.test(request) && !request.includes('byte_offset=1&'))
  const twice = downloads.length - new Set(downloads).size
  console.log(`${kills} kills; ${downloads.length} downloads, ${twice} of them for the second time`)
  expect(kills).toBeGreaterThan(8)
  // What four hands were just busy with: each with a log or an archive that was here and not yet written down, and the one before it.
  expect(twice).toBeLessThanOrEqual(kills * 8)
  await expectTheSame(from, data, output)
})

test('a network that cuts one answer in four does no harm', { timeout: 300_000 }, async () => {
  const from = await source()
  const proxy = await proxyTo(from, () => (chance() < 0.25 ? Math.floor(chance() * 3000) : Number.POSITIVE_INFINITY))
  const data = join(folder, 'cut')
  const { code, output } = await spawnImport(proxy.url, 'crew/app', data, token, ...everything).ended
  expect([code, output]).toEqual([0, expect.stringContaining('Imported crew/app')])
  await expectTheSame(from, data, output)
})

test('an archive of a gibibyte and a log of 200 MiB pass through little memory', { timeout: 300_000 }, async () => {
  const large = join(folder, 'large')
  await writeSmallWorld(world)
  await (await listening(spawnServer(large, '--world', world))).stop()
  await enlarge(large)
  const server = await listening(spawnServer(large, '--world', world))
  onTestFinished(() => server.kill())
  const plain = spawnImport(server.url, 'memory/measured', join(folder, 'small'), largeToken)
  const peakOf = async ({ child, ended }: typeof plain) => {
    let peak = 0
    const watch = setInterval(() => {
      try {
        const now = memoryOf(child.pid ?? 0, 'VmHWM')
        if (now > peak) peak = now
      } catch {
        // It has just ended.
      }
    }, 20)
    const { code, output } = await ended
    clearInterval(watch)
    return { code, output, peak }
  }
  const without = await peakOf(plain)
  const whole = await peakOf(spawnImport(server.url, 'memory/measured', join(folder, 'copied'), largeToken, ...everything))
  console.log(`${without.peak.toFixed(0)} MiB without logs and archives, ${whole.peak.toFixed(0)} MiB with`)
  expect(whole.output).toContain(`1 log (${(logSize / 2 ** 20).toFixed(1)} MiB), 1 archive (${(gibi / 2 ** 30).toFixed(2)} GiB)`)
  expect(whole.peak - without.peak).toBeLessThan(96)
})

test('Ctrl-C ends it at once, and it says how to go on', { timeout: 60_000 }, async () => {
  const from = await source()
  const data = join(folder, 'interrupted')
  let interrupt = () => {}
  let seen = 0
  const proxy = await proxyTo(from, () => {
    if (++seen === 12) interrupt()
    return Number.POSITIVE_INFINITY
  })
  const { child, ended } = spawnImport(proxy.url, 'crew/app', data, token, ...everything)
  interrupt = () => child.kill('SIGINT')
  const { code, output } = await ended
  expect([code, output]).toEqual([130, expect.stringContaining('Stopped. The same command goes on from here.')])
  const again = await spawnImport(proxy.url, 'crew/app', data, token, ...everything).ended
  expect([again.code, again.output]).toEqual([0, expect.stringContaining('Going on with the import')])
})
