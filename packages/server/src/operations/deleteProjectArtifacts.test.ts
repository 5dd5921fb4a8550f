import { describe, expect, test } from 'vitest'
import { demoWorld } from '../demo-world.suite.ts'

const { ask, fresh, clock } = demoWorld()

const remove = (project: number, as = 'mia') => ask(`DELETE /projects/${project}/artifacts`, { as })

describe('afterwards', () => {
  test('the answer comes before the work is done, and says no more', async () => {
    await fresh()
    expect(await remove(1)).toMatchObject({ status: 202, text: '{"message":"202 Accepted"}' })
  })

  test.each([8, 42, 5, 1])('the archive of job %i has expired', async (id) => {
    await fresh()
    clock.now += 60_000
    await remove(1)
    const { job } = await ask(`GET /projects/1/jobs/${id}`)
    expect(job.artifacts_expire_at).toBe('2026-11-20T10:01:00.000Z')
    expect(job).not.toHaveProperty('artifacts_file')
    expect((await ask(`GET /projects/1/jobs/${id}/artifacts/tree`)).refusal).toEqual([404, { message: '404 Artifacts Not Found' }])
    expect((await ask(`POST /projects/1/jobs/${id}/artifacts/keep`)).status, 'and it is too late to keep it').toBe(404)
  })

  test.each([8, 32, 38])('the log of job %i is there, for good', async (id) => {
    const { store } = await fresh()
    const before = await ask(`GET /projects/1/jobs/${id}/trace`)
    await remove(1)
    expect((await ask(`GET /projects/1/jobs/${id}/trace`)).text).toBe(before.text)
    const rows = await store.read((reader) => reader.artifacts(id))
    expect(rows.find(({ fileType }) => fileType === 'trace')?.expireAt).toBeNull()
  })

  test('a job that had nothing but a log says nothing of an expiry', async () => {
    await fresh()
    await remove(1)
    expect((await ask('GET /projects/1/jobs/38')).job.artifacts_expire_at).toBeNull()
  })

  test('what had expired before is not marked again', async () => {
    await fresh()
    const before = (await ask('GET /projects/1/jobs/33')).job.artifacts_expire_at
    await remove(1)
    expect((await ask('GET /projects/1/jobs/33')).job.artifacts_expire_at).toBe(before)
  })

  test('a second time nothing is marked again', async () => {
    await fresh()
    await remove(1)
    const before = (await ask('GET /projects/1/jobs/8')).job.artifacts_expire_at
    clock.now += 60_000
    expect((await remove(1)).status).toBe(202)
    expect((await ask('GET /projects/1/jobs/8')).job.artifacts_expire_at).toBe(before)
  })

  test('other projects have what they had', async () => {
    await fresh()
    await remove(1)
    expect((await ask('GET /projects/2/jobs/61/artifacts/plan.txt')).status).toBe(200)
  })
})

describe('a project that keeps the latest artifacts', () => {
  test('keeps those of the latest successful pipeline of each ref', async () => {
    await fresh()
    await remove(3)
    expect((await ask('GET /projects/3/jobs/51')).job).toMatchObject({
      artifacts_expire_at: null,
      artifacts_file: { filename: 'artifacts.zip' },
    })
    expect((await ask('GET /projects/3/jobs/51/artifacts/report.txt')).status).toBe(200)
  })

  test('but not those of the one before', async () => {
    const { store } = await fresh()
    await store.write(async (writer) => {
      const pipeline = await writer.pipeline(3, 40)
      if (pipeline !== undefined) await writer.addPipeline({ ...pipeline, id: 41, iid: 2 })
    })
    await remove(3)
    expect((await ask('GET /projects/3/jobs/51')).job).not.toHaveProperty('artifacts_file')
  })

  test('nor those of a later pipeline that failed, or of another ref', async () => {
    const { store } = await fresh()
    await store.write(async (writer) => {
      const pipeline = await writer.pipeline(3, 40)
      if (pipeline === undefined) return
      await writer.addPipeline({ ...pipeline, id: 41, iid: 2, status: 'failed' })
      await writer.addPipeline({ ...pipeline, id: 42, iid: 3, ref: 'other' })
    })
    await remove(3)
    expect((await ask('GET /projects/3/jobs/51')).job).toHaveProperty('artifacts_file')
  })
})

test.each([
  ['olga', 202],
  ['dana', 403],
  ['gus', 403],
  ['sam', 404],
])('%s: %i', async (as, status) => {
  await fresh()
  expect((await remove(1, as)).status).toBe(status)
})

test('while statistics are being refreshed nothing is deleted', async () => {
  await fresh()
  expect((await remove(5)).status).toBe(409)
  expect((await ask('GET /projects/5/jobs/81')).job).toHaveProperty('artifacts_file')
})
