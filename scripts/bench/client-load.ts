import { type Errand, errands } from './client-errands.ts'
import { clients } from './client-kinds.ts'
import { median } from './figures.ts'

// One client in a process of its own: goes on one errand again and again, and says what a call takes.

export interface ErrandTask {
  readonly errand: Errand
  readonly seconds: number
}

export interface ErrandSample {
  /** The median of all calls, in milliseconds. */
  readonly time: number
  /** CPU time of this process for a call, in microseconds. */
  readonly cpu: number
}

const [name = '', baseUrl = '', token = '', generated = ''] = process.argv.slice(2)
const client = await clients[name]?.({ baseUrl, token, generated })
if (client === undefined) throw new Error(`there is no client ${name}`)

process.on('message', ({ errand, seconds }: ErrandTask) => void run(errand, seconds).then((sample) => process.send?.(sample)))

async function run(errand: Errand, seconds: number): Promise<ErrandSample> {
  const times: number[] = []
  const { user, system } = process.cpuUsage()
  const end = performance.now() + seconds * 1000
  for (let now = performance.now(); now < end; ) {
    const got = await client?.[errand]()
    if (got !== errands[errand].answer) throw new Error(`${name} was to ${errands[errand].title}, and got ${got}`)
    const then = performance.now()
    times.push(then - now)
    now = then
  }
  const { user: userThen, system: systemThen } = process.cpuUsage()
  return { time: median(times), cpu: (userThen - user + systemThen - system) / times.length }
}
