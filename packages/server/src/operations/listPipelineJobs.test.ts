import { describe, expect, test } from 'vitest'
import { demoWorld } from '../demo-world.suite.ts'

const { ask, fresh, changeJob } = demoWorld()

describe('what is listed', () => {
  test.each([
    ['10', [17, 15, 13, 11]],
    ['10?include_retried=true', [17, 16, 15, 13, 11]],
    ['10?include_retried=true&scope[]=failed', [16, 13, 11]],
    ['10?scope[]=failed', [13, 11]],
    ['10?scope=created', []],
    ['20?scope[]=created&scope[]=manual', [26, 25]],
    ['9', undefined],
  ])('pipeline %s: %o', async (pipeline, wanted) => {
    const [id, query = ''] = pipeline.split('?')
    const answer = await ask(`GET /projects/1/pipelines/${id}/jobs?${query}`)
    if (wanted === undefined) expect(answer.refusal, 'it is of another project').toEqual([404, { message: '404 Not found' }])
    else expect(answer.ids).toEqual(wanted)
  })

  test('nothing, if there is nothing', async () => {
    expect(await ask('GET /projects/1/pipelines/6/jobs?scope=pending')).toMatchObject({ status: 200, text: '[]' })
  })
})

describe('pages', () => {
  test('say how many there are', async () => {
    const { headers } = await ask('GET /projects/1/pipelines/10/jobs?per_page=3&page=2')
    expect(headers).toMatchObject({ 'x-total': '4', 'x-total-pages': '2', 'x-page': '2', 'x-next-page': '', 'x-prev-page': '1' })
    expect(String(headers.link).match(/page=\d+>; rel="\w+"/g)).toEqual([
      'page=1>; rel="prev"',
      'page=1>; rel="first"',
      'page=2>; rel="last"',
    ])
  })

  test.each([
    ['scope=pending', '0', '1'],
    ['include_retried=true', '5', '1'],
    ['per_page=1', '4', '4'],
    ['per_page=4', '4', '1'],
  ])('%s: %s jobs on %s pages', async (query, total, pages) => {
    const { headers } = await ask(`GET /projects/1/pipelines/10/jobs?${query}`)
    expect([headers['x-total'], headers['x-total-pages']]).toEqual([total, pages])
  })

  test('keyset is not known here', async () => {
    expect((await ask('GET /projects/1/pipelines/10/jobs?pagination=keyset&per_page=1')).headers['x-page']).toBe('1')
  })

  test('beyond ten thousand jobs nobody counts', async () => {
    const { store } = await fresh()
    await store.write(async (writer) => {
      const job = await writer.job(25)
      if (job === undefined) return
      const { id: _, ...row } = job
      for (let count = 0; count < 10_001; count++) await writer.addJob({ ...row, pipelineId: 60, projectId: 2 })
    })
    const { headers, ids } = await ask('GET /projects/2/pipelines/60/jobs?per_page=1&page=10001')
    expect(ids).toHaveLength(1)
    for (const name of ['x-total', 'x-total-pages']) expect(headers).not.toHaveProperty(name)
    expect(headers.link).not.toContain('last')
    expect(headers['x-next-page']).toBe('10002')
  })
})

describe('who may', () => {
  test.each([
    ['gus', 1, 6, 200],
    ['gus', 3, 40, 403],
    ['rita', 3, 40, 200],
    ['sam', 1, 6, 404],
    [null, 1, 6, 404],
    [null, 2, 9, 200],
    ['webshop-job', 1, 6, 200],
    ['console-job', 1, 6, 200],
    ['vault-job', 1, 6, 403],
  ])('%s in project %i: %i %i', async (as, project, pipeline, status) => {
    expect((await ask(`GET /projects/${project}/pipelines/${pipeline}/jobs`, { as })).status).toBe(status)
  })

  test.each([null, 'sam', 'gus'])('%s, who sees the pipeline but not its jobs, gets none, and is told of none', async (as) => {
    const answer = await ask('GET /projects/6/pipelines/90/jobs', { as })
    expect(answer).toMatchObject({ status: 200, json: [], headers: { 'x-total': '0' } })
    expect((await ask('GET /projects/6/pipelines/90/jobs', { as: 'rita' })).ids).toEqual([91])
  })
})

test('failure_reason is there only for jobs that failed, artifacts_file only for those with an archive', async () => {
  await fresh()
  await changeJob(17, { failureReason: 'script_failure' })
  const rows = (await ask('GET /projects/1/pipelines/10/jobs')).json as Record<string, unknown>[]
  const more = (await ask('GET /projects/1/pipelines/6/jobs?per_page=100')).json as Record<string, unknown>[]
  for (const row of [...rows, ...more])
    expect({ id: row['id'], said: 'failure_reason' in row }).toEqual({ id: row['id'], said: row['status'] === 'failed' })
  const withArchive = more.filter((row) => 'artifacts_file' in row).map(({ id }) => id)
  expect(withArchive.sort()).toEqual([1, 35, 36, 41, 42, 5, 8])
})
