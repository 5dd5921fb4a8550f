import { operations } from '@jobs-api/contract/operations'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Mock, startMock } from './index.ts'

let mock: Mock
beforeAll(async () => {
  mock = await startMock({ port: 0, host: '127.0.0.1', edition: 'current' })
})
afterAll(() => mock.stop())

const token = { 'PRIVATE-TOKEN': 'any' }
const ask = (path: string, init: RequestInit = {}) =>
  fetch(mock.url + path, { redirect: 'manual', ...init, headers: { ...token, ...init.headers } })

const parameters: Record<string, string> = { id: '1', job_id: '77', pipeline_id: '7', ref_name: 'main', artifact_path: 'report.txt' }
const everyOperation = Object.entries(operations).map(([id, { method, path, success }]) => {
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => parameters[name] ?? name)
  return { id, method: method.toUpperCase(), path: path.includes('{ref_name}') ? `${filled}?job=test` : filled, success }
})

test.each(everyOperation)('$id is answered $success, under /api/v4 and bare', async ({ method, path, success }) => {
  const headers = path.startsWith('/job') ? { 'JOB-TOKEN': 'any' } : token
  for (const base of [mock.url, new URL(mock.url).origin]) {
    const answer = await fetch(base + path, { method, headers })
    expect(answer.status).toBe(success)
  }
})

type Request = [what: string, path: string, init: RequestInit, status: number]
const requests: Request[] = [
  ['a project by its path', '/projects/harbor%2Fwebshop/jobs', {}, 200],
  ['a documented refusal', '/projects/1/jobs/8', { headers: { Prefer: 'code=404' } }, 404],
  ['another example', '/projects/1/jobs', { headers: { Prefer: 'example=none' } }, 200],
  ['a scope with brackets', '/projects/1/jobs?scope[]=failed&scope[]=success', {}, 200],
  ['a scope with encoded brackets', '/projects/1/jobs?scope%5B%5D=failed', {}, 200],
  ['a plain scope', '/projects/1/jobs?scope=failed', {}, 200],
  ['a scope that does not exist', '/projects/1/jobs?scope[]=broken', {}, 400],
  ['an encoded scope that does not exist', '/projects/1/jobs?per_page=2&scope%5B%5D=broken', {}, 400],
  ['a job number that is none', '/projects/1/jobs/seven', {}, 400],
  ['a file in folders', '/projects/1/jobs/8/artifacts/coverage/index.html', {}, 200],
  ['a file in encoded folders', '/projects/1/jobs/8/artifacts/coverage%2Findex.html', {}, 200],
  ['a branch with a slash', '/projects/1/jobs/artifacts/feature/x/raw/a/b.txt?job=test', {}, 200],
  ['the head of a list', '/projects/1/jobs', { method: 'HEAD' }, 200],
  ['an empty body of type JSON', '/projects/1/jobs/8/cancel', { method: 'POST', headers: { 'Content-Type': 'application/json' } }, 201],
  ['a body', '/projects/1/jobs/8/retry', { method: 'POST', body: '{"inputs":{}}', headers: { 'Content-Type': 'application/json' } }, 201],
  ['broken JSON', '/projects/1/jobs/8/retry', { method: 'POST', body: '{"inp', headers: { 'Content-Type': 'application/json' } }, 400],
  ['an address that does not exist', '/projects/1/tasks', {}, 404],
]

test.each(requests)('%s: %s', async (_, path, init, status) => {
  expect((await ask(path, init)).status).toBe(status)
})

test('without a token the documented 401 comes', async () => {
  const response = await fetch(`${mock.url}/projects/1/jobs`)
  expect([response.status, await response.json()]).toEqual([401, { message: '401 Unauthorized' }])
})

test('the list of answers is told to whoever asks for one that is not there', async () => {
  const response = await ask('/projects/1/jobs/8/artifacts/keep', { method: 'POST', headers: { Prefer: 'code=418' } })
  expect(response.status).toBe(501)
  expect(await response.json()).toEqual({
    error: expect.stringMatching(/^keepJobArtifacts has no answer 418; it has 200 expiring, 200 kept_before, 400 invalid_job_id, /),
  })
})

test('a magic token does nothing where there is no such answer', async () => {
  const headers = { 'PRIVATE-TOKEN': 'mock-job_not_retryable' }
  const answers = await Promise.all([
    ask('/projects/1/jobs/11', { headers }),
    ask('/projects/1/jobs/11/retry', { method: 'POST', headers }),
  ])
  expect(answers.map(({ status }) => status)).toEqual([200, 403])
})

test.each(['/projects/1/jobs?per_page=2', '/projects/1/jobs?pagination=keyset', '/projects/1/jobs/42/artifacts/tree?recursive=true'])(
  'whoever follows the links of a list comes to its end: %s',
  async (path) => {
    let next: string | undefined = mock.url + path
    let pages = 0
    while (next !== undefined && pages < 5) {
      const response: Response = await fetch(next, { headers: token })
      expect([response.status, new URL(next).origin]).toEqual([200, new URL(mock.url).origin])
      next = /<([^>]+)>; rel="next"/.exec(response.headers.get('Link') ?? '')?.[1]
      pages++
    }
    expect(pages).toBe(2)
  },
)

test('HEAD has the headers of GET and no body', async () => {
  const [head, get] = await Promise.all([ask('/projects/1/jobs', { method: 'HEAD' }), ask('/projects/1/jobs')])
  expect(await head.text()).toBe('')
  for (const name of ['content-type', 'content-length']) expect(head.headers.get(name)).toBe(get.headers.get(name))
})

test('a port that is taken is said to be', async () => {
  const port = Number(new URL(mock.url).port)
  await expect(startMock({ port, host: '127.0.0.1', edition: 'current' })).rejects.toThrow(`port ${port} of 127.0.0.1 is taken`)
})

test('an older edition answers what it knew', async () => {
  const old = await startMock({ port: 0, host: '127.0.0.1', edition: '10.7' })
  const answers = await Promise.all(
    ['/projects/1/jobs', '/projects/1/pipelines/6/bridges'].map((path) => fetch(old.url + path, { headers: token })),
  )
  await old.stop()
  expect(answers.map(({ status }) => status)).toEqual([200, 404])
})
