import { join } from 'node:path'
import type { MeasuredServer } from './child.ts'
import { startMeasured } from './child.ts'
import { cpuOf, median, type Sample } from './figures.ts'
import { makeManyJobs } from './many-jobs.ts'
import type { Load } from './measure.ts'

const sizes = { few: 1000, many: 1_000_000 } as const

/** A list may be so many times dearer among a thousand times as many jobs. */
export const allowedGrowth = 1.5

const as = 'private_token=bench-reader'
const questions = [
  { name: 'no scope', query: as },
  { name: 'a common scope', query: `${as}&scope[]=success&scope[]=failed` },
  { name: 'a rare scope', query: `${as}&scope[]=pending&scope[]=running` },
] as const

export interface Growth {
  readonly name: string
  /** CPU time of a request, in microseconds. */
  readonly few: number
  readonly many: number
  readonly ratio: number
}

interface Plan {
  readonly rounds: number
  readonly seconds: number
  readonly progress: (text: string) => void
}

/** What listing 20 jobs costs among a thousand and among a million jobs, in the same rounds. */
export async function measureGrowth(folder: string, load: Load, plan: Plan): Promise<Growth[]> {
  const servers: MeasuredServer[] = []
  try {
    for (const [name, count] of Object.entries(sizes)) {
      const data = join(folder, name)
      await makeManyJobs(data, count, plan.progress)
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

async function compare(few: MeasuredServer, many: MeasuredServer, load: Load, { rounds, seconds, progress }: Plan): Promise<Growth[]> {
  const measured = questions.map((question) => ({ ...question, rounds: [] as { few: number; many: number }[] }))
  for (let round = 0; round <= rounds; round++) {
    progress(round === 0 ? 'warming up' : `round ${round} of ${rounds}`)
    for (const question of measured) {
      const costs = {
        few: cpuOf(await sample(few, load, question.query, seconds)),
        many: cpuOf(await sample(many, load, question.query, seconds)),
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

async function sample(server: MeasuredServer, load: Load, query: string, seconds: number): Promise<Sample> {
  const before = await server.cpu()
  const done = await load.ask({ url: `${server.url}/api/v4/projects/1/jobs?${query}`, connections: 4, seconds })
  if (done.trouble !== null) throw new Error(`${query} cannot be measured: ${done.trouble}`)
  return { requests: done.requests, seconds: done.seconds, cpu: (await server.cpu()) - before, bytes: done.bytes }
}

/** A Markdown table of it. */
export function growthTable(results: readonly Growth[]): string {
  const lines = results.map(
    ({ name, few, many, ratio }) => `| ${name} | ${few.toFixed(0)} µs | ${many.toFixed(0)} µs | ${ratio.toFixed(2)} |`,
  )
  return ['| list 20 jobs | of 1,000 | of 1,000,000 | times dearer |', '|---|---:|---:|---:|', ...lines].join('\n')
}
