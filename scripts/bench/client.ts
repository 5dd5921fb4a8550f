import { availableParallelism } from 'node:os'
import { generateClient } from '../scorecard/candidates.ts'
import { type MeasuredServer, startAnswering, startMeasured } from './child.ts'
import { archiveSize, type Errand, errandNames, errands } from './client-errands.ts'
import { baseline, clients } from './client-kinds.ts'
import type { ErrandSample, ErrandTask } from './client-load.ts'
import { median } from './figures.ts'

const token = 'bench-reader'

export interface ClientResult {
  readonly errand: Errand
  readonly client: string
  /** One a round. */
  readonly samples: readonly ErrandSample[]
  /** Each held against bare `fetch` in the same round. */
  readonly ratios: readonly ErrandSample[]
}

interface Plan {
  readonly rounds: number
  readonly seconds: number
  readonly progress: (text: string) => void
}

/**
 * Has each client do each errand in each round. The first round, which is not counted, warms them up. `reference`, which is
 * stopped, is asked for what the answers are.
 */
export async function measureClients(reference: MeasuredServer, folder: string, plan: Plan): Promise<ClientResult[]> {
  const jobs = '/api/v4/projects/1/jobs'
  const started: { stop(): Promise<void> }[] = [reference]
  try {
    const server = await startMeasured('client-server.ts', [reference.url, token, `${jobs}/500`, `${jobs}?per_page=20`])
    started.push(server)
    await reference.stop() // so that it takes no time from those who are measured
    const generated = await generateClient(folder)
    const loads = Object.keys(clients).map((client) => {
      const load = startAnswering<ErrandTask, ErrandSample>('client-load.ts', [client, `${server.url}/api/v4`, token, generated])
      started.push(load)
      return { client, load }
    })
    return await inRounds(loads, plan)
  } finally {
    for (const one of started.toReversed()) await one.stop()
  }
}

interface Load {
  readonly client: string
  readonly load: { ask(task: ErrandTask): Promise<ErrandSample> }
}

type Round = ReadonlyMap<string, ErrandSample>

async function inRounds(loads: readonly Load[], { rounds, seconds, progress }: Plan): Promise<ClientResult[]> {
  const measured = new Map<Errand, Round[]>(errandNames.map((errand) => [errand, []]))
  for (let round = 0; round <= rounds; round++) {
    progress(round === 0 ? 'warming up' : `round ${round} of ${rounds}`)
    for (const errand of errandNames) {
      const done = await oneRound(loads, errand, seconds)
      if (round > 0) measured.get(errand)?.push(done)
    }
  }
  return [...measured].flatMap(([errand, rounds]) => resultsOf(errand, rounds))
}

const turnInSeconds = 0.1

/** In short turns: what else the machine does in these seconds then meets all clients alike. */
async function oneRound(loads: readonly Load[], errand: Errand, seconds: number): Promise<Round> {
  const turns = new Map<string, ErrandSample[]>(loads.map(({ client }) => [client, []]))
  const end = performance.now() + seconds * loads.length * 1000
  for (let turn = 0; turn === 0 || performance.now() < end; turn++) {
    const first = turn % loads.length
    for (const { client, load } of [...loads.slice(first), ...loads.slice(0, first)])
      turns.get(client)?.push(await load.ask({ errand, seconds: turnInSeconds }))
  }
  return new Map([...turns].map(([client, samples]) => [client, medians(samples)]))
}

const medians = (samples: readonly ErrandSample[]): ErrandSample => ({
  time: median(samples.map(({ time }) => time)),
  cpu: median(samples.map(({ cpu }) => cpu)),
})

/** One errand: each client, beside bare `fetch` in the same rounds. */
export function resultsOf(errand: Errand, rounds: readonly Round[]): ClientResult[] {
  const of = (client: string) => rounds.flatMap((round) => round.get(client) ?? [])
  const bare = of(baseline)
  return Object.keys(clients).map((client) => {
    const samples = of(client)
    const ratios = samples.map(({ time, cpu }, round) => ({
      time: time / (bare[round]?.time ?? Number.NaN),
      cpu: cpu / (bare[round]?.cpu ?? Number.NaN),
    }))
    return { errand, client, samples, ratios }
  })
}

/** A Markdown table, and what its columns mean. */
export function clientTable(results: readonly ClientResult[]): string {
  const lines = results.map(({ errand, client, samples, ratios }) => {
    const time = median(samples.map(({ time }) => time))
    const spent = errand === 'archive' ? `${(archiveSize / 2 ** 20 / (time / 1000)).toFixed(0)} MiB/s` : `${(time * 1000).toFixed(0)} µs`
    return `| ${errands[errand].title} | ${client} | ${spent} | ${spread(ratios.map(({ time }) => time))} | ${spread(ratios.map(({ cpu }) => cpu))} |`
  })
  return `${['| errand | client | a call takes | times bare fetch | CPU, times bare fetch |', '|---|---|---:|---:|---:|', ...lines].join('\n')}

Calls one after the other, each client in a process of its own, in turns of ${turnInSeconds} s, against one server that sends constants;
Node ${process.versions.node}, ${availableParallelism()} cores, which all processes share. Figures are medians over the rounds; ratios are taken within a round, and in
brackets stands the middle half of them.`
}

function spread(ratios: readonly number[]): string {
  const sorted = ratios.toSorted((one, other) => one - other)
  const at = (part: number) => (sorted[Math.round(part * (sorted.length - 1))] ?? Number.NaN).toFixed(2)
  return `${median(ratios).toFixed(2)} (${at(0.25)}–${at(0.75)})`
}
