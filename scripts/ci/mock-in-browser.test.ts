import { once } from 'node:events'
import { createServer } from 'node:http'
import { type Mock, startMock } from '@jobs-api/mock'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { visit } from './browser.ts'

// What a real page of another origin may send to the mock, and read of its answers.

let mock: Mock
beforeAll(async () => {
  mock = await startMock()
})
afterAll(() => mock.stop())

async function page(): Promise<string> {
  const server = createServer((_, response) => response.setHeader('Content-Type', 'text/html').end('<!doctype html><title>A page</title>'))
  onTestFinished(() => void server.close().closeAllConnections())
  await once(server.listen(0, '127.0.0.1'), 'listening')
  return `http://127.0.0.1:${Object(server.address()).port}/`
}

const read = ['Link', 'X-Page', 'X-Next-Page', 'ETag', 'X-Request-Id', 'X-Mock-Answer']

test.each(['omit', 'include'])('credentials: %s', { timeout: 60_000 }, async (credentials) => {
  const program = `(async () => {
    const ask = (path, init = {}) => fetch('${mock.url}' + path, { credentials: '${credentials}', ...init })
    const token = { 'PRIVATE-TOKEN': 'any' }
    const list = await ask('/projects/1/jobs?scope[]=failed', { headers: token })
    const refused = await ask('/projects/1/jobs/8/cancel', {
      method: 'POST', body: '{"force":true}',
      headers: { Authorization: 'Bearer any', 'Content-Type': 'application/json', Prefer: 'code=429' },
    })
    const file = await ask('/projects/1/jobs/8/artifacts', { headers: { 'JOB-TOKEN': 'any', Range: 'bytes=0-3' } })
    const deleted = await ask('/projects/1/jobs/8/artifacts', { method: 'DELETE', headers: token })
    const unchanged = await ask('/projects/1/jobs/8', { cache: 'no-store', headers: { ...token, 'If-None-Match': '*' } })
    return {
      list: [list.status, (await list.json()).length, ...${JSON.stringify(read)}.map((name) => list.headers.has(name))],
      refused: [refused.status, await refused.json(), refused.headers.get('Retry-After'), refused.headers.get('RateLimit-Remaining')],
      file: [file.status, (await file.arrayBuffer()).byteLength, file.headers.get('Content-Range'), file.headers.has('Content-Disposition')],
      deleted: deleted.status,
      unchanged: unchanged.status,
    }
  })()`
  expect((await visit(await page(), program)).value).toEqual({
    list: [200, 2, ...read.map(() => true)],
    refused: [429, expect.anything(), '60', '0'],
    file: [206, 4, expect.stringMatching(/^bytes 0-3\/\d+$/), true],
    deleted: 204,
    unchanged: 304,
  })
})

test('the index page is one that a browser shows, with every operation', { timeout: 60_000 }, async () => {
  const { value } = await visit(
    new URL('/', mock.url).href,
    `({ title: document.title, operations: document.querySelectorAll('h2').length, lines: document.querySelectorAll('dd code').length })`,
  )
  expect(value).toEqual({ title: 'The mock of the Jobs API', operations: 19, lines: expect.toSatisfy((lines: number) => lines > 480) })
})
