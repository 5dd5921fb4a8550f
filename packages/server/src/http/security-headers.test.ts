import { expect, test } from 'vitest'
import { demoWorld } from '../demo-world.suite.ts'

const { ask, closeStores, accidents } = demoWorld()

const always = { 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer', 'cross-origin-resource-policy': 'same-origin' }
const harmless = { ...always, 'x-frame-options': 'SAMEORIGIN', 'content-security-policy': "sandbox; default-src 'none'" }

test.each([
  ['JSON', 'GET /projects/1/jobs', 200],
  ['a log', 'GET /projects/1/jobs/8/trace', 200],
  ['an archive', 'GET /projects/1/jobs/8/artifacts', 200],
  ['a page in an archive', 'GET /projects/1/jobs/8/artifacts/coverage/index.html', 200],
  ['a page in the archive of a ref', 'GET /projects/1/jobs/artifacts/master/raw/coverage/index.html?job=test', 200],
  ['a refusal', 'GET /projects/1/jobs/999', 404],
  ['no such address', 'GET /api/v4/nothing', 404],
  ['an action', 'PUT /projects/1/jobs/8/retry', 405],
])('%s is nothing that a browser would run', async (_, line, status) => {
  const answer = await ask(line)
  expect(answer.status).toBe(status)
  expect(answer.headers).toMatchObject(harmless)
})

test('a page in an archive is a download of bytes', async () => {
  const { headers } = await ask('GET /projects/1/jobs/8/artifacts/coverage/index.html', { headers: { Accept: 'text/html' } })
  expect(headers).toMatchObject({
    'content-type': 'application/octet-stream',
    'content-disposition': `attachment; filename="index.html"; filename*=UTF-8''index.html`,
  })
})

test('neither is an accident', async () => {
  closeStores()
  expect((await ask('GET /projects/1/jobs')).headers).toMatchObject(harmless)
  accidents.length = 0
})

test('the reference page may run what it brings along, and fetch nothing', async () => {
  const { status, headers } = await ask('GET /docs', { as: null })
  expect(headers).toMatchObject(always)
  if (status === 200) expect(headers['content-security-policy']).toMatch(/^default-src 'none'; script-src 'unsafe-inline';/)
})
