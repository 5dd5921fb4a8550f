import { setTimeout as pause } from 'node:timers/promises'
import { type MeasuredServer, startAnswering } from './child.ts'
import type { Crowd, Served } from './clients-load.ts'

/**
 * For machines with little memory: the operators' page names the same. Each thread of V8 and of libuv would have a heap of its own
 * from glibc, and give back little of it.
 */
const small = { NODE_OPTIONS: '--max-semi-space-size=8 --max-old-space-size=128', MALLOC_ARENA_MAX: '1' }

export interface Crowded extends Served {
  readonly name: string
  readonly clients: number
  readonly seconds: number
  /** What the server had in memory at most after a third of the time, and in all of it, in bytes. */
  readonly early: number
  readonly most: number
  /** Milliseconds that the server's event loop came late, in 99 of 100 cases. */
  readonly lateness: number
  /** Of the server, in microseconds. */
  readonly cpu: number
}

type Start = (folder: string, environment: Readonly<Record<string, string>>) => Promise<MeasuredServer>
interface Plan {
  readonly clients: number
  readonly seconds: number
  readonly progress: (text: string) => void
}

/** Many clients at once, on everything there is: a server as it comes, and one that is told to do with little memory. */
export async function measureCrowd(folder: string, start: Start, { clients, seconds, progress }: Plan): Promise<Crowded[]> {
  const results: Crowded[] = []
  for (const [name, environment] of Object.entries({ 'as it comes': {}, 'told to do with little memory': small })) {
    progress(`${clients} clients for ${seconds} s: ${name}`)
    const server = await start(`${folder}/${results.length}`, environment)
    const load = startAnswering<Crowd, Served>('clients-load.ts')
    const before = await server.cost('begin')
    const crowd = load.ask({ url: server.url, clients, seconds })
    let over = false
    const sizes: number[] = []
    const watching = (async () => {
      while (!over) {
        sizes.push((await server.cost()).rss)
        await pause(500)
      }
    })()
    const served = await crowd
    over = true
    await watching
    const { user, system, lateness } = await server.cost()
    const early = Math.max(...sizes.slice(0, Math.ceil(sizes.length / 3)))
    const cpu = user + system - before.user - before.system
    results.push({ ...served, name, clients, seconds, early, most: Math.max(...sizes), lateness, cpu })
    await load.stop()
    await server.stop()
  }
  return results
}

const mib = (bytes: number) => `${(bytes / 2 ** 20).toFixed(0)} MiB`

export function crowdTable(results: readonly Crowded[]): string {
  const [{ clients, seconds } = { clients: 0, seconds: 0 }] = results
  const lines = results.map((one) => {
    const broken = Object.entries(one.statuses).reduce((sum, [status, count]) => sum + (status === '0' || status >= '500' ? count : 0), 0)
    const rate = (one.requests / one.seconds).toFixed(0)
    const cpu = `${(one.cpu / one.requests).toFixed(0)} µs`
    return `| ${one.name} | ${rate} | ${cpu} | ${broken} | ${mib(one.early)} | ${mib(one.most)} | ${one.lateness.toFixed(0)} ms |`
  })
  return [
    `| ${clients} clients for ${seconds} s | requests/s | CPU a request | errors | memory, first third | at most | event loop late, p99 |`,
    '|---|---:|---:|---:|---:|---:|---:|',
    ...lines,
  ].join('\n')
}
