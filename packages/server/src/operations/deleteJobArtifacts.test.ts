import { describe, expect, test } from 'vitest'
import { demoWorld } from '../demo-world.suite.ts'

const { ask, fresh } = demoWorld()

const remove = (id: number, as = 'mia') => ask(`DELETE /projects/1/jobs/${id}/artifacts`, { as })

describe('afterwards', () => {
  test.each([
    ['artifacts', '{"message":"404 Not Found"}'],
    ['artifacts/report.txt', '{"message":"404 Not Found"}'],
    ['artifacts/tree', '{"message":"404 Artifacts Not Found"}'],
  ])('GET …/%s: 404', async (rest, text) => {
    await fresh()
    expect(await remove(8)).toMatchObject({ status: 204, text: '' })
    expect(await ask(`GET /projects/1/jobs/8/${rest}`)).toMatchObject({ status: 404, text })
  })

  test('the log is there, and the job as it was', async () => {
    await fresh()
    const [log, { job: before }] = [await ask('GET /projects/1/jobs/8/trace'), await ask('GET /projects/1/jobs/8')]
    await remove(8)
    const { artifacts_file: _, ...rest } = before
    expect((await ask('GET /projects/1/jobs/8/trace')).text).toBe(log.text)
    expect((await ask('GET /projects/1/jobs/8')).job).toEqual({
      ...rest,
      artifacts: before.artifacts.filter(({ file_type }) => file_type === 'trace'),
    })
  })

  test('no byte of archive and reports is left', async () => {
    const { store, archives } = await fresh()
    const keys = (await store.read((reader) => reader.artifacts(8))).flatMap(({ key }) => (key === null ? [] : [key]))
    await remove(8)
    expect(keys.length).toBe(3)
    expect(await Promise.all(keys.map((key) => archives.read(key)))).toEqual(keys.map(() => undefined))
  })

  test('other jobs have what they had', async () => {
    await fresh()
    await remove(8)
    expect((await ask('GET /projects/1/jobs/42/artifacts')).status).toBe(200)
  })

  test('the log can still be erased', async () => {
    await fresh()
    await remove(8)
    expect((await ask('POST /projects/1/jobs/8/erase', { as: 'mia' })).status).toBe(201)
  })
})

describe('nothing to delete is no error', () => {
  test.each([8, 37, 38, 14])('job %i, a second time', async (id) => {
    await fresh()
    expect([(await remove(id)).status, (await remove(id)).status]).toEqual([204, 204])
  })
})

test.each([
  ['olga', 204],
  ['dana', 403],
  ['rita', 403],
  ['gus', 403],
  ['sam', 404],
])('%s: %i', async (as, status) => {
  await fresh()
  expect((await remove(8, as)).status).toBe(status)
})

test('while statistics are being refreshed nothing is deleted', async () => {
  await fresh()
  expect((await ask('DELETE /projects/5/jobs/81/artifacts', { as: 'mia' })).status).toBe(409)
  expect((await ask('GET /projects/5/jobs/81/artifacts')).status).toBe(200)
})
