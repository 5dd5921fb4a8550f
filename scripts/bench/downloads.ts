import { open } from 'node:fs/promises'
import { connect } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { type MeasuredServer, startMeasured } from './child.ts'
import { median } from './figures.ts'
import type { Load } from './measure.ts'

const size = 2 ** 30
const slowClients = 200
const ways = { memory: 'from memory', ours: '**this server**', sendFile: '`res.sendFile`' } as const

export interface Download {
  readonly name: string
  /** Seconds for 1 GiB, and of them those of the processor. */
  readonly seconds: number
  readonly cpu: number
  /** The speed, of that from memory in the same round. */
  readonly ratio: number
  /** Bytes of memory that the server took more, at most, while one came; and for each of 200 that hardly read. */
  readonly growth: number
  readonly slowGrowth: number
}

/** One file of 1 GiB, in three ways. */
export async function measureDownloads(folder: string, load: Load, rounds: number, progress: (text: string) => void): Promise<Download[]> {
  const path = join(folder, 'large')
  const file = await open(path, 'w')
  for (let written = 0; written < size; written += 2 ** 24) await file.write(Buffer.alloc(2 ** 24, written % 251))
  await file.close()
  const servers = await Promise.all(Object.keys(ways).map((way) => startMeasured('download-server.ts', [way, path])))
  const measured = servers.map((): { seconds: number; cpu: number; growth: number }[] => [])
  for (let round = 0; round <= rounds; round++) {
    progress(`downloads: round ${round} of ${rounds}`)
    for (const [index, server] of servers.entries()) {
      const taken = await once(server, load)
      if (round > 0) measured[index]?.push(taken)
    }
  }
  const [fromMemory = []] = measured
  const results: Download[] = []
  for (const [index, name] of Object.values(ways).entries()) {
    const each = measured[index] ?? []
    const server = servers[index] as MeasuredServer
    results.push({
      name,
      seconds: median(each.map(({ seconds }) => seconds)),
      cpu: median(each.map(({ cpu }) => cpu)),
      ratio: median(each.map(({ seconds }, round) => (fromMemory[round]?.seconds ?? Number.NaN) / seconds)),
      growth: Math.max(...each.map(({ growth }) => growth)),
      slowGrowth: await slowly(server),
    })
    await server.stop()
  }
  return results
}

async function once(server: MeasuredServer, load: Load) {
  const before = await server.cost()
  let most = before.rss
  let over = false
  const watching = (async () => {
    while (!over) {
      most = Math.max(most, await server.memory())
      await pause(20)
    }
  })()
  // It goes on until the answer is complete, so it is one.
  const done = await load.ask({ url: server.url, connections: 1, seconds: 0.001 })
  over = true
  await watching
  if (done.trouble !== null || done.bytes !== size) throw new Error(`the download broke: ${done.trouble ?? done.bytes}`)
  const { user, system } = await server.cost()
  return { seconds: done.seconds, cpu: (user + system - before.user - before.system) / 1e6, growth: most - before.rss }
}

/** Memory for each of many clients that ask, read a little, and then nothing for a while. */
async function slowly(server: MeasuredServer): Promise<number> {
  const before = await server.memory()
  const { port, hostname, host } = new URL(server.url)
  const sockets = Array.from({ length: slowClients }, () => connect(Number(port), hostname))
  for (const socket of sockets) socket.once('data', () => socket.pause()).write(`GET / HTTP/1.1\r\nHost: ${host}\r\n\r\n`)
  let most = before
  for (let time = 0; time < 20; time++) {
    most = Math.max(most, await server.memory())
    await pause(100)
  }
  for (const socket of sockets) socket.destroy()
  return (most - before) / slowClients
}

const mib = (bytes: number) => (bytes / 2 ** 20).toFixed(1)

export function downloadTable(results: readonly Download[]): string {
  const lines = results.map(
    ({ name, seconds, cpu, ratio, growth, slowGrowth }) =>
      `| ${name} | ${seconds.toFixed(2)} s | ${cpu.toFixed(2)} s | ${ratio.toFixed(2)} | ${mib(growth)} MiB | ${mib(slowGrowth)} MiB |`,
  )
  return [
    `| 1 GiB | time | CPU | speed, of memory's | memory, one transfer | memory, each of ${slowClients} slow ones |`,
    '|---|---:|---:|---:|---:|---:|',
    ...lines,
  ].join('\n')
}
