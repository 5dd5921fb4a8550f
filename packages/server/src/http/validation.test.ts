import { request as httpRequest, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import express from 'express'
import { describe, expect, onTestFinished, test } from 'vitest'
import { demoWorld } from '../demo-world.suite.ts'
import { type Answer, send } from './answer.ts'
import { begin } from './exchange.ts'

// What express-openapi-validator does by itself, and must not do here. One test each; those about queries, bodies,
// addresses, HEAD and credentials stand beside those.

const { ask, fresh } = demoWorld()

describe('reserved characters', () => {
  test.each([
    ['GET /projects/1/jobs/artifacts/master/download?job=rspec:unit 1/2', 404],
    ['GET /projects/1/jobs/artifacts/master/download?job=a@b,c', 404],
    ['GET /projects/1/jobs?ref=refs/heads/a:b', 200],
    ['GET /projects/1/jobs/8/artifacts/tree?path=a:b/c?d', 404],
  ])('are welcome where names are: %s', async (line, status) => {
    expect((await ask(line.replaceAll(' 1', '%201'))).status).toBe(status)
  })
})

describe('empty values', () => {
  test.each(['ref=', 'page=', 'per_page=', 'pagination=', 'cursor=', 'order_by=', 'sort=', 'ref', 'private_token='])(
    '%s is as good as none',
    async (query) => {
      expect((await ask(`GET /projects/1/jobs?${query}`)).ids).toEqual((await ask('GET /projects/1/jobs')).ids)
    },
  )

  test('but a value that must be there is missing', async () => {
    for (const query of ['', '?job=', '?job', '?job[]='])
      expect((await ask(`GET /projects/1/jobs/artifacts/master/download${query}`)).status).toBe(400)
    expect((await ask('GET /projects/1/jobs/artifacts/master/download')).json).toEqual({ error: 'job is missing' })
    expect((await ask('GET /projects/1/jobs/artifacts/master/raw/report.txt?job=')).json).toEqual({ error: 'job is missing' })
  })
})

test.each(['1', 'harbor%2Fwebshop'])('a project is a number or a path, and neither is confused with the other: %s', async (id) => {
  expect((await ask(`GET /projects/${id}/jobs/8`)).job.id).toBe(8)
})

test('the first request to an operation is answered like the second', async () => {
  const [first, second] = await Promise.all([ask('GET /projects/1/jobs/8'), ask('GET /projects/1/jobs/8')])
  expect(first.text).toBe(second.text)
})

test('what the contract forbids is refused in its words: a name too long, a list too long', async () => {
  await fresh()
  const variables = (count: number, key: string) => ({
    body: { job_variables_attributes: Array.from({ length: count }, () => ({ key, value: '' })) },
  })
  const line = 'POST /projects/1/jobs/26/play'
  expect((await ask(line, variables(1, 'x'.repeat(256)))).refusal).toEqual([
    400,
    { error: 'job_variables_attributes[0][key] does not have a valid value' },
  ])
  expect((await ask(line, variables(1001, 'A'))).refusal).toEqual([400, { error: 'job_variables_attributes does not have a valid value' }])
  expect((await ask('GET /projects/1/jobs?scope[]=failed'.concat('&scope[]=failed'.repeat(100)))).refusal).toEqual([
    400,
    { error: 'scope does not have a valid value' },
  ])
})

describe('what it does not look at, the dispatcher does', () => {
  /** Sends an answer as that of `getJobLog`, and gives back whether it left the house. */
  async function sent(answer: Answer): Promise<string> {
    const app = express()
    app.use(async (request, response) => {
      begin(request, { requestId: 'x', address: new URL('http://a/'), isHead: false, operationId: 'getJobLog' })
      await send(request, response, answer)
    })
    app.use(((error, _request, response, _next) => void response.status(500).end(error.message)) as express.ErrorRequestHandler)
    const server = await new Promise<Server>((done) => {
      const listening = app.listen(0, '127.0.0.1', () => done(listening))
    })
    onTestFinished(() => void server.close().closeAllConnections())
    const { port } = server.address() as AddressInfo
    return new Promise((done, fail) => {
      const asking = httpRequest({ port, host: '127.0.0.1' }, async (response) => {
        let text = ''
        for await (const chunk of response) text += chunk
        done(`${response.statusCode} ${text}`)
      })
      asking.on('error', fail).end()
    })
  }

  test.each<[string, Answer, string]>([
    ['as documented', { status: 200, type: 'text/plain', body: 'log' }, '200 log'],
    ['another type', { status: 200, type: 'text/html', body: 'log' }, '500 getJobLog does not document 200 text/html'],
    ['another status', { status: 202, type: 'text/plain', body: 'log' }, '500 getJobLog does not document 202 text/plain'],
    ['no body, where there is none', { status: 304 }, '304 '],
    ['no body, where no such status is', { status: 204 }, '500 getJobLog does not document 204 without a body'],
  ])('%s', async (_, answer, wanted) => {
    expect(await sent(answer)).toBe(wanted)
  })
})
