import { type MeasuredServer, startMeasured } from './child.ts'
import { cpuOf, median, rateOf, type Sample } from './figures.ts'
import type { Task } from './load.ts'
import type { Load, Plan as RowsPlan } from './measure.ts'
import { writePrismView } from './prism-view.ts'

type Plan = Omit<RowsPlan, 'rows'>

interface Errand extends Pick<Task, 'unique'> {
  readonly title: string
  readonly path: string
}

const project = '/api/v4/projects/1'
const as = 'private_token=demo-dana-personal'

const errands: readonly Errand[] = [
  { title: 'one job', path: `${project}/jobs/8?${as}` },
  { title: 'one job, an address never asked before', path: `${project}/jobs/8?${as}`, unique: true },
  // Prism answers with an example of two jobs, whatever is asked for.
  { title: 'two jobs', path: `${project}/jobs?scope[]=success&per_page=2&${as}` },
  { title: 'two jobs, an address never asked before', path: `${project}/jobs?scope[]=success&per_page=2&${as}`, unique: true },
  { title: 'twenty jobs, of Prism two', path: `${project}/jobs?${as}` },
]

const server = '../../packages/server/src/main.ts'
const sandbox = ['sandbox', '--port', '0']
/** For V8 and in MiB; what is alive are about 40. */
const smallHeap = { NODE_OPTIONS: '--max-old-space-size=96 --max-semi-space-size=4' }

interface Contestant {
  readonly name: string
  start(): Promise<MeasuredServer>
}

/** Milliseconds until the first answer: by the clock on the wall, and of the processor's time. */
interface Start {
  readonly wall: number
  readonly cpu: number
}

interface Pace {
  readonly bytes: number
  readonly rate: number
  /** How many requests are answered while Prism answers one. */
  readonly rateRatio: number
  /** Microseconds a request. */
  readonly cpu: number
  /** How many requests are answered for the CPU time that Prism takes for one. */
  readonly cpuRatio: number
}

/** What is said of one: milliseconds, bytes, and its pace at each errand. */
export interface SandboxStanding {
  readonly name: string
  readonly firstAnswer: Start
  readonly memory: { readonly before: number; readonly after: number }
  readonly paces: readonly Pace[]
}

/** The sandbox, the mock and Prism's own command, in the same rounds. All are asked with the same bytes; Prism comes first. */
export async function measureSandbox(folder: string, load: Load, plan: Plan): Promise<SandboxStanding[]> {
  const view = await writePrismView(folder)
  const contestants: readonly Contestant[] = [
    { name: 'Prism 5.16.0, its own command', start: () => startMeasured('prism-server.ts', [view]) },
    { name: 'the mock: Prism behind our front', start: () => startMeasured('../../packages/mock/src/main.ts', ['--port', '0']) },
    { name: '**the sandbox**', start: () => startMeasured(server, sandbox) },
    { name: '**the sandbox**, held to a small heap', start: () => startMeasured(server, sandbox, smallHeap) },
  ]
  const starts = await measureStarts(contestants, plan)
  const started: MeasuredServer[] = []
  try {
    for (const { start } of contestants) started.push(await start())
    const before = await Promise.all(started.map((server) => server.memory()))
    const samples = await measureRates(started, load, plan)
    const after = await Promise.all(started.map((server) => server.memory()))
    return contestants.map(({ name }, index) => ({
      name,
      firstAnswer: {
        wall: median((starts[index] ?? []).map(({ wall }) => wall)),
        cpu: median((starts[index] ?? []).map(({ cpu }) => cpu)),
      },
      memory: { before: before[index] ?? 0, after: after[index] ?? 0 },
      paces: errands.map((_, errand) => paceOf(samples[index]?.[errand] ?? [], samples[0]?.[errand] ?? [])),
    }))
  } finally {
    for (const server of started.toReversed()) await server.stop()
  }
}

/** From the order to start a process until it has answered a request. */
async function measureStarts(contestants: readonly Contestant[], { rounds, progress }: Plan): Promise<Start[][]> {
  const measured = contestants.map((): Start[] => [])
  for (let round = 1; round <= rounds; round++) {
    progress(`starts: round ${round} of ${rounds}`)
    for (const index of inTurns(contestants, round)) {
      const begun = performance.now()
      const server = await (contestants[index] as Contestant).start()
      const answer = await fetch(`${server.url}${errands[0]?.path}`)
      await answer.arrayBuffer()
      measured[index]?.push({ wall: performance.now() - begun, cpu: (await server.cpu()) / 1000 })
      await server.stop()
      if (!answer.ok) throw new Error(`${contestants[index]?.name} answers ${answer.status}`)
    }
  }
  return measured
}

