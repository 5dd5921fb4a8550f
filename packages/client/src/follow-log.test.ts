import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { type FollowLogOptions, followLog } from './follow-log.ts'
import { createJobsClient } from './index.ts'
import type { Send } from './redirects.ts'
import { type Script, type Step, scripted, streamOf } from './scripted-logs.suite.ts'

beforeEach(() => void vi.spyOn(Math, 'random').mockReturnValue(0)) // no wait before another attempt
afterEach(() => void vi.restoreAllMocks())

const jobsOf = (fetch: Send) => createJobsClient({ baseUrl: 'http://gitlab.test/api/v4', token: 't', fetch })
const follow = (fetch: Send, options?: FollowLogOptions) => followLog(jobsOf(fetch), 1, 8, { intervalInMs: 0, ...options })
const bytes = (text: string) => Uint8Array.from(new TextEncoder().encode(text))

async function read(chunks: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const all: Uint8Array[] = []
  for await (const chunk of chunks) all.push(chunk)
  return Buffer.concat(all)
}

/** Answers with one log after another; the job runs until the last of them has been read once. */
function logs(...texts: readonly (string | number)[]): Send {
  let asked = 0
  return async (request) => {
    const { pathname, searchParams } = new URL(request.url)
    if (!pathname.endsWith('/trace')) return Response.json({ id: 8, status: asked >= texts.length - 1 ? 'success' : 'running' })
    const text = texts[Math.min(asked++, texts.length - 1)]
    if (typeof text === 'number') return Response.json({ message: '404 Not found' }, { status: text })
    const from = Number(searchParams.get('byte_offset') ?? 0)
    return new Response(text?.slice(from, from + Number(searchParams.get('byte_limit') ?? Number.POSITIVE_INFINITY)))
  }
}

describe('every byte exactly once', () => {
  const step: fc.Arbitrary<Step> = fc.record({
    grows: fc.oneof(fc.constant(0), fc.nat(40), fc.nat(700_000)),
    fault: fc.constantFrom('none', 'none', 'missing', 'limited', 'down', 'lost', 'cut', 'cut'),
    chunk: fc.oneof({ weight: 1, arbitrary: fc.integer({ min: 1, max: 9 }) }, { weight: 3, arbitrary: fc.constant(65_536) }),
    cutAt: fc.double({ min: 0, max: 1, noNaN: true }),
  })
  // Few different bytes, so that the log looks alike in many places: an answer that is put in the wrong place may go unnoticed.
  const short = fc.oneof(
    fc.uint8Array({ maxLength: 300 }),
    fc.uint8Array({ maxLength: 300, max: 1 }),
    fc.string({ unit: 'grapheme', maxLength: 80 }).map(bytes),
  )
  const long = fc.integer({ min: 511_900, max: 1_100_000 }).map((length) => Uint8Array.from({ length }, (_, at) => at * 31 + (at >> 9)))
  const script = (log: fc.Arbitrary<Uint8Array<ArrayBuffer>>, steps: fc.Arbitrary<Step[]>): fc.Arbitrary<Script> =>
    fc.record({ log, sendsParts: fc.boolean(), tags: fc.boolean(), steps })

  const holds = async (script: Script) => {
    const { log, sendsParts } = script
    const { send, largest } = scripted(script)
    expect((await read(follow(send))).equals(log)).toBe(true)
    if (sendsParts) expect(largest.answer).toBeLessThanOrEqual(512_000)
  }

  test('of short logs, however they grow and whatever breaks', async () => {
    await fc.assert(fc.asyncProperty(script(short, fc.array(step, { maxLength: 25 })), holds), { seed: 20260101, numRuns: 1000 })
  })

  test('of a log of one byte, which does not show whether parts are sent', async () => {
    const steps = [1, 0, 0, 99, 0, 100].map((grows): Step => ({ grows, fault: 'none', chunk: 7, cutAt: 1 }))
    for (const sendsParts of [true, false]) await holds({ log: Uint8Array.from({ length: 200 }, (_, at) => at), sendsParts, steps })
  })

  test('of logs longer than a window', async () => {
    const coarse = step.map((each) => ({ ...each, chunk: 65_536 }))
    await fc.assert(fc.asyncProperty(script(long, fc.array(coarse, { maxLength: 6 })), holds), { seed: 20260101, numRuns: 40 })
  }, 60_000)
})

