import { describe, expect, test } from 'vitest'
import { demoWorld } from '../demo-world.suite.ts'
import type { Job, Pipeline } from '../storage/records.ts'

const { ask, fresh, changeJob } = demoWorld()

const notFound = [404, { message: '404 Not found' }]
const download = (ref: string, query: string, as: string | null = 'dana') =>
  ask(`GET /projects/1/jobs/artifacts/${ref}/download?${query}`, { as })

test('is what the download by number gives', async () => {
  const [byRef, byNumber] = [await download('master', 'job=test'), await ask('GET /projects/1/jobs/8/artifacts')]
  expect(byRef.bytes.equals(byNumber.bytes)).toBe(true)
  for (const name of ['etag', 'content-disposition', 'content-type']) expect(byRef.headers[name]).toBe(byNumber.headers[name])
})

describe('which job', () => {
  test.each([
    ['master', 'job=tes'],
    ['master', 'job=Test'],
    ['master', 'job=greet'],
    ['master', 'job=deploy-infra'],
    ['feature/freight-cost', 'job=unit'],
    ['nowhere', 'job=test'],
    ['HEAD', 'job=test'],
    ['0ff3ae198f8601a285adcf5c0fff204ee6fba5fd', 'job=test'],
    ['Master', 'job=test'],
  ])('none: %s, %s', async (ref, query) => {
    expect((await download(ref, query)).refusal).toEqual(notFound)
    expect((await download(ref, `${query}&search_recent_successful_pipelines=true`)).refusal).toEqual([
      404,
      { message: '404 Job Not Found' },
    ])
  })

  /** A later pipeline of `master`, with one job called `test`, that left the given archive, or none. */
  async function later(changes: Partial<Pipeline>, job: Partial<Job> = {}, archiveOf?: number) {
    const { store } = await fresh()
    await store.write(async (writer) => {
      const [pipeline, old] = [await writer.pipeline(1, 6), await writer.job(8)]
      if (pipeline === undefined || old === undefined) return
      await writer.addPipeline({ ...pipeline, id: 77, iid: 9, ...changes })
      const { id: _, ...row } = old
      const added = await writer.addJob({ ...row, pipelineId: 77, ...job })
      const [archive] = archiveOf === undefined ? [] : await writer.artifacts(archiveOf)
      if (archive !== undefined) await writer.addArtifact({ ...archive, jobId: added.id }, [])
    })
  }
  const tagOf = async (id: number) => (await ask(`GET /projects/1/jobs/${id}/artifacts`)).headers.etag
  const chosen = async (query = '') => {
    const { status, headers } = await download('master', `job=test${query}`)
    return status === 200 ? headers.etag : status
  }
  const search = '&search_recent_successful_pipelines=true'

  test('that of the latest successful pipeline', async () => {
    await later({}, {}, 42)
    expect([await chosen(), await chosen(search)]).toEqual([await tagOf(42), await tagOf(42)])
  })

  test('not that of a later pipeline that failed, or that still runs', async () => {
    for (const status of ['failed', 'running'] as const) {
      await later({ status }, {}, 42)
      expect([await chosen(), await chosen(search)]).toEqual([await tagOf(8), await tagOf(8)])
    }
  })

  test('none, if the latest has no such job; the one before, if it is searched for', async () => {
    await later({}, { name: 'other' }, 42)
    expect([await chosen(), await chosen(search)]).toEqual([404, await tagOf(8)])
  })

  test('none, if the job of the latest left no archive; the one before, if it is searched for', async () => {
    await later({}, {})
    expect([await chosen(), await chosen(search)]).toEqual([404, await tagOf(8)])
  })

  test('searching, only jobs that succeeded count', async () => {
    await later({}, { status: 'failed', allowFailure: true }, 42)
    expect([await chosen(), await chosen(search)]).toEqual([await tagOf(42), await tagOf(8)])
  })

  test('the latest attempt, not one that was retried', async () => {
    await later({}, { retried: true }, 42)
    expect(await chosen()).toBe(404)
  })

  test('a tag is a ref like a branch', async () => {
    await later({ ref: 'v1.0', tag: true }, {}, 42)
    expect((await download('v1.0', 'job=test')).headers.etag).toBe(await tagOf(42))
  })

  test('a name with all kinds of signs', async () => {
    await fresh()
    await changeJob(8, { name: 'rspec: [unit, 1/2] "ü"' })
    expect((await download('master', `job=${encodeURIComponent('rspec: [unit, 1/2] "ü"')}`)).status).toBe(200)
  })
})

test.each(['', 'job=', 'job[]=test', 'search_recent_successful_pipelines=true'])('without a name it is refused: %s', async (query) => {
  expect((await download('master', query)).status).toBe(400)
})

test.each([
  ['gus', 'test', 200],
  ['sam', 'test', 404],
  ['dana', 'audit', 403],
  ['mia', 'audit', 200],
  ['olga', 'seal', 403],
  ['webshop-job', 'test', 200],
  ['vault-job', 'test', 403],
  [null, 'test', 404],
])('%s, job %s: %i', async (as, job, status) => {
  expect((await download('master', `job=${job}`, as)).status).toBe(status)
})

test('a public project with public pipelines is open to everybody', async () => {
  expect((await ask('GET /projects/2/jobs/artifacts/main/download?job=apply', { as: null })).status).toBe(200)
  expect((await ask('GET /projects/6/jobs/artifacts/main/download?job=publish', { as: null })).status).toBe(403)
})
