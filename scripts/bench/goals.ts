import type { Crowded } from './clients.ts'
import type { Download } from './downloads.ts'
import type { Entry } from './entry.ts'
import type { LogRead } from './logs.ts'
import type { Standing } from './peers.ts'
import type { Writes } from './writes.ts'

interface Measured {
  readonly peers: readonly Standing[]
  readonly writes: Writes
  readonly entry: Entry
  readonly downloads: readonly Download[]
  readonly logs: readonly LogRead[]
  readonly crowd: readonly Crowded[]
}

interface Goal {
  readonly name: string
  readonly wanted: string
  readonly measured: number
  readonly reached: boolean
}

/** What the server is meant to reach, each against its baseline in the same run. */
export function goalsOf({ peers, writes, entry, downloads, logs, crowd }: Measured): Goal[] {
  const [raw, known, fresh, unknown, poll, express, fastify, validator, prism] = peers
  const [, small] = crowd
  const [, download] = downloads
  const [, window, nothing] = logs
  if (!(raw && known && fresh && unknown && poll && express && fastify && validator && prism && small && download && window && nothing))
    throw new Error('not all was measured')
  const least = (name: string, measured: number, limit: number): Goal => ({
    name,
    wanted: `≥ ${limit}`,
    measured,
    reached: measured >= limit,
  })
  const most = (name: string, measured: number, limit: number): Goal => ({
    name,
    wanted: `≤ ${limit}`,
    measured,
    reached: measured <= limit,
  })
  const broken = Object.entries(small.statuses).reduce((sum, [status, count]) => sum + (status === '0' || status >= '500' ? count : 0), 0)
  return [
    least('a list asked before, requests/s of node:http', known.rateRatio, 0.4),
    least('a list that was asked before, at an address never asked before', fresh.rateRatio, 0.25),
    least('a list at any cursor, never asked before, requests/s of node:http', unknown.rateRatio, 0.25),
    least('CPU time of Fastify, of a list asked before', fastify.cpuRatio / known.cpuRatio, 1),
    least('of one at an address never asked before', fastify.cpuRatio / fresh.cpuRatio, 1),
    least('of one at any cursor, never asked before', fastify.cpuRatio / unknown.cpuRatio, 1),
    least('CPU time of express-openapi-validator, of a list asked before', validator.cpuRatio / known.cpuRatio, 3),
    least('CPU time of Prism, of a list asked before', prism.cpuRatio / known.cpuRatio, 6),
    most('a poll of what is unchanged, CPU of two bytes from Express', poll.cpuRatio / express.cpuRatio, 2),
    least('changes kept 32 at a time, of one by one', writes.ratio, 4),
    most('their p99, of their p50', writes.p99 / writes.p50, 3),
    least('one file of 50,000, how many times faster than yauzl', entry.ratio, 1000),
    least('a download of 1 GiB, speed of sending from memory', download.ratio, 0.8),
    most('memory it takes, in MiB', download.growth / 2 ** 20, 8),
    most('memory for each of 200 slow ones, in MiB', download.slowGrowth / 2 ** 20, 8),
    most('64 KiB of a log of 200 MB, CPU of those of one of 200 KB', window.ratio, 1.2),
    most('a follower for whom there is nothing new, CPU of 64 KiB', nothing.ratio, 1),
    most(`${small.clients} clients: errors`, broken, 0),
    most(`${small.clients} clients: the event loop late, p99 in ms`, small.lateness, 50),
    most(`${small.clients} clients: memory with little to spare, MB`, small.most / 1e6, 250),
  ]
}

export function goalTable(goals: readonly Goal[]): string {
  const digits = (value: number) => (value >= 100 ? value.toFixed(0) : value.toFixed(2))
  const lines = goals.map(
    ({ name, wanted, measured, reached }) => `| ${name} | ${wanted} | ${digits(measured)} | ${reached ? 'yes' : '**no**'} |`,
  )
  return ['| all ratios | wanted | measured | reached |', '|---|---:|---:|---|', ...lines].join('\n')
}