/** For each server, for each errand, a sample a round. */
async function measureRates(servers: readonly MeasuredServer[], load: Load, { rounds, seconds, progress }: Plan): Promise<Sample[][][]> {
  const measured = servers.map(() => errands.map((): Sample[] => []))
  for (let round = 0; round <= rounds; round++) {
    progress(round === 0 ? 'load: warming up' : `load: round ${round} of ${rounds}`)
    for (const [number, errand] of errands.entries())
      for (const index of inTurns(servers, round)) {
        const taken = await sample(servers[index] as MeasuredServer, errand, load, seconds)
        if (round > 0) measured[index]?.[number]?.push(taken)
      }
  }
  return measured
}

/** Every other round backwards, so that nobody always comes after the same one. */
function inTurns(all: readonly unknown[], round: number): readonly number[] {
  const order = [...all.keys()]
  return round % 2 === 0 ? order : order.toReversed()
}

async function sample(server: MeasuredServer, { title, path, unique = false }: Errand, load: Load, seconds: number): Promise<Sample> {
  const before = await server.cpu()
  const done = await load.ask({ url: `${server.url}${path}`, connections: 16, seconds, unique })
  const cpu = (await server.cpu()) - before
  if (done.trouble !== null) throw new Error(`${title} cannot be measured: ${done.trouble}`)
  return { requests: done.requests, seconds: done.seconds, cpu, bytes: done.bytes }
}

/** Ratios are taken within a round. */
export function paceOf(samples: readonly Sample[], prism: readonly Sample[]): Pace {
  const over = (figure: (sample: Sample) => number) => median(samples.map(figure))
  const ratio = (of: (one: Sample, prisms: Sample) => number) => median(samples.map((one, round) => of(one, prism[round] as Sample)))
  return {
    bytes: over(({ bytes }) => bytes),
    rate: over(rateOf),
    rateRatio: ratio((one, prisms) => rateOf(one) / rateOf(prisms)),
    cpu: over(cpuOf),
    cpuRatio: ratio((one, prisms) => cpuOf(prisms) / cpuOf(one)),
  }
}

const kibi = (bytes: number) => `${(bytes / 2 ** 10).toFixed(1)} KiB`
const mebi = (bytes: number) => `${(bytes / 2 ** 20).toFixed(0)} MiB`

/** Two Markdown tables: what is answered in a second, and what it takes to be there. */
export function sandboxTable(standings: readonly SandboxStanding[]): string {
  const rates = errands.flatMap(({ title }, errand) =>
    standings.map(({ name, paces }) => {
      const { bytes, rate, rateRatio, cpu, cpuRatio } = paces[errand] as Pace
      return line(title, name, kibi(bytes), rate.toFixed(0), rateRatio.toFixed(1), `${cpu.toFixed(0)} µs`, cpuRatio.toFixed(1))
    }),
  )
  const costs = standings.map(({ name, firstAnswer, memory }) =>
    line(
      name,
      `${(firstAnswer.wall / 1000).toFixed(2)} s`,
      `${(firstAnswer.cpu / 1000).toFixed(2)} s`,
      mebi(memory.before),
      mebi(memory.after),
    ),
  )
  return [
    '| asked for | of | answer | requests/s | times Prism | CPU a request | that of Prism, in ours |\n|---|---|---:|---:|---:|---:|---:|',
    ...rates,
    '\n| | start to first answer | CPU until then | memory before | memory after |\n|---|---:|---:|---:|---:|',
    ...costs,
  ].join('\n')
}

const line = (...cells: readonly string[]) => `| ${cells.join(' | ')} |`

/** What was measured once for smaller documents, on two shared cores with Node 26.10; neither project publishes figures of its own. */
export const elsewhere = `In an earlier measurement, of a document of eight operations: Prism 5.16.0 (https://github.com/stoplightio/prism) gave its first answer after
0.7 s, answered 4,300 to 6,300 requests a second, 6 to 9 % of bare node:http, and had 365 to 375 MB after the load; Mockoon CLI 9.9.0
(https://github.com/mockoon/mockoon) began after 1.3 s, answered less than 1 % of bare node:http, and had 385 MB.`
