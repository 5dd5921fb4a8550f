import { createJobsClient, JobsApiError } from '@jobs-api/client'
import { startBadLine } from './bad-line.ts'
import { draws } from './draws.ts'
import { type OnceOnly, onceOnly, repeatable } from './errands.ts'
import { jobOf, nameOf, openYard, type Records, recordsOf } from './yard.ts'

const token = 'demo-olga-personal'
const seed = 20260301
const patienceInMs = 1500

export interface Endured {
  /** How many faults were met, of each kind and together. */
  readonly struck: ReadonlyMap<string, number>
  readonly faults: number
  /** Repeatable calls that failed or came to something else, one line each; and how many there were. */
  readonly failed: readonly string[]
  readonly repeatable: number
  /** Actions by what the client said of them. */
  readonly said: Readonly<Record<string, number>>
  /** Actions that the server did more than once, or of which the client told another story than the server's data. */
  readonly harm: readonly string[]
  /** How many actions were done although the client could not know. */
  readonly doneUnknown: number
  readonly accidents: readonly string[]
}

/** Runs all errands for so many pipelines over a bad line, and compares with the server's data what the client says of them. */
export async function endure(pipelines: number): Promise<Endured> {
  const yard = await openYard(pipelines)
  const line = await startBadLine(yard.url, seed, patienceInMs)
  try {
    const options = { token, maxRetries: 100, attemptTimeoutInMs: patienceInMs, timeoutInMs: 600_000 }
    const jobs = createJobsClient({ baseUrl: `${line.url}/api/v4`, ...options })
    const failed: string[] = []
    const said = new Map<string, Said>()
    let count = 0
    const errands = Array.from({ length: pipelines }, (_, at) => at + 1).flatMap((pipeline) => [
      ...Object.entries(onceOnly).map(([name, act]) => async () => {
        const place = name as OnceOnly
        said.set(nameOf(pipeline, place), await told(act(jobs, jobOf(pipeline, place))))
      }),
      ...Object.entries(repeatable).map(([name, { call, want }]) => async () => {
        count++
        const seen = await call(jobs, pipeline).catch((error: unknown) => error)
        if (seen !== want(pipeline)) failed.push(`${name} of pipeline ${pipeline}: ${seen}`)
      }),
    ])
    await inLines(48, shuffled(errands))
    await line.settled()
    const direct = createJobsClient({ baseUrl: `${yard.url}/api/v4`, token })
    const judged = judge(pipelines, said, await recordsOf(direct, pipelines), line.handled)
    return { struck: line.struck, faults: line.count(), failed, repeatable: count, ...judged, accidents: yard.accidents }
  } finally {
    await line.stop()
    await yard.stop()
  }
}

/** What a client says of an action: done; certainly not done; nobody knows; or something that is no answer to a fault. */
type Said = 'done' | 'not done' | 'unknown' | `refused: ${string}`

const unsure: ReadonlySet<string> = new Set(['network', 'failed', 'timed_out', 'broken_answer'])

async function told(action: Promise<unknown>): Promise<Said> {
  try {
    await action
    return 'done'
  } catch (error) {
    if (!(error instanceof JobsApiError)) throw error
    if (error.wasNotHandled) return 'not done'
    return unsure.has(error.kind) ? 'unknown' : `refused: ${error.message}`
  }
}

function judge(pipelines: number, said: ReadonlyMap<string, Said>, records: Records, handled: ReadonlyMap<string, number>) {
  const harm: string[] = []
  const counts: Record<string, number> = {}
  let doneUnknown = 0
  for (let pipeline = 1; pipeline <= pipelines; pipeline++)
    for (const place of Object.keys(onceOnly) as OnceOnly[]) {
      const name = nameOf(pipeline, place)
      const word = said.get(name) ?? 'unknown'
      const times = timesDone(pipeline, place, records)
      const sent = handled.get(`POST /api/v4/projects/1/jobs/${jobOf(pipeline, place)}/${verbOf(place)}`) ?? 0
      counts[word] = (counts[word] ?? 0) + 1
      if (word === 'unknown' && times === 1) doneUnknown++
      const isTrue = (word === 'done' && times === 1) || (word === 'not done' && times === 0) || (word === 'unknown' && times <= 1)
      if (!isTrue || sent > 1) harm.push(`${name}: ${word}, was done ${times} times, reached the server ${sent} times`)
    }
  return { harm, said: counts, doneUnknown }
}

const verbOf = (place: OnceOnly) => (place === 'trigger' ? 'play' : place)

function timesDone(pipeline: number, place: OnceOnly, { named, started }: Records): number {
  const attempts = named(nameOf(pipeline, place))
  if (place === 'trigger') return started(pipeline)
  if (place === 'erase') return attempts.filter(({ erased_at }) => erased_at !== null).length
  if (place === 'retry') return attempts.length - 1
  // A manual job is played in its place the first time, and any further time there is another one.
  return attempts.filter(({ status }) => status !== 'manual').length
}

function shuffled<Each>(all: readonly Each[]): Each[] {
  const draw = draws(seed)
  return all
    .map((each) => ({ each, at: draw() }))
    .sort((one, other) => one.at - other.at)
    .map(({ each }) => each)
}

async function inLines(lines: number, errands: (() => Promise<void>)[]): Promise<void> {
  const line = async () => {
    for (let next = errands.shift(); next !== undefined; next = errands.shift()) await next()
  }
  await Promise.all(Array.from({ length: lines }, line))
}
