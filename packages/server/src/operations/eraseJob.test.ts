import { describe, expect, test } from 'vitest'
import { demoWorld } from '../demo-world.suite.ts'

const { ask, fresh, changeJob, clock } = demoWorld()

const erase = (id: number, as = 'mia') => ask(`POST /projects/1/jobs/${id}/erase`, { as })
const notErasable = [403, { message: '403 Forbidden - Job is not erasable!' }]

describe('afterwards', () => {
  test('the job says so, and is otherwise what it was', async () => {
    await fresh()
    const before = (await ask('GET /projects/1/jobs/8')).job
    clock.now += 60_000
    const { status, job } = await erase(8)
    const { artifacts_file: _, ...rest } = before
    expect(status).toBe(201)
    expect(job).toEqual({
      ...rest,
      ...{ artifacts: [], artifacts_expire_at: null, erased_at: '2026-11-20T10:01:00.000Z' },
      pipeline: { ...before.pipeline, updated_at: '2026-11-20T10:01:00.000Z' },
    })
    expect((await ask('GET /projects/1/jobs/8')).job).toEqual(job)
  })

  test.each([
    ['trace', 200, ''],
    ['artifacts', 404, '{"message":"404 Not Found"}'],
    ['artifacts/report.txt', 404, '{"message":"404 Not Found"}'],
    ['artifacts/tree', 404, '{"message":"404 Artifacts Not Found"}'],
  ])('GET …/%s: %i', async (rest, status, text) => {
    await fresh()
    await erase(8)
    expect(await ask(`GET /projects/1/jobs/8/${rest}`)).toMatchObject({ status, text })
  })

  test('there is nothing to keep, and nothing by the name of the ref', async () => {
    await fresh()
    await erase(8)
    expect((await ask('POST /projects/1/jobs/8/artifacts/keep')).status).toBe(404)
    expect((await ask('GET /projects/1/jobs/artifacts/master/download?job=test')).refusal).toEqual([404, { message: '404 Not found' }])
  })

  test('no byte is left, of the log, the archive or the reports', async () => {
    const { store, logs, archives } = await fresh()
    const keys = (await store.read((reader) => reader.artifacts(8))).flatMap(({ key }) => (key === null ? [] : [key]))
    expect(keys.length).toBe(3)
    await erase(8)
    expect(await logs.read(8)).toBeUndefined()
    expect(await Promise.all(keys.map((key) => archives.read(key)))).toEqual(keys.map(() => undefined))
    expect(await store.read((reader) => reader.artifacts(8))).toEqual([])
  })

  test('other jobs have what they had', async () => {
    await fresh()
    await erase(8)
    expect((await ask('GET /projects/1/jobs/42/artifacts')).status).toBe(200)
    expect((await ask('GET /projects/1/jobs/5/trace')).text).not.toBe('')
  })

  test('a second time is refused', async () => {
    await fresh()
    await erase(8)
    expect((await erase(8)).refusal).toEqual(notErasable)
  })
})

describe('what may be erased', () => {
  test.each(['success', 'failed', 'canceled', 'skipped'] as const)('a job that is %s and left something', async (status) => {
    await fresh()
    await changeJob(8, { status })
    expect((await erase(8)).status).toBe(201)
  })

  test.each([
    'created',
    'waiting_for_resource',
    'preparing',
    'waiting_for_callback',
    'pending',
    'running',
    'canceling',
    'manual',
    'scheduled',
  ] as const)('not one that is %s, whatever it left', async (status) => {
    const { logs } = await fresh()
    await changeJob(8, { status })
    expect((await erase(8)).refusal).toEqual(notErasable)
    expect(await logs.read(8)).toBeDefined()
  })

  test.each([
    [38, 'a log only', 201],
    [33, 'an archive that has expired', 201],
    [37, 'nothing', 403],
    [31, 'nothing, because it was erased', 403],
    [29, 'nothing, because it never started', 403],
  ])('job %i left %s: %i', async (id, _, status) => {
    await fresh()
    expect((await erase(id)).status).toBe(status)
  })
})

describe('who may', () => {
  test.each([
    ['mia', 8, 201],
    ['olga', 8, 201],
    ['dana', 8, 403],
    ['rita', 8, 403],
    ['gus', 8, 403],
    ['sam', 8, 404],
    ['dana', 11, 201],
    ['rita', 11, 403],
  ])('%s erases job %i: %i', async (as, id, status) => {
    await fresh()
    expect((await erase(id, as)).status).toBe(status)
  })

  test('a Developer only what they started themselves, on a ref that is not protected', async () => {
    await fresh()
    await changeJob(11, { userId: 3 })
    expect((await erase(11, 'dana')).refusal).toEqual([403, { message: '403 Forbidden' }])
  })
})

test('while statistics are being refreshed nothing is erased, and what cannot be erased is refused before', async () => {
  await fresh()
  const busy = 'Action temporarily disabled. The project this pipeline belongs to is undergoing stats refresh.'
  expect((await ask('POST /projects/5/jobs/81/erase', { as: 'mia' })).refusal).toEqual([409, { message: busy }])
  expect((await ask('GET /projects/5/jobs/81/trace')).text).not.toBe('')
  expect((await ask('POST /projects/5/jobs/81/erase', { as: 'rita' })).refusal).toEqual([403, { message: '403 Forbidden' }])
  await changeJob(81, { status: 'running' })
  expect((await ask('POST /projects/5/jobs/81/erase', { as: 'mia' })).refusal).toEqual(notErasable)
})
