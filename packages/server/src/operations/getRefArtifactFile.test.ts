import { expect, test } from 'vitest'
import { demoWorld } from '../demo-world.suite.ts'

const { ask, fresh } = demoWorld()

const file = (path: string, query: string, as: string | null = 'dana') =>
  ask(`GET /projects/1/jobs/artifacts/master/raw/${path}?${query}`, { as })

test('is what the download by number gives', async () => {
  const [byRef, byNumber] = [
    await file('coverage/index.html', 'job=test'),
    await ask('GET /projects/1/jobs/8/artifacts/coverage/index.html'),
  ]
  expect(byRef.text).toBe(byNumber.text)
  for (const name of ['etag', 'content-disposition', 'content-type']) expect(byRef.headers[name]).toBe(byNumber.headers[name])
})

test.each([
  ['no such job', 'report.txt', 'job=nothing', '404 Not found'],
  ['no such job, searched for', 'report.txt', 'job=nothing&search_recent_successful_pipelines=true', '404 Job Not Found'],
  ['a job without an archive', 'report.txt', 'job=greet', '404 Not found'],
  ['no such file', 'nothing.txt', 'job=test', '404 Not Found'],
  ['a directory', 'coverage', 'job=test', '404 Not Found'],
])('%s', async (_, path, query, message) => {
  expect((await file(path, query)).refusal).toEqual([404, { message }])
})

test.each(['../report.txt', 'coverage%2F..%2Freport.txt', 'report.txt%00'])('%s is no path', async (path) => {
  expect((await file(path, 'job=test')).refusal).toEqual([400, { message: '400 Bad request' }])
})

test('without a name it is refused', async () => {
  expect((await file('report.txt', '')).refusal).toEqual([400, { error: 'job is missing' }])
})

test('the latest pipeline counts, unless more of them are searched', async () => {
  const { store } = await fresh()
  await store.write(async (writer) => {
    const pipeline = await writer.pipeline(1, 6)
    if (pipeline !== undefined) await writer.addPipeline({ ...pipeline, id: 77, iid: 9 })
  })
  expect((await file('report.txt', 'job=test')).refusal).toEqual([404, { message: '404 Not found' }])
  expect((await file('report.txt', 'job=test&search_recent_successful_pipelines=true')).text).toBe('2 tests, 0 failures\n')
})

test('one hundred pipelines are searched, and no more', async () => {
  const { store } = await fresh()
  const add = (from: number, to: number) =>
    store.write(async (writer) => {
      const pipeline = await writer.pipeline(1, 6)
      for (let id = from; id <= to; id++) if (pipeline !== undefined) await writer.addPipeline({ ...pipeline, id, iid: id })
    })
  const search = 'job=test&search_recent_successful_pipelines=true'
  await add(101, 199)
  expect((await file('report.txt', search)).status).toBe(200)
  await add(200, 200)
  expect((await file('report.txt', search)).refusal).toEqual([404, { message: '404 Job Not Found' }])
})

test.each([
  ['gus', 'test', 'report.txt', 200],
  ['sam', 'test', 'report.txt', 404],
  ['dana', 'audit', 'audit.json', 403],
  ['mia', 'audit', 'audit.json', 200],
  ['olga', 'seal', 'seal.bin', 403],
  ['webshop-job', 'test', 'report.txt', 200],
  ['vault-job', 'test', 'report.txt', 403],
])('%s, job %s, %s: %i', async (as, job, path, status) => {
  expect((await file(path, `job=${job}`, as)).status).toBe(status)
})
