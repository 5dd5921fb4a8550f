import { Readable } from 'node:stream'
import { describe, expect, test, vi } from 'vitest'
import { demoWorld } from '../demo-world.suite.ts'
import { BytesGone } from '../storage/bytes.ts'

const { ask, fresh, changeJob, closeStores, accidents } = demoWorld()

const taken = () => accidents.splice(0).map(({ requestId, operationId, error }) => ({ requestId, operationId, error: String(error) }))

describe('an accident', () => {
  test.each([
    ['GET /projects/1/jobs', 'listProjectJobs'],
    ['POST /projects/1/jobs/11/retry', 'retryJob'],
    ['GET /projects/1/jobs/8/artifacts', 'downloadJobArtifacts'],
    ['DELETE /projects/1/artifacts', 'deleteProjectArtifacts'],
  ])('tells the client nothing, and the log everything: %s', async (line, operationId) => {
    closeStores()
    const answer = await ask(line, { headers: { 'X-Request-Id': 'mine' } })
    expect(answer.text).toBe('{"message":"500 Internal Server Error"}')
    expect(answer).toMatchObject({ status: 500, headers: { 'content-type': 'application/json', 'x-request-id': 'mine' } })
    expect(taken()).toEqual([{ requestId: 'mine', operationId, error: 'Error: the test has closed the stores' }])
  })

  test('does not stop the server', async () => {
    closeStores()
    expect((await ask('GET /projects/1/jobs')).status).toBe(500)
    await fresh()
    expect((await ask('GET /projects/1/jobs')).status).toBe(200)
    expect(taken()).toHaveLength(1)
  })

  test('is undone: half a change is none', async () => {
    const { store } = await fresh()
    const jobs = () => store.read((reader) => reader.countJobs({ projectId: 1, kind: 'build' }, 1000))
    const before = await jobs()
    await changeJob(11, { tags: null as unknown as string[] }) // cannot be shown, once the new job is there
    expect((await ask('POST /projects/1/jobs/11/retry')).status).toBe(500)
    expect(await jobs()).toBe(before)
    expect((await store.read((reader) => reader.job(11)))?.retried).toBe(false)
    expect(taken()).toHaveLength(1)
  })
})

describe('an answer that the contract does not know is an accident, not an answer', () => {
  test.each([
    ['a text for a number', { coverage: 'much' as unknown as number }],
    ['null for a name', { name: null as unknown as string }],
  ])('%s', async (_, changes) => {
    await fresh()
    await changeJob(8, changes)
    expect((await ask('GET /projects/1/jobs/8')).refusal).toEqual([500, { message: '500 Internal Server Error' }])
    expect((await ask('GET /projects/1/jobs?per_page=100')).refusal).toEqual([500, { message: '500 Internal Server Error' }])
    expect(taken().map(({ operationId }) => operationId)).toEqual(['getJob', 'listProjectJobs'])
  })
})

test.each([
  ['GET /projects/1/jobs/8/artifacts', {}],
  ['GET /projects/1/jobs/42/artifacts/dist/webshop.js', { 'Accept-Encoding': 'gzip' }],
])('an archive that is removed while it is asked for is not there: %s', async (line, headers) => {
  const { archives } = await fresh()
  const read = archives.read.bind(archives)
  const gone = () => Readable.from([]).destroy(new BytesGone('somebody was faster'))
  vi.spyOn(archives, 'read').mockImplementation(async (key) => {
    const { size = 0 } = (await read(key)) ?? {}
    return { size, ranges: true, open: gone }
  })
  const answer = await ask(line, { headers })
  expect(answer.refusal).toEqual([404, { message: '404 Not Found' }])
  expect(answer.headers['content-encoding']).toBeUndefined()
  expect(accidents).toEqual([])
})

test('a refusal is no accident', async () => {
  for (const line of [
    'GET /projects/1/jobs/one',
    'GET /projects/1/jobs/999',
    'GET /api/v4/nothing',
    'PUT /projects/1/jobs',
    'GET /projects/1/jobs/%FF',
  ])
    expect((await ask(line)).status).toBeLessThan(500)
  expect(accidents).toEqual([])
})
