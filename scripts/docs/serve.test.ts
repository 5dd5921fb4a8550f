import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { serveFolder } from './serve.ts'

let folder = ''
let served: Awaited<ReturnType<typeof serveFolder>>
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jobs-api-served-'))
  await writeFile(join(folder, 'index.html'), 'the first page')
  served = await serveFolder(folder, 0)
})
afterAll(() => Promise.all([served.close(), rm(folder, { recursive: true, force: true })]))

/** The status of a path as it is, which `fetch` would tidy up. */
const statusOf = (path: string) =>
  new Promise((done, fail) => {
    request(served.url, { path }, (answer) => done(answer.resume().statusCode))
      .on('error', fail)
      .end()
  })

test('a folder is served by its first page', async () => {
  const answer = await fetch(served.url)
  expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8')
  expect(await answer.text()).toBe('the first page')
})

test.each(['/nothing.html', '/../../../../../../../etc/passwd', '/..%2f..%2f..%2f..%2f..%2fetc/passwd', '/%', '/%00'])(
  '%s is no page',
  async (path) => {
    expect(await statusOf(path)).toBe(404)
  },
)
