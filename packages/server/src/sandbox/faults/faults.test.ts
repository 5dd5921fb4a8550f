import { expect, test } from 'vitest'
import { openSandbox } from '../sandbox.suite.ts'
import { Faults } from './faults.ts'

const { universe } = await openSandbox()
type Open = Awaited<ReturnType<typeof universe>>

const job = '/api/v4/projects/1/jobs/8'
const statuses = async ({ send }: Open, count: number, path = job) => {
  const seen = []
  for (let request = 0; request < count; request++) seen.push((await send('GET', path)).status)
  return seen
}

test('an answer instead of the real one, so many times', async () => {
  const own = await universe()
  await own.fault({ answer: { status: 503, retry_after: 2 }, times: 2 })
  const answer = await own.send('GET', job)
  expect([answer.status, answer.headers.get('retry-after'), await answer.json()]).toEqual([
    503,
    '2',
    { message: '503 Service Unavailable' },
  ])
  expect(await statuses(own, 3)).toEqual([503, 200, 200])
})

test('a change that fails on purpose changes nothing', async () => {
  const own = await universe()
  await own.fault({ answer: { status: 500 }, operations: ['cancelJob'] })
  expect((await own.ask('POST /projects/1/jobs/30/cancel')).status).toBe(500)
  expect(await own.status(30)).toBe('running')
})

test('only the operations that are named, and never what is refused anyway', async () => {
  const own = await universe()
  await own.fault({ answer: { status: 429, retry_after: 9 }, operations: ['getJobLog'] })
  expect([await own.status(8), (await own.send('GET', `${job}/trace`)).status]).toEqual(['success', 429])
  expect((await own.ask('GET /projects/1/jobs/8/trace', { as: null })).status).toBe(401)
})

test('a limit by the clock of the universe', async () => {
  const own = await universe()
  await own.fault({ limit: 3 })
  expect(await statuses(own, 5)).toEqual([200, 200, 200, 429, 429])
  const answer = await own.send('GET', job)
  expect([answer.headers.get('ratelimit-limit'), Number(answer.headers.get('retry-after'))]).toEqual(['3', 60])
  await own.advance('1m')
  expect(await statuses(own, 1)).toEqual([200])
})

test('a connection that is gone', async () => {
  const own = await universe()
  await own.fault({ reset: true, times: 1 })
  await expect(own.send('GET', job)).rejects.toThrow(TypeError)
  expect(await statuses(own, 1)).toEqual([200])
})

test('latency, drawn anew each time', async () => {
  const own = await universe()
  await own.fault({ latency: { least: 40, most: 90 } })
  const took = []
  for (let request = 0; request < 4; request++) {
    const began = performance.now()
    await own.send('GET', job)
    took.push(performance.now() - began)
  }
  expect(Math.min(...took)).toBeGreaterThan(38)
  expect(new Set(took.map(Math.round)).size).toBeGreaterThan(1)
})

test.each([
  ['half of it', {}, 234],
  ['a part', { after: 100 }, 100],
  ['nothing but the headers', { after: 0 }, 0],
])('an archive of which %s arrives', async (_, cut, length) => {
  const own = await universe()
  await own.fault({ cut, operations: ['downloadJobArtifacts'] })
  const answer = await own.send('GET', `${job}/artifacts`)
  expect([answer.status, answer.headers.get('content-length')]).toEqual([200, '468'])
  const { body } = answer
  if (body === null) throw new Error('no body')
  let arrived = 0
  const read = async () => {
    for await (const chunk of body) arrived += chunk.length
  }
  await expect(read()).rejects.toThrow('terminated')
  expect(arrived).toBe(length)
})

test('an archive that is broken although HTTP has nothing to complain about', async () => {
  const own = await universe()
  await own.fault({ cut: { after: 100, silently: true } })
  const answer = await own.send('GET', `${job}/artifacts`)
  expect([answer.headers.get('content-length'), (await answer.arrayBuffer()).byteLength]).toEqual(['100', 100])
})

test('a log that comes drop by drop, every byte of it', async () => {
  const [own, plain] = [await universe(), await universe()]
  await own.fault({ dribble: { bytes: 50, pause: 5 } })
  const answer = await own.send('GET', `${job}/trace`)
  const drops: Uint8Array[] = []
  for await (const drop of answer.body ?? []) drops.push(drop)
  expect(drops.length).toBeGreaterThan(3)
  expect(Buffer.concat(drops).toString()).toBe(await plain.log(8))
})

test('the same seed, the same luck: a thousand answers', () => {
  const luck = (seed: string) => {
    const faults = new Faults(seed, () => 0)
    faults.add({ answer: { status: 503 }, rate: 0.3 })
    faults.add({ latency: { least: 0, most: 100 }, rate: 0.1, operations: ['getJob'] })
    return Array.from({ length: 1000 }, () => faults.befalling('getJob').map(({ fault, latency }) => `${fault.id} ${latency}`))
  }
  expect(luck('a')).toEqual(luck('a'))
  expect(luck('b')).not.toEqual(luck('a'))
  expect(luck('a').filter((blows) => blows.includes('1 0')).length / 1000).toBeCloseTo(0.3, 1)
})

test('over HTTP as well, and again after a reset', async () => {
  const [one, other] = [await universe(), await universe()]
  const lives: number[][] = []
  for (const own of [one, other, one]) {
    await own.ask('PUT /sandbox/world', { body: { world: 'demo', seed: own === one ? 'a' : 'b' } })
    await own.fault({ answer: { status: 503 }, rate: 0.5 })
    lives.push(await statuses(own, 30))
  }
  expect(lives[2]).toEqual(lives[0])
  expect(lives[1]).not.toEqual(lives[0])
})

test('faults are listed and removed, one or all, and a reset removes them', async () => {
  const own = await universe()
  const count = async () => Object((await own.ask('GET /sandbox/faults')).body).length
  await own.fault({ answer: { status: 500 } }, { answer: { status: 502 } })
  expect(await statuses(own, 1)).toEqual([500])
  expect((await own.ask('DELETE /sandbox/faults/1')).status).toBe(204)
  expect([await count(), await statuses(own, 1)]).toEqual([1, [502]])
  expect(await own.ask('DELETE /sandbox/faults/1')).toEqual({ status: 404, body: { error: 'there is no fault 1' } })
  expect([(await own.ask('DELETE /sandbox/faults')).status, await count()]).toEqual([204, 0])
  await own.fault({ answer: { status: 500 } })
  await own.ask('POST /sandbox/reset')
  expect([await count(), await statuses(own, 1)]).toEqual([0, [200]])
})

test.each([
  [{}, 'a fault needs one of latency, limit, reset, answer, cut, dribble'],
  [{ reset: true, operations: ['getJbo'] }, 'there is no operation getJbo'],
  [{ reset: true, rate: 2 }, 'body/rate must be <= 1'],
  [{ answer: { status: 200 } }, 'body/answer/status must be >= 400'],
])('%j is no fault', async (body, error) => {
  const own = await universe()
  expect(await own.ask('POST /sandbox/faults', { body })).toEqual({ status: 400, body: { error } })
})
