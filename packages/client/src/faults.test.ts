import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createJobsClient, JobsApiError } from './index.ts'
import { listen } from './listen.suite.ts'

// A server on a bad line: each request meets a fault, drawn from a fixed seed, or none. Every fault notes whether the
// request was handled before it struck, which the client cannot know.

const quick = ['cut before', 'cut after', 'limited', '502', '503', 'half'] as const
type Fault = (typeof quick)[number] | 'slow'
const faults = [...quick, 'slow'].sort()
const enough = 10_000

beforeEach(() => void vi.spyOn(Math, 'random').mockReturnValue(0)) // the jitter: nobody has to wait
afterEach(() => vi.restoreAllMocks())

/** Numbers from 0 to 1, the same in every run (mulberry32). */
function draws(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** Counts how often each address was handled, and what befell the requests. */
async function badLine() {
  const draw = draws(20260301)
  const handled = new Map<string, number>()
  const struck = new Map<Fault, number>()
  const origin = await listen((request, response) => {
    const url = request.url ?? ''
    const handle = () => void handled.set(url, (handled.get(url) ?? 0) + 1)
    const fault = draw() < 0.5 ? undefined : draw() < 0.03 ? 'slow' : quick[Math.floor(draw() * quick.length)]
    if (fault !== undefined) struck.set(fault, (struck.get(fault) ?? 0) + 1)
    response.setHeader('Content-Type', 'application/json')
    switch (fault) {
      case 'cut before':
        return request.socket.destroy()
      case 'cut after':
        handle()
        return request.socket.destroy()
      case 'limited':
        return response.writeHead(429, { 'Retry-After': '0' }).end('{"message":"429"}')
      case '502':
        return response.writeHead(502).end('<html>')
      case '503':
        handle()
        return response.writeHead(503, { 'Retry-After': '0' }).end('{"message":"503"}')
      case 'slow':
        return handle() // and never a word
      case 'half':
        handle()
        return response.end('{"id":')
      default:
        handle()
        return response.end('{"id":8}')
    }
  })
  const jobs = createJobsClient({ baseUrl: `${origin}/api/v4`, token: 't', attemptTimeoutInMs: 150, maxRetries: 100 })
  const count = () => [...struck.values()].reduce((sum, each) => sum + each, 0)
  return { jobs, handled, struck, count }
}

/** Carries out one call after another in a few lines at once, until enough faults have struck. */
async function until(isEnough: () => boolean, call: (number: number) => Promise<unknown>): Promise<void> {
  let number = 0
  const line = async () => {
    while (!isEnough()) await call(++number)
  }
  await Promise.all(Array.from({ length: 16 }, line))
}

test('half of 10,000 faults: every read and every action that may be repeated succeeds in the end', async () => {
  const { jobs, struck, count } = await badLine()
  let failed = 0
  let done = 0
  const kinds = [
    (id: number) => jobs.getJob(1, id),
    (id: number) => jobs.getJobLog(1, id),
    (id: number) => jobs.cancelJob(1, id),
    (id: number) => jobs.keepJobArtifacts(1, id),
  ]
  await until(
    () => count() >= enough / 2,
    async (id) => {
      const kind = kinds[id % kinds.length]
      await kind?.(id).catch(() => failed++)
      done++
    },
  )
  expect([...struck.keys()].sort()).toEqual(faults)
  expect(done).toBeGreaterThan(1000)
  expect(failed).toBe(0)
}, 60_000)

test('the other half: what must be done once is never done twice', async () => {
  const { jobs, handled, struck, count } = await badLine()
  const kinds = [jobs.retryJob, jobs.playJob, jobs.eraseJob]
  const outcomes = { done: 0, given_up: 0, other: 0 }
  await until(
    () => count() >= enough / 2,
    async (id) => {
      const kind = kinds[id % kinds.length]
      await kind?.(1, id).then(
        () => outcomes.done++,
        (error: unknown) => (error instanceof JobsApiError ? outcomes.given_up++ : outcomes.other++),
      )
    },
  )
  expect([...struck.keys()].sort()).toEqual(faults)
  expect([...handled.values()].filter((times) => times > 1)).toEqual([])
  expect(outcomes.other).toBe(0)
  // Refused by a limit it was certainly not handled, and is sent again: most calls get through.
  expect(outcomes.done).toBeGreaterThan(outcomes.given_up)
}, 60_000)
