import { join } from 'node:path'
import type { MeasuredServer } from './child.ts'
import { startMeasured } from './child.ts'
import { cpuOf, median, type Sample } from './figures.ts'
import { makeManyJobs } from './many-jobs.ts'
import type { Load } from './measure.ts'

/** A list may be so many times dearer among so many more jobs. */
export const allowedGrowth = 1.5

const statuses = ['created', 'pending', 'running', 'failed', 'success', 'canceled', 'skipped', 'manual']
const as = 'private_token=bench-reader'
const questions = [
  { name: 'no scope', query: as },
  { name: 'a common scope', query: `${as}&scope[]=success&scope[]=failed` },
  { name: 'a rare scope', query: `${as}&scope[]=pending&scope[]=running` },
  { name: 'every scope', query: [as, ...statuses.map((status) => `scope[]=${status}`)].join('&') },
] as const

export interface Growth {
  readonly name: string
  /** CPU time of a request, in microseconds. */
  readonly few: number
  readonly many: number
  readonly ratio: number
}

interface Plan {
  /** Of the two databases, in jobs. */
  readonly sizes: readonly [few: number, many: number]
  /** With more than one, each request asks for any of them, at any cursor. */
  readonly projects: number
  readonly rounds: number
  readonly seconds: number
  readonly progress: (text: string) => void
}

/** What listing 20 jobs costs among few and among many jobs, in the same rounds, at addresses that were never asked before. */
export async function measureGrowth(folder: string, load: Load, plan: Plan): Promise<Growth[]> {
  const servers: MeasuredServer[] = []
  try {
    for (const count of plan.sizes) {
      const data = join(folder, String(count))
      await makeManyJobs(data, { count, projects: plan.projects }, plan.progress)
      const settings = { port: '0', data, world: 'none', runners: 'off', 'log-level': 'error' }
      const flags = Object.entries(settings).flatMap(([flag, value]) => [`--${flag}`, value])
      servers.push(await startMeasured('../../packages/server/src/main.ts', flags))
    }
    const [few, many] = servers
    if (few === undefined || many === undefined) throw new Error('both sizes are needed')
    return await compare(few, many, load, plan)
  } finally {
    for (const server of servers) await server.stop()
  }
}

async function compare(few: MeasuredServer, many: MeasuredServer, load: Load, plan: Plan): Promise<Growth[]> {
  const { rounds, progress } = plan
  const measured = questions.map((question) => ({ ...question, rounds: [] as { few: number; many: number }[] }))
  for (let round = 0; round <= rounds; round++) {
    progress(round === 0 ? 'warming up' : `round ${round} of ${rounds}`)
    for (const question of measured) {
      const costs = {
        few: cpuOf(await sample(few, load, question.query, plan.sizes[0], plan)),
        many: cpuOf(await sample(many, load, question.query, plan.sizes[1], plan)),
      }
      if (round > 0) question.rounds.push(costs)
    }
  }
  return measured.map(({ name, rounds: each }) => ({
    name,
    few: median(each.map((costs) => costs.few)),
    many: median(each.map((costs) => costs.many)),
    ratio: median(each.map((costs) => costs.many / costs.few)),
  }))
}

async function sample(server: MeasuredServer, load: Load, query: string, size: number, { projects, seconds }: Plan): Promise<Sample> {
  const before = await server.cpu()
  const url = `${server.url}/api/v4/projects/1/jobs?${query}`
  const anywhere = projects > 1 ? { projects, cursors: size } : {}
  const done = await load.ask({ url, connections: 4, seconds, unique: true, ...anywhere })
  if (done.trouble !== null) throw new Error(`${query} cannot be measured: ${done.trouble}`)
  return { requests: done.requests, seconds: done.seconds, cpu: (await server.cpu()) - before, bytes: done.bytes }
}

/** A Markdown table of it. */
export function growthTable(results: readonly Growth[], sizes: readonly number[]): string {
  const lines = results.map(
    ({ name, few, many, ratio }) => `| ${name} | ${few.toFixed(0)} µs | ${many.toFixed(0)} µs | ${ratio.toFixed(2)} |`,
  )
  const [few, many] = sizes.map((size) => size.toLocaleString('en'))
  return [`| list 20 jobs | of ${few} | of ${many} | times dearer |`, '|---|---:|---:|---:|', ...lines].join('\n')
}
