import { describe, expect, test } from 'vitest'
import { demoWorld } from '../demo-world.suite.ts'

const { ask, fresh } = demoWorld()

test.each([
  [1, 6, [12]],
  [1, 10, [18]],
  [1, 20, [39]],
  [2, 9, []],
])('project %i, pipeline %i: %o', async (project, pipeline, wanted) => {
  expect((await ask(`GET /projects/${project}/pipelines/${pipeline}/bridges`)).ids).toEqual(wanted)
})

test('scope counts here, too', async () => {
  expect((await ask('GET /projects/1/pipelines/10/bridges?scope=failed')).ids).toEqual([18])
  expect((await ask('GET /projects/1/pipelines/10/bridges?scope[]=success')).ids).toEqual([])
})

test('only the latest attempt is shown, and there is no asking for more', async () => {
  await fresh()
  const { job } = await ask('POST /projects/1/jobs/12/retry')
  expect((await ask('GET /projects/1/pipelines/6/bridges?include_retried=true')).ids).toEqual([job.id])
})

test('pages say how many there are', async () => {
  const { headers } = await ask('GET /projects/1/pipelines/6/bridges?per_page=1')
  expect(headers).toMatchObject({ 'x-total': '1', 'x-total-pages': '1', 'x-per-page': '1', 'x-next-page': '' })
})

test('a pipeline in a project that the caller cannot see is shown all the same', async () => {
  const rows = (await ask('GET /projects/1/pipelines/6/bridges', { as: 'gus' })).json
  expect(rows).toMatchObject([{ downstream_pipeline: { id: 9, project_id: 2 } }])
})

describe('who may', () => {
  test.each([
    ['gus', 1, 6, 200],
    ['gus', 3, 40, 403],
    [null, 2, 9, 200],
    [null, 1, 6, 404],
    [null, 6, 90, 403],
    ['sam', 6, 90, 403],
    ['rita', 6, 90, 200],
    ['webshop-job', 1, 6, 200],
    ['vault-job', 1, 6, 403],
  ])('%s in project %i: %i %i', async (as, project, pipeline, status) => {
    expect((await ask(`GET /projects/${project}/pipelines/${pipeline}/bridges`, { as })).status).toBe(status)
  })
})
