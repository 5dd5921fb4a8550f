import { type MeasuredServer, startMeasured } from './child.ts'
import { cpuOf, median, rateOf, type Sample } from './figures.ts'
import type { Task } from './load.ts'
import type { Load } from './measure.ts'
import { writePrismView } from './prism-view.ts'
import { rows } from './rows.ts'

type Way = Pick<Task, 'unique' | 'cursors' | 'poll'>

/** A server, and how it is asked for a list of 20 jobs. */
interface Contestant extends Way {
  readonly name: string
  readonly server: MeasuredServer
}

/** What is said of a contestant: how many requests it answers, and what each costs, of those of the first. */
export interface Standing {
  readonly name: string
  readonly bytes: number
  readonly rate: number
  readonly rateRatio: number
  readonly cpu: number
  readonly cpuRatio: number
}

interface Plan {
  readonly rounds: number
  readonly seconds: number
  readonly progress: (text: string) => void
}

/** The same list from us in four ways, and from everybody else, in the same rounds. The first is what all are held against. */
export async function measurePeers(ours: MeasuredServer, folder: string, load: Load, plan: Plan): Promise<Standing[]> {
  const list = rows.find(({ name }) => name === 'list')?.path ?? ''
  const started: MeasuredServer[] = []
  const peer = async (program: string, ...args: string[]) => {
    const server = await startMeasured(program, args)
    started.push(server)
    return server
  }
  try {
    const contestants: Contestant[] = [
      { name: 'node:http, the same bytes as a constant', server: await peer('constant-server.ts', ours.url, list) },
      { name: '**this server**, asked before', server: ours },
      { name: '**this server**, an address never asked before', server: ours, unique: true },
      { name: '**this server**, any cursor, never asked before', server: ours, unique: true, cursors: 500 },
      { name: '**this server**, a poll of what is unchanged', server: ours, poll: true },
      { name: 'Express, two bytes', server: await peer('two-bytes-server.ts') },
      { name: 'Fastify, a serializer from the schema', server: await peer('fastify-server.ts', ours.url, list) },
      { name: 'express-openapi-validator as it comes', server: await peer('validator-server.ts', ours.url, list) },
      { name: 'Prism, an example', server: await peer('prism-server.ts', await writePrismView(folder)) },
    ]
    return await compare(contestants, list, load, plan)
  } finally {
    for (const server of started.toReversed()) await server.stop()
  }
}

async function compare(contestants: readonly Contestant[], path: string, load: Load, plan: Plan): Promise<Standing[]> {
  const measured = contestants.map((): Sample[] => [])
  for (let round = 0; round <= plan.rounds; round++) {
    plan.progress(round === 0 ? 'peers: warming up' : `peers: round ${round} of ${plan.rounds}`)
    // Every other round backwards, so that nobody always comes after the same one.
    const order = [...contestants.keys()]
    for (const index of round % 2 === 0 ? order : order.toReversed()) {
      const taken = await sample(contestants[index] as Contestant, path, load, plan.seconds)
      if (round > 0) measured[index]?.push(taken)
    }
  }
  const [baseline = []] = measured
  return contestants.map(({ name }, index) => standingOf(name, measured[index] ?? [], baseline))
}

async function sample({ name, server, ...way }: Contestant, path: string, load: Load, seconds: number): Promise<Sample> {
  const before = await server.cpu()
  const done = await load.ask({ url: `${server.url}${path}`, connections: 16, seconds, ...way })
  const cpu = (await server.cpu()) - before
  if (done.trouble !== null) throw new Error(`${name} cannot be measured: ${done.trouble}`)
  return { requests: done.requests, seconds: done.seconds, cpu, bytes: done.bytes }
}

/** Ratios are taken within a round. */
function standingOf(name: string, samples: readonly Sample[], baseline: readonly Sample[]): Standing {
  const over = (figure: (sample: Sample) => number) => median(samples.map(figure))
  const ratio = (figure: (sample: Sample) => number) =>
    median(samples.map((sample, round) => figure(sample) / figure(baseline[round] as Sample)))
  return { name, bytes: over(({ bytes }) => bytes), rate: over(rateOf), rateRatio: ratio(rateOf), cpu: over(cpuOf), cpuRatio: ratio(cpuOf) }
}

/** A Markdown table of it. */
export function peerTable(standings: readonly Standing[]): string {
  const lines = standings.map(({ name, bytes, rate, rateRatio, cpu, cpuRatio }) => {
    const cells = [
      name,
      `${(bytes / 1024).toFixed(1)} KiB`,
      rate.toFixed(0),
      rateRatio.toFixed(2),
      `${cpu.toFixed(0)} µs`,
      cpuRatio.toFixed(1),
    ]
    return `| ${cells.join(' | ')} |`
  })
  return [
    '| list 20 jobs | answer | requests/s | of the first | CPU a request | times the first |',
    '|---|---:|---:|---:|---:|---:|',
    ...lines,
  ].join('\n')
}
