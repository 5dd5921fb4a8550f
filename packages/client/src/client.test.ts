import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { operations } from '@jobs-api/contract/operations'
import { afterEach, describe, expect, test } from 'vitest'
import { createJobsClient } from './index.ts'

type Reply = (request: IncomingMessage, response: ServerResponse) => void
type Recorded = { method: string; url: string; headers: IncomingMessage['headers']; body: string }

const servers: Server[] = []
afterEach(() => {
  for (const server of servers.splice(0)) server.close()
})

/** A server that answers as told, and tells what it was sent. */
async function recorder(reply: Reply) {
  const seen: Recorded[] = []
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    seen.push({ method: request.method ?? '', url: request.url ?? '', headers: request.headers, body: Buffer.concat(chunks).toString() })
    reply(request, response)
  })
  servers.push(server.listen(0, '127.0.0.1'))
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return { seen, baseUrl: `http://127.0.0.1:${port}/api/v4` }
}

const json =
  (value: unknown, status = 200, headers: Record<string, string> = {}): Reply =>
  (_, response) =>
    void response.writeHead(status, { 'Content-Type': 'application/json', ...headers }).end(JSON.stringify(value))
const bytes =
  (type: string, body: string | Uint8Array): Reply =>
  (_, response) =>
    void response.writeHead(200, { 'Content-Type': type, 'Content-Length': body.length }).end(body)

describe('what is sent', () => {
  test('a job is asked for by project path and number', async () => {
    const { seen, baseUrl } = await recorder(json({ id: 8 }))
    expect(await createJobsClient({ baseUrl, token: 't' }).getJob('harbor/webshop', 8)).toEqual({ id: 8 })
    expect(seen).toMatchObject([{ method: 'GET', url: '/api/v4/projects/harbor%2Fwebshop/jobs/8' }])
  })

  test.each([
    [{ token: 'a' }, { 'private-token': 'a' }],
    [{ jobToken: () => 'b' }, { 'job-token': 'b' }],
    [{ oauth: async () => 'c' }, { authorization: 'Bearer c' }],
  ])('credentials %o', async (credentials, headers) => {
    const { seen, baseUrl } = await recorder(json([]))
    await createJobsClient({ baseUrl, ...credentials })
      .listProjectJobs(1)
      .first(1)
    expect(seen[0]?.headers).toMatchObject(headers)
  })

  test('a body is JSON, and no body is none', async () => {
    const { seen, baseUrl } = await recorder(json({}, 201))
    const jobs = createJobsClient({ baseUrl, token: 't' })
    await jobs.retryJob(1, 13, { inputs: { region: 'eu-south' } })
    await jobs.retryJob(1, 13)
    expect(seen).toMatchObject([
      { body: '{"inputs":{"region":"eu-south"}}', headers: { 'content-type': 'application/json' } },
      { body: '' },
    ])
    expect(seen[1]?.headers['content-type']).toBeUndefined()
  })

  test('a call without what its address needs is refused before it is sent', () => {
    const jobs = createJobsClient({ baseUrl: 'http://127.0.0.1/api/v4', token: 't' })
    expect(() => jobs.getJob('', 8)).toThrow('getJob: id is missing')
  })

  test('an address with a credential in it is refused', () => {
    expect(() => createJobsClient({ baseUrl: 'http://127.0.0.1/api/v4?private_token=t' })).toThrow('neither a query nor a credential')
  })
})

describe('what comes back', () => {
  test('a refusal is an error that says why', async () => {
    const { baseUrl } = await recorder(json({ message: '403 Forbidden - Job is not retryable' }, 403, { 'X-Request-Id': 'r-1' }))
    const call = createJobsClient({ baseUrl, token: 't' }).retryJob(1, 4711)
    await expect(call).rejects.toMatchObject({
      message: 'retryJob: 403 Forbidden - Job is not retryable',
      kind: 'refused',
      status: 403,
      reason: 'job_not_retryable',
      requestId: 'r-1',
      body: { message: '403 Forbidden - Job is not retryable' },
      canRetry: false,
      attempts: 1,
    })
  })

  test.each(['line\n', ''])('the log %j is a text', async (log) => {
    const { baseUrl } = await recorder(bytes('text/plain', log))
    expect(await createJobsClient({ baseUrl, token: 't' }).getJobLog(1, 8)).toBe(log)
  })

  test.each([new Uint8Array([80, 75, 0, 255]), new Uint8Array()])('an archive of bytes %o is a stream', async (archive) => {
    const { baseUrl } = await recorder(bytes('application/octet-stream', archive))
    const stream = await createJobsClient({ baseUrl, token: 't' }).downloadJobArtifacts(1, 8)
    expect(new Uint8Array(await new Response(stream).arrayBuffer())).toEqual(archive)
  })

  test('the answer around the data', async () => {
    const { baseUrl } = await recorder(json({ id: 8 }, 200, { ETag: '"e"' }))
    const { data, response } = await createJobsClient({ baseUrl, token: 't' }).getJob(1, 8).withResponse()
    expect([data, response.headers.get('etag')]).toEqual([{ id: 8 }, '"e"'])
  })

  test('what fails in passing is asked again, and an action is not', async () => {
    let count = 0
    const { seen, baseUrl } = await recorder((request, response) => json({ id: 8 }, ++count % 2 === 1 ? 502 : 200)(request, response))
    const jobs = createJobsClient({ baseUrl, token: 't' })
    expect(await jobs.getJob(1, 8)).toEqual({ id: 8 })
    await expect(jobs.retryJob(1, 8)).rejects.toMatchObject({ kind: 'failed', status: 502, attempts: 1 })
    expect(seen).toHaveLength(3)
  })

  test('an aborted call rejects with the reason of its signal', async () => {
    const { baseUrl } = await recorder(() => undefined)
    const call = createJobsClient({ baseUrl, token: 't' }).getJob(1, 8, { signal: AbortSignal.timeout(20) })
    await expect(call).rejects.toThrow('timeout')
  })
})

test('a client has a method for each operation, and no other', () => {
  expect(Object.keys(createJobsClient({ baseUrl: 'http://127.0.0.1/api/v4' }))).toEqual(Object.keys(operations))
})
