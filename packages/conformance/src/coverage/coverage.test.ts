import { expect, test } from 'vitest'
import { editionContract } from '../contract/edition-contract.ts'
import type { Exchange } from '../target/exchange.ts'
import { Coverage } from './coverage.ts'
import { coverageHtml } from './html.ts'

const target = { url: 'http://127.0.0.1/api/v4', project: 'harbor/<web>shop', edition: 'current' }

const exchange = (more: Partial<Exchange>): Exchange => ({
  ...{ operation: 'getJob', method: 'GET', url: 'http://127.0.0.1/api/v4/projects/1/jobs/8', requestHeaders: {}, caller: null },
  ...{ carrier: 'header', madeUpToken: undefined, body: null, status: 200, bytes: new Uint8Array(), text: '', misfits: [] },
  ...{ headers: new Headers({ 'Content-Type': 'application/json; charset=utf-8' }), wasRedirected: false, isLookAround: false },
  ...more,
})

async function metBy(...exchanges: Exchange[]) {
  const coverage = new Coverage(await editionContract('current'))
  for (const each of exchanges) coverage.hear(each)
  const { answers, members, values } = coverage.report(target)
  return [...answers, ...members, ...values].filter(({ seen }) => seen > 0).map(({ name, seen }) => `${name} ${seen}`)
}

test('nothing is met by a run that sends nothing, and much of it has no reason', async () => {
  expect(await metBy()).toEqual([])
  const { members } = new Coverage(await editionContract('current')).report(target)
  expect(members.find(({ name }) => name === 'Job.status')).toEqual({ name: 'Job.status', seen: 0 })
})

test('an answer is met by its status and type, its members if they are not null, and its values', async () => {
  const text = JSON.stringify({ status: 'running', coverage: null, pipeline: { id: 3, status: 'running' }, unheard: 1 })
  expect(await metBy(exchange({ text }), exchange({ text, status: 299 }))).toEqual([
    'getJob 200 application/json 1',
    ...['Job.status 1', 'Job.pipeline 1', 'PipelineBasic.id 1', 'PipelineBasic.status 1', 'JobStatus=running 1'],
  ])
})

test('of several shapes only the one that fits is met', async () => {
  const text = JSON.stringify({ error: 'insufficient_scope', error_description: 'no' })
  const met = await metBy(exchange({ operation: 'retryJob', status: 403, text }))
  expect(met).toContain('TokenError.error=insufficient_scope 1')
  expect(met.join()).not.toContain('MessageError')
})

test('what is sent counts as well', async () => {
  const url = 'http://127.0.0.1/api/v4/projects/1/jobs?scope%5B%5D=failed&other=1'
  expect(await metBy(exchange({ operation: 'listProjectJobs', url, text: '[]' }))).toEqual([
    'listProjectJobs 200 application/json 1',
    'JobScope=failed 1',
  ])
})

test('the map names every operation and every reason, and nothing in it is taken for markup', async () => {
  const html = coverageHtml(new Coverage(await editionContract('current')).report(target))
  expect(html).toContain('<th>retryJob</th>')
  expect(html).toContain('An accident of the server')
  expect(html).toContain('harbor/&lt;web&gt;shop')
})
