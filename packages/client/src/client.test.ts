import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { operations } from '@jobs-api/contract/operations'
import { afterEach, describe, expect, test } from 'vitest'
import { createJobsClient } from './index.ts'

type Answer = (request: IncomingMessage, response: ServerResponse) => void
type Recorded = { method: string; url: string; headers: IncomingMessage['headers']; body: string }

const servers: Server[] = []
afterEach(() => {
  for (const server of servers.splice(0)) server.close()
})

/** A server that answers as told, and tells what it was sent. */
async function recorder(answer: Answer) {
  const seen: Recorded[] = []
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    seen.push({ method: request.method ?? '', url: request.url ?? '', headers: request.headers, body: Buffer.concat(chunks).toString() })
    answer(request, response)
  })
  servers.push(server.listen(0, '127.0.0.1'))
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return { seen, origin: `http://127.0.0.1:${port}`, baseUrl: `http://127.0.0.1:${port}/api/v4` }
}

const json =
  (value: unknown, status = 200): Answer =>
  (_, response) =>
    void response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(value))
const bytes =
  (type: string, body: string | Uint8Array): Answer =>
  (_, response) =>
    void response.writeHead(200, { 'Content-Type': type, 'Content-Length': body.length }).end(body)

describe('what is sent', () => {
  test('a job is asked for by project path and number', async () => {
    const { seen, baseUrl } = await recorder(json({ id: 8 }))
    const { data } = await createJobsClient({ baseUrl, token: 't' }).getJob({ path: { id: 'harbor/webshop', job_id: 8 } })
    expect(data?.id).toBe(8)
    expect(seen).toMatchObject([{ method: 'GET', url: '/api/v4/projects/harbor%2Fwebshop/jobs/8' }])
  })

  test('a list goes out with brackets', async () => {
    const { seen, baseUrl } = await recorder(json([]))
    await createJobsClient({ baseUrl }).listProjectJobs({ path: { id: 1 }, query: { scope: ['failed', 'canceled'], per_page: 2 } })
    expect(decodeURIComponent(seen[0]?.url ?? '')).toBe('/api/v4/projects/1/jobs?scope[]=failed&scope[]=canceled&per_page=2')
  })

  test.each([
    [{ token: 'a' }, { 'private-token': 'a' }],
    [{ jobToken: 'b' }, { 'job-token': 'b' }],
    [{ oauth: 'c' }, { authorization: 'Bearer c' }],
  ])('credentials %o', async (credentials, headers) => {
    const { seen, baseUrl } = await recorder(json({}))
    await createJobsClient({ baseUrl, ...credentials }).getTokenJob()
    expect(seen[0]?.headers).toMatchObject(headers)
  })

  test('a body is JSON, and no body is none', async () => {
    const { seen, baseUrl } = await recorder(json({}, 201))
    const jobs = createJobsClient({ baseUrl })
    await jobs.retryJob({ path: { id: 1, job_id: 13 }, body: { inputs: { region: 'eu-south' } } })
    await jobs.retryJob({ path: { id: 1, job_id: 13 } })
    expect(seen).toMatchObject([
      { body: '{"inputs":{"region":"eu-south"}}', headers: { 'content-type': 'application/json' } },
      { body: '' },
    ])
    expect(seen[1]?.headers['content-type']).toBeUndefined()
  })
})

describe('what comes back', () => {
  test('a refusal is an error with its body', async () => {
    const { baseUrl } = await recorder(json({ message: '404 Not found' }, 404))
    const { data, error, response } = await createJobsClient({ baseUrl }).getJob({ path: { id: 1, job_id: 4711 } })
    expect({ data, error, status: response.status }).toEqual({ data: undefined, error: { message: '404 Not found' }, status: 404 })
  })

  test.each(['line\n', ''])('the log %j is a text', async (log) => {
    const { baseUrl } = await recorder(bytes('text/plain', log))
    const { data } = await createJobsClient({ baseUrl }).getJobLog({ path: { id: 1, job_id: 8 } })
    expect(data).toBe(log)
  })

  test.each([new Uint8Array([80, 75, 0, 255]), new Uint8Array()])('an archive of bytes %o is a stream', async (archive) => {
    const { baseUrl } = await recorder(bytes('application/octet-stream', archive))
    const { data } = await createJobsClient({ baseUrl }).downloadJobArtifacts({ path: { id: 1, job_id: 8 } })
    expect(new Uint8Array(await new Response(data ?? null).arrayBuffer())).toEqual(archive)
  })

  test('an aborted call is thrown', async () => {
    const { baseUrl } = await recorder(() => undefined)
    const call = createJobsClient({ baseUrl }).getJob({ path: { id: 1, job_id: 8 }, signal: AbortSignal.timeout(20) })
    await expect(call).rejects.toThrow('timeout')
  })
})

describe('redirects', () => {
  const to =
    (target: () => string, status = 302): Answer =>
    (_, response) =>
      void response.writeHead(status, { Location: target() }).end()

  test('another origin never sees the token, and gets everything else', async () => {
    const store = await recorder(bytes('application/octet-stream', 'PK'))
    const gitlab = await recorder(to(() => `${store.origin}/bucket/artifacts.zip?signature=s`))
    const jobs = createJobsClient({ baseUrl: gitlab.baseUrl, token: 'secret' })
    const { data } = await jobs.downloadJobArtifacts({ path: { id: 1, job_id: 8 }, headers: { Range: 'bytes=0-1' } })
    expect(await new Response(data ?? null).text()).toBe('PK')
    expect(store.seen).toMatchObject([{ url: '/bucket/artifacts.zip?signature=s', headers: { range: 'bytes=0-1' } }])
    expect(JSON.stringify(store.seen)).not.toContain('secret')
  })

  test('the same origin does: a project that has moved', async () => {
    let moved = false
    const gitlab = await recorder((request, response) => {
      const answer = moved ? json({ id: 8 }) : to(() => '/api/v4/projects/1/jobs/8', 301)
      moved = true
      answer(request, response)
    })
    const { data } = await createJobsClient({ baseUrl: gitlab.baseUrl, token: 't' }).getJob({ path: { id: 'harbor/shop', job_id: 8 } })
    expect(data?.id).toBe(8)
    expect(gitlab.seen[1]).toMatchObject({ url: '/api/v4/projects/1/jobs/8', headers: { 'private-token': 't' } })
  })

  test('an action is not sent to another address', async () => {
    const { seen, baseUrl } = await recorder(to(() => '/elsewhere', 307))
    const { response } = await createJobsClient({ baseUrl }).cancelJob({ path: { id: 1, job_id: 8 } })
    expect([response.status, seen.length]).toEqual([307, 1])
  })

  test('a circle ends', async () => {
    const circle = await recorder(to(() => '/again'))
    await expect(createJobsClient({ baseUrl: circle.baseUrl }).getTokenJob()).rejects.toThrow('more than 10 redirects')
  })
})

test('a client has a method for each operation, and no other', () => {
  expect(Object.keys(createJobsClient({ baseUrl: 'http://127.0.0.1/api/v4' }))).toEqual(Object.keys(operations))
})
