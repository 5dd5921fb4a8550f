import { expect, test, vi } from 'vitest'
import { demoWorld } from '../demo-world.suite.ts'
import { SqliteJobStore } from '../storage/sqlite/sqlite-job-store.ts'

const { ask, clock, fresh, changeJob } = demoWorld()
const reads = vi.spyOn(SqliteJobStore.prototype, 'read')
const day = 86_400_000
const finished = 'GET /projects/1/jobs/8'

/** How often a request made the server look into the store. */
async function looks(line: string, question: Parameters<typeof ask>[1] = {}): Promise<number> {
  const before = reads.mock.calls.length
  await ask(line, question)
  return reads.mock.calls.length - before
}

/** As often as it takes to be remembered. */
async function askOften(line: string, question: Parameters<typeof ask>[1] = {}) {
  for (let time = 0; time < 3; time++) await ask(line, question)
  return ask(line, question)
}

const lines = [finished, 'GET /projects/1/jobs?scope[]=success', 'GET /projects/1/pipelines/6/jobs?scope=failed', 'HEAD /projects/1/jobs/8']

test.each(lines)('%s is found out a few times, and then remembered, and every time the same', async (line) => {
  await fresh()
  const first = await ask(line)
  expect(await looks(line)).toBeGreaterThan(0)
  await askOften(line)
  expect(await looks(line)).toBe(0)
  const again = await ask(line)
  const changing = { date: '', 'x-request-id': '' }
  expect([again.status, { ...again.headers, ...changing }, again.text]).toEqual([200, { ...first.headers, ...changing }, first.text])
})

test('whoever holds it already gets nothing but that news', async () => {
  const { headers } = await askOften(finished)
  const held = { 'If-None-Match': headers.etag ?? '' }
  expect(await looks(finished, { headers: held })).toBe(0)
  expect(await ask(finished, { headers: held })).toMatchObject({ status: 304, text: '' })
})

test.each([
  ['under way', 'GET /projects/1/jobs/14'],
  ['of which one is under way', 'GET /projects/1/jobs'],
  ['that is empty', 'GET /projects/1/jobs?ref=none'],
  ['that is refused', 'GET /projects/1/jobs/999999'],
  ['that is no JSON', 'GET /projects/1/jobs/8/trace'],
])('what is asked about something %s is found out anew', async (_, line) => {
  await askOften(line)
  expect(await looks(line)).toBeGreaterThan(0)
})

test('any change, whatever it is about, is seen at once', async () => {
  await fresh()
  await askOften(finished)
  await changeJob(11, { coverage: 1 })
  expect(await looks(finished)).toBeGreaterThan(0)
  await changeJob(8, { coverage: 12.5 })
  expect((await ask(finished)).job.coverage).toBe(12.5)
})

test.each([
  ['another token', { as: 'mia' }],
  ['another host, which links begin with', { headers: { Host: 'jobs.example' } }],
])('%s is another question', async (_, question) => {
  await fresh()
  await askOften(finished)
  expect(await looks(finished, question)).toBeGreaterThan(0)
})

test('who brings no token is refused what others were shown', async () => {
  await askOften(finished)
  expect((await ask(finished, { as: null })).status).toBe(401)
})

test('a token that has expired meanwhile opens nothing', async () => {
  clock.now -= 2 * day
  expect((await askOften(finished, { as: 'dana-expired' })).status).toBe(200)
  expect(await looks(finished, { as: 'dana-expired' })).toBe(0)
  clock.now += 2 * day
  expect((await ask(finished, { as: 'dana-expired' })).status).toBe(401)
})

test('an archive that has expired meanwhile is no longer shown', async () => {
  const shown = async () => 'artifacts_file' in (await ask(finished)).job
  await askOften(finished)
  expect([await shown(), await shown()]).toEqual([true, true])
  clock.now += 40 * day
  expect(await shown()).toBe(false)
  clock.now -= 40 * day
  expect(await shown()).toBe(true)
})
