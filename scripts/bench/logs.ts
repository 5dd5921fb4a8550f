import { join } from 'node:path'
import { DiskLogStore } from '../../packages/server/src/storage/disk/disk-log-store.ts'
import type { MeasuredServer } from './child.ts'
import { cpuOf, median } from './figures.ts'
import type { Load } from './measure.ts'

const window = 64 * 1024
const small = { job: 1, size: 200_000 }
const large = { job: 2, size: 200_000_000 }

export interface LogRead {
  readonly name: string
  /** CPU time of a request, in microseconds. */
  readonly cpu: number
  /** Of the first, in the same round. */
  readonly ratio: number
}

interface Plan {
  readonly rounds: number
  readonly seconds: number
  readonly progress: (text: string) => void
}

/** 64 KiB out of a short log and out of a very long one, and what a follower asks for who has all of it. */
export async function measureLogs(server: MeasuredServer, data: string, load: Load, plan: Plan): Promise<LogRead[]> {
  plan.progress('logs: writing 200 MB')
  const logs = new DiskLogStore(join(data, 'logs'))
  const line = Buffer.from('src/basket.test.ts  survives an unknown harbour  (3 ms)\n'.repeat(20_000)).subarray(0, 1_000_000)
  await logs.append(small.job, line.subarray(0, small.size))
  for (let written = 0; written < large.size; written += line.length) await logs.append(large.job, line)
  // A follower asks under the same address until there is something.
  const reads = [
    { name: 'a window of 64 KiB of a log of 200 KB', job: small.job, query: `byte_offset=${small.size / 2}&byte_limit=${window}` },
    {
      name: 'the same of a log of 200 MB, near its end',
      job: large.job,
      query: `byte_offset=${large.size - 2 * window}&byte_limit=${window}`,
    },
    { name: 'nothing new at the end of a log of 200 MB', job: large.job, query: `byte_offset=${large.size}`, isFollower: true },
  ].map((read) => ({ ...read, costs: [] as number[] }))
  for (let round = 0; round <= plan.rounds; round++) {
    plan.progress(round === 0 ? 'logs: warming up' : `logs: round ${round} of ${plan.rounds}`)
    for (const { job, query, isFollower = false, costs } of reads) {
      const path = `/api/v4/projects/1/jobs/${job}/trace?${query}&private_token=bench-reader`
      const before = await server.cpu()
      const done = await load.ask({ url: `${server.url}${path}`, connections: 4, seconds: plan.seconds, unique: !isFollower })
      if (done.trouble !== null) throw new Error(`${path} cannot be measured: ${done.trouble}`)
      const sample = { requests: done.requests, seconds: done.seconds, cpu: (await server.cpu()) - before, bytes: done.bytes }
      if (round > 0) costs.push(cpuOf(sample))
    }
  }
  const [first] = reads
  return reads.map(({ name, costs }) => ({
    name,
    cpu: median(costs),
    ratio: median(costs.map((cost, round) => cost / (first?.costs[round] ?? Number.NaN))),
  }))
}

export function logTable(reads: readonly LogRead[]): string {
  const lines = reads.map(({ name, cpu, ratio }) => `| ${name} | ${cpu.toFixed(0)} µs | ${ratio.toFixed(2)} |`)
  return ['| log | CPU a request | times the first |', '|---|---:|---:|', ...lines].join('\n')
}
