import type { MeasuredServer, startAnswering } from './child.ts'
import type { Round, Sample } from './figures.ts'
import type { Done, Task } from './load.ts'
import type { Row } from './rows.ts'

export type Load = ReturnType<typeof startAnswering<Task, Done>>

export interface Servers {
  readonly ours: MeasuredServer
  readonly raw: MeasuredServer
}

export interface Plan {
  readonly rows: readonly Row[]
  readonly rounds: number
  readonly seconds: number
  /** Told about each round that begins. */
  readonly progress: (text: string) => void
}

const connections = 16

/**
 * Measures all rows once a round, each first at one server and then at the other, and changes the order every round, so
 * that neither a slow minute nor a warm cache is on one side. The first round, which is not counted, warms both up.
 */
export async function measure(servers: Servers, load: Load, { rows, rounds, seconds, progress }: Plan): Promise<Map<Row, Round[]>> {
  const measured = new Map<Row, Round[]>(rows.map((row) => [row, []]))
  for (let round = 0; round <= rounds; round++) {
    progress(round === 0 ? 'warming up' : `round ${round} of ${rounds}`)
    for (const row of rows) {
      const result = await both(servers, (server) => sample(server, load, row, seconds), round % 2 === 0)
      if (result.ours.bytes !== result.raw.bytes) throw new Error(`${row.name}: the answers are not the same`)
      if (round > 0) measured.get(row)?.push(result)
    }
  }
  return measured
}

async function both({ ours, raw }: Servers, take: (server: MeasuredServer) => Promise<Sample>, rawFirst: boolean): Promise<Round> {
  if (!rawFirst) return { ours: await take(ours), raw: await take(raw) }
  const first = await take(raw)
  return { ours: await take(ours), raw: first }
}

async function sample(server: MeasuredServer, load: Load, { name, path }: Row, seconds: number): Promise<Sample> {
  const before = await server.cpu()
  const done = await load.ask({ url: `${server.url}${path}`, connections, seconds })
  const cpu = (await server.cpu()) - before
  if (done.trouble !== null) throw new Error(`${name} cannot be measured: ${done.trouble}`)
  return { requests: done.requests, seconds: done.seconds, cpu, bytes: done.bytes }
}
