import { type OperationId, operations } from '@jobs-api/contract'
import { describe, expect, test } from 'vitest'
import { type Answer, demoWorld } from '../demo-world.suite.ts'

const { ask } = demoWorld()

/** A GET of every operation that has one, each with an answer that has a body. */
const gets: Readonly<Record<string, readonly [string, string]>> = {
  getTokenJob: ['/job', 'webshop-job'],
  getAllowedAgents: ['/job/allowed_agents', 'webshop-job'],
  listProjectJobs: ['/projects/1/jobs', 'dana'],
  listPipelineJobs: ['/projects/1/pipelines/6/jobs?per_page=2', 'dana'],
  listPipelineBridges: ['/projects/1/pipelines/6/bridges', 'dana'],
  getJob: ['/projects/1/jobs/8', 'dana'],
  getJobLog: ['/projects/1/jobs/8/trace', 'dana'],
  downloadJobArtifacts: ['/projects/1/jobs/8/artifacts', 'dana'],
  listJobArtifactTree: ['/projects/1/jobs/8/artifacts/tree', 'dana'],
  getJobArtifactFile: ['/projects/1/jobs/8/artifacts/report.txt', 'dana'],
  downloadRefArtifacts: ['/projects/1/jobs/artifacts/master/download?job=test', 'dana'],
  getRefArtifactFile: ['/projects/1/jobs/artifacts/master/raw/report.txt?job=test', 'dana'],
}

test('every GET is asked below', () => {
  const all = (Object.keys(operations) as OperationId[]).filter((id) => operations[id].method === 'get')
  expect(all.sort()).toEqual(Object.keys(gets).sort())
})

/** Different each time. */
const headersOf = ({ headers: { date: _, 'x-request-id': __, ...rest } }: Answer) => rest

describe('HEAD answers as GET does, without the body', () => {
  const both = async (target: string, question: object) =>
    [await ask(`GET ${target}`, question), await ask(`HEAD ${target}`, question)] as const

  test.each(Object.entries(gets))('%s', async (_, [target, as]) => {
    const [get, head] = await both(target, { as })
    expect([get.status, head.status, head.bytes.length]).toEqual([200, 200, 0])
    expect(get.bytes.length).toBeGreaterThan(0)
    expect(headersOf(head)).toEqual(headersOf(get))
  })

  test.each([
    ['a refused parameter', '/projects/1/jobs/one', 'dana', {}, 400],
    ['nobody', '/projects/1/jobs', null, {}, 401],
    ['not allowed', '/projects/3/jobs', 'gus', {}, 403],
    ['not found', '/projects/1/jobs/999', 'dana', {}, 404],
    ['no such address', '/api/v4/nothing', 'dana', {}, 404],
    ['moved', '/projects/harbor%2Fshop/jobs', 'dana', {}, 301],
    ['a part', '/projects/1/jobs/8/artifacts', 'dana', { Range: 'bytes=0-9' }, 206],
    ['beyond the end', '/projects/1/jobs/8/artifacts', 'dana', { Range: 'bytes=99999-' }, 416],
    ['an empty log', '/projects/1/jobs/37/trace', 'dana', {}, 200],
  ])('%s', async (_, target, as, headers, status) => {
    const [get, head] = await both(target, { as, headers })
    expect([get.status, head.status, head.bytes.length]).toEqual([status, status, 0])
    expect(headersOf(head)).toEqual(headersOf(get))
  })

  test('reading is enough for it', async () => {
    expect((await ask('HEAD /projects/1/jobs', { as: 'dana-read-only' })).status).toBe(200)
  })

  test('it does not reach what is no GET', async () => {
    expect((await ask('HEAD /projects/1/jobs/8/retry')).status).toBe(405)
  })
})

describe('X-Request-Id', () => {
  const idFor = async (given?: string) =>
    (await ask('GET /projects/1/jobs/8', { headers: given === undefined ? {} : { 'X-Request-Id': given } })).headers['x-request-id']

  test('is made up, a new one each time', async () => {
    const ids = [await idFor(), await idFor()]
    expect(ids[0]).toMatch(/^[0-9a-f-]{36}$/)
    expect(ids[0]).not.toBe(ids[1])
  })

  test.each(['abc-123', 'A_b', 'x'.repeat(64)])('is that of the client, if it is a plain one: %s', async (given) => {
    expect(await idFor(given)).toBe(given)
  })

  test.each(['', 'x'.repeat(65), 'a b', 'a;b', '<script>', 'a"b', '{"a":1}'])('is not that of the client otherwise: %j', async (given) => {
    expect(await idFor(given)).toMatch(/^[0-9a-f-]{36}$/)
  })

  test('comes with every answer', async () => {
    for (const line of ['GET /projects/1/jobs/one', 'GET /api/v4/nothing', 'PUT /projects/1/jobs/8', 'GET /projects/1/jobs/8/artifacts'])
      expect((await ask(line, { headers: { 'X-Request-Id': 'mine' } })).headers['x-request-id']).toBe('mine')
  })
})

describe('links lead to the address that the client used', () => {
  test.each([
    ['gitlab.example.com', 'http://gitlab.example.com/api/v4/projects/1/jobs?per_page=1&page=2'],
    ['127.0.0.1:8443', 'http://127.0.0.1:8443/api/v4/projects/1/jobs?per_page=1&page=2'],
    ['[::1]:4000', 'http://[::1]:4000/api/v4/projects/1/jobs?per_page=1&page=2'],
  ])('Host: %s', async (Host, wanted) => {
    const { headers } = await ask('GET /projects/1/jobs?per_page=1', { headers: { Host } })
    expect(headers['link']).toContain(`<${wanted}>; rel="next"`)
  })

  test('what a proxy says is not believed unless it is ours', async () => {
    const { headers } = await ask('GET /projects/1/jobs?per_page=1', {
      headers: { Host: 'mine.example', 'X-Forwarded-Host': 'evil.example', 'X-Forwarded-Proto': 'https' },
    })
    expect(headers['link']).toContain('<http://mine.example/')
    expect(headers['link']).not.toContain('evil')
  })

  test('a redirect leads there, too', async () => {
    const { headers } = await ask('GET /projects/harbor%2Fshop/jobs?scope=failed', { headers: { Host: 'gitlab.example.com' } })
    expect(headers['location']).toBe('http://gitlab.example.com/api/v4/projects/1/jobs?scope=failed')
  })
})

describe('behind a proxy of ours', () => {
  const behind = demoWorld({ trustProxy: true })

  test('links lead to the address that the proxy was asked', async () => {
    const { headers } = await behind.ask('GET /projects/1/jobs?per_page=1', {
      headers: { 'X-Forwarded-Host': 'gitlab.example.com', 'X-Forwarded-Proto': 'https' },
    })
    expect(headers['link']).toContain('<https://gitlab.example.com/api/v4/projects/1/jobs?per_page=1&page=2>; rel="next"')
  })
})