describe('a log that is not as it was', () => {
  test.each([
    ['erased', ['one two', '', '']],
    ['erased, where the answer is then 404', ['one two', 404, 404]],
    ['shorter', ['one two', 'one', 'one']],
    ['of the same length, but another', ['one two', 'one 2wo', 'one 2wo']],
    ['longer, but another', ['one two', 'one 2wo three', 'one 2wo three']],
  ])('%s: an error after what was read, and no byte twice', async (_, answers) => {
    const seen: Uint8Array[] = []
    const following = async () => {
      for await (const chunk of follow(logs(...answers))) seen.push(chunk)
    }
    await expect(following()).rejects.toMatchObject({ name: 'JobsApiError', kind: 'not_found', operationId: 'getJobLog' })
    expect(Buffer.concat(seen).toString()).toBe('one two')
  })

  test.each([[['', '']], [[404, 404]]])('never there (%j): an empty log', async (answers) => {
    expect((await read(follow(logs(...answers)))).length).toBe(0)
  })
})

test('begins where it is told', async () => {
  for (const sendsParts of [true, false])
    for (const startAt of [0, 1, 2, 7, 10]) {
      const { send } = scripted({ log: bytes('0123456789'), sendsParts, steps: [] })
      // The first request makes the log complete.
      expect((await read(follow(send, { startAt }))).toString()).toBe('0123456789'.slice(startAt))
    }
  await expect(read(follow(logs('0123'), { startAt: 5 }))).rejects.toMatchObject({ kind: 'not_found' })
  await expect(read(follow(logs('0123'), { startAt: 0.5 }))).rejects.toBeInstanceOf(RangeError)
})

test('goes on as long as each connection brings something', async () => {
  let asked = 0
  const send: Send = async ({ url }) => {
    if (!url.includes('/trace')) return Response.json({ id: 8, status: 'success' })
    return new Response(streamOf(bytes('0123456789'), 1, ++asked > 10 ? undefined : asked))
  }
  expect((await read(follow(send))).toString()).toBe('0123456789')
})

test('gives up when nothing comes through', async () => {
  let asked = 0
  const send: Send = async ({ url }) => {
    if (!url.includes('/trace')) return Response.json({ id: 8, status: 'running' })
    asked++
    return new Response(streamOf(bytes('abc'), 1, 0))
  }
  await expect(read(follow(send))).rejects.toMatchObject({ name: 'JobsApiError', kind: 'network' })
  expect(asked).toBe(11)
})

test.each([
  [true, 8],
  [false, 0],
])('a whole log that has not changed is not sent again if the server has tags: %s', async (tags, unchanged) => {
  const steps: Step[] = Array.from({ length: 12 }, (_, at) => ({ grows: at === 0 ? 5 : 0, fault: 'none', chunk: 7, cutAt: 1 }))
  const { send, count } = scripted({ log: bytes('0123456789'), sendsParts: false, tags, steps })
  expect((await read(follow(send))).toString()).toBe('0123456789')
  expect(count.unchanged).toBeGreaterThanOrEqual(unchanged)
  if (!tags) expect(count.unchanged).toBe(0)
})

test('a log that was written anew is told although it has a tag', async () => {
  let asked = 0
  const send: Send = async ({ url }) => {
    if (!url.includes('/trace')) return Response.json({ id: 8, status: 'running' })
    return new Response(++asked < 4 ? 'one log' : 'another', { headers: { ETag: asked < 4 ? '"one"' : '"two"' } })
  }
  await expect(read(follow(send))).rejects.toMatchObject({ kind: 'not_found' })
})

describe('an abort takes effect at once', () => {
  const running =
    (log: () => Response): Send =>
    async ({ url }) =>
      url.includes('/trace') ? log() : Response.json({ id: 8, status: 'running' })

  test.each([
    ['while it waits for more', () => new Response('line\n')],
    ['while a connection is silent', () => new Response(new ReadableStream())],
  ])('%s', async (_, log) => {
    const controller = new AbortController()
    const reading = read(follow(running(log), { signal: controller.signal, intervalInMs: 60_000 }))
    setTimeout(() => controller.abort(new Error('enough')), 20)
    await expect(reading).rejects.toThrow('enough')
  })

  test('and nothing is left on the signal of a long run', async () => {
    const { signal } = new AbortController()
    const added = vi.spyOn(signal, 'addEventListener')
    const removed = vi.spyOn(signal, 'removeEventListener')
    const steps: Step[] = Array.from({ length: 40 }, () => ({ grows: 1, fault: 'none', chunk: 1, cutAt: 1 }))
    await read(follow(scripted({ log: bytes('x'.repeat(40)), sendsParts: true, steps }).send, { signal }))
    expect(added.mock.calls.length).toBeGreaterThan(40)
    expect(removed.mock.calls.length).toBeGreaterThanOrEqual(added.mock.calls.length)
  })
})

test('without following, the log is read to where it is by now, and the job is not asked for', async () => {
  const asked: string[] = []
  const send = logs('still ', 'still running')
  const chunks = follow(
    async (request) => {
      asked.push(new URL(request.url).pathname)
      return send(request)
    },
    { follow: false },
  )
  expect(String(await read(chunks))).toBe('still ')
  expect(asked).toEqual(['/api/v4/projects/1/jobs/8/trace'])
})
