import { describe, expect, test } from 'vitest'
import { demoWorld } from '../demo-world.suite.ts'

const { ask, fresh, changeJob, clock } = demoWorld()

const day = 86_400_000
const keep = (id: number, as = 'dana') => ask(`POST /projects/1/jobs/${id}/artifacts/keep`, { as })
const gone = [404, { message: '404 Not Found' }]

describe('what is kept never expires', () => {
  test('while what is not kept does', async () => {
    clock.now += 31 * day
    const { job } = await ask('GET /projects/1/jobs/8')
    expect(job).not.toHaveProperty('artifacts_file')
    expect((await ask('GET /projects/1/jobs/8/artifacts/report.txt')).refusal).toEqual(gone)
    expect((await ask('GET /projects/1/jobs/8/artifacts/tree')).status).toBe(404)
    expect((await ask('GET /projects/1/jobs/8/artifacts')).status, 'it is still there until it is swept').toBe(200)
  })

  test('as long as one may look', async () => {
    await fresh()
    expect((await keep(8)).job).toMatchObject({ artifacts_expire_at: null, artifacts_file: { filename: 'artifacts.zip' } })
    clock.now += 10_000 * day
    expect((await ask('GET /projects/1/jobs/8')).job).toMatchObject({
      artifacts_expire_at: null,
      artifacts_file: { filename: 'artifacts.zip' },
    })
    expect((await ask('GET /projects/1/jobs/8/artifacts/report.txt')).status).toBe(200)
    expect((await ask('GET /projects/1/jobs/8/artifacts/tree')).status).toBe(200)
  })

  test('nor does anything else that the job left', async () => {
    const { store } = await fresh()
    await keep(8)
    const rows = await store.read((reader) => reader.artifacts(8))
    expect(rows.map(({ fileType, expireAt }) => [fileType, expireAt])).toEqual(
      ['archive', 'metadata', 'trace', 'junit'].map((type) => [type, null]),
    )
  })

  test('what was kept before is kept', async () => {
    await fresh()
    expect([(await keep(42)).status, (await keep(42)).status]).toEqual([200, 200])
  })

  test('other jobs expire as before', async () => {
    await fresh()
    await keep(8)
    expect((await ask('GET /projects/1/jobs/5')).job.artifacts_expire_at).toBe('2026-12-20T10:00:00.000Z')
  })
})

describe('there is nothing to keep', () => {
  test.each([
    [37, 'nothing was left'],
    [38, 'only a log was left'],
    [33, 'the archive has expired, though it is still there'],
  ])('job %i: %s', async (id) => {
    expect((await keep(id)).refusal).toEqual(gone)
  })

  test('at the very moment at which it expires', async () => {
    await fresh()
    clock.now += 30 * day - 1
    expect((await keep(8)).status).toBe(200)
    clock.now += 1
    expect((await keep(5)).refusal).toEqual(gone)
  })
})

test.each([
  ['mia', 200],
  ['rita', 403],
  ['gus', 403],
  ['sam', 404],
])('%s: %i', async (as, status) => {
  await fresh()
  expect((await keep(8, as)).status).toBe(status)
})

test('nobody may change an archived job', async () => {
  await fresh()
  await changeJob(8, { archived: true })
  expect((await keep(8, 'olga')).refusal).toEqual([403, { message: '403 Forbidden' }])
})
