import { assert } from 'chai'
import { type Cases, type Context, collected, refused, rejection } from '../case.ts'
import { script } from '../script.ts'

const inPipeline = [109, 108, 107, 106, 105, 104, 103, 102, 101]
const ids = (items: readonly { id: number }[]) => items.map(({ id }) => id)

/** A client that keeps the query of each request. */
function observed({ client, baseUrl }: Context, at = baseUrl) {
  const queries: URLSearchParams[] = []
  const jobs = client.createJobsClient({
    baseUrl: at,
    token: 'demo-olga-personal',
    onEvent: (event) => void (event.type === 'request' && queries.push(new URL(event.request.url).searchParams)),
  })
  return { jobs, queries }
}

export const lists: Cases = {
  'the jobs of a project come by cursor, each once': async (context) => {
    const { jobs, queries } = observed(context)
    assert.deepEqual(ids(await collected(jobs.listProjectJobs('harbor/lists', { per_page: 4 }))), inPipeline)
    assert.lengthOf(queries, 3)
    assert.isTrue(queries.every((query) => query.get('pagination') === 'keyset' && !query.has('page')))
    assert.isTrue(queries.slice(1).every((query) => query.has('cursor')))
  },
  'the jobs of a pipeline come by counted pages, with their total': async (context) => {
    const { jobs, queries } = observed(context)
    assert.deepEqual(ids(await collected(jobs.listPipelineJobs(3, 3, { per_page: 4 }))), inPipeline)
    assert.deepEqual(
      queries.map((query) => query.get('page')),
      [null, '2', '3'],
    )
    const { value } = await jobs.listPipelineJobs(3, 3, { per_page: 4 }).pages().next()
    assert.deepEqual([value?.items.length, value?.total], [4, 9])
  },
  'a scope is one value or several': async ({ jobs }) => {
    assert.deepEqual(ids(await collected(jobs.listPipelineJobs(3, 3, { scope: 'skipped' }))), [108, 106, 104, 102])
    assert.deepEqual(ids(await collected(jobs.listPipelineJobs(3, 3, { scope: ['skipped', 'canceled'] }))), inPipeline)
  },
  'first(n) asks for no more than n': async (context) => {
    const { jobs, queries } = observed(context)
    assert.deepEqual(ids(await jobs.listPipelineJobs(3, 3).first(2)), [109, 108])
    assert.deepEqual(
      queries.map((query) => query.get('per_page')),
      ['2'],
    )
    assert.deepEqual(await jobs.listPipelineJobs(3, 3).first(0), [])
    assert.lengthOf(queries, 1)
  },
  'all({ max }) is all, or an error if there are more': async ({ jobs }) => {
    assert.deepEqual(ids(await jobs.listPipelineJobs(3, 3, { per_page: 4 }).all({ max: 9 })), inPipeline)
    assert.instanceOf(await rejection(jobs.listPipelineJobs(3, 3, { per_page: 4 }).all({ max: 8 })), RangeError)
  },
  'nothing is read before somebody looks, nor after somebody has seen enough': async (context) => {
    const { jobs, queries } = observed(context)
    const list = jobs.listPipelineJobs(3, 3, { per_page: 2 })
    assert.lengthOf(queries, 0)
    for await (const { id } of list) if (id === 107) break
    assert.lengthOf(queries, 2)
  },
  'a list is resumed where a page ended': async ({ jobs }) => {
    for (const list of [
      (startAt?: string) => jobs.listPipelineJobs(3, 3, { per_page: 4, startAt }),
      (startAt?: string) => jobs.listProjectJobs(3, { per_page: 4, startAt }),
    ]) {
      const whole = ids(await collected(list()))
      const { value } = await list().pages().next()
      assert.deepEqual(ids(await collected(list(value?.next))), whole.slice(4))
    }
  },
  'a proxy that drops the headers cuts no list short': async (context) => {
    const { baseUrl } = await script(context, { json: [{ id: 3 }, { id: 2 }] }, { json: [{ id: 1 }] })
    const { jobs, queries } = observed(context, baseUrl)
    assert.deepEqual(ids(await collected(jobs.listPipelineJobs(3, 3, { per_page: 2 }))), [3, 2, 1])
    assert.equal(queries[1]?.get('page'), '2')
  },
  'a server that knows no cursor is asked for counted pages': async (context) => {
    const { baseUrl } = await script(context, { status: 405, json: { error: 'no' } }, { json: [{ id: 1 }] })
    const { jobs, queries } = observed(context, baseUrl)
    assert.deepEqual(ids(await collected(jobs.listProjectJobs(1))), [1])
    assert.deepEqual(
      queries.map((query) => query.get('pagination')),
      ['keyset', null],
    )
  },
  'a list of a project that is not there is refused': async (context) => {
    await refused(context, collected(context.jobs.listProjectJobs(4711)), { kind: 'not_found', operationId: 'listProjectJobs' })
  },
}
