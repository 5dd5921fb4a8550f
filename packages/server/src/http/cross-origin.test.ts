import { describe, expect, test } from 'vitest'
import { type Answer, demoWorld } from '../demo-world.suite.ts'

const page = 'https://app.example.com'
const preflight = {
  Origin: page,
  'Access-Control-Request-Method': 'POST',
  'Access-Control-Request-Headers': 'private-token,content-type',
}
const list = (answer: Answer, name: string) => String(answer.headers[name] ?? '').toLowerCase()
const allowing = (answer: Answer) => Object.keys(answer.headers).filter((name) => name.startsWith('access-control-'))

describe('without the setting', () => {
  const { ask } = demoWorld()

  test('no page may ask', async () => {
    expect(allowing(await ask('GET /projects/1/jobs', { headers: { Origin: page } }))).toEqual([])
    const answer = await ask('OPTIONS /projects/1/jobs', { as: null, headers: preflight })
    expect([answer.status, allowing(answer)]).toEqual([405, []])
  })
})

describe('for one page and another', () => {
  const { ask } = demoWorld({ corsOrigins: ['http://localhost:5173', page] })

  test('the page is told that it may ask, without a token and before anything else', async () => {
    const answer = await ask('OPTIONS /projects/1/jobs/11/retry', { as: null, headers: preflight })
    expect([answer.status, answer.text]).toEqual([204, ''])
    expect(answer.headers).toMatchObject({ 'access-control-allow-origin': page, 'access-control-allow-methods': 'GET,HEAD,POST,DELETE' })
    for (const name of ['private-token', 'job-token', 'authorization', 'content-type', 'if-none-match', 'if-range', 'range'])
      expect(list(answer, 'access-control-allow-headers')).toContain(name)
  })

  test.each([
    ['an answer', 'GET /projects/1/jobs', 'dana', 200],
    ['a refusal', 'GET /projects/1/jobs', null, 401],
    ['no such address', 'GET /api/v4/nothing', 'dana', 404],
    ['a health check', 'GET /health', null, 200],
  ])('%s may be read, with its headers', async (_, line, as, status) => {
    const answer = await ask(line, { as, headers: { Origin: page } })
    expect([answer.status, answer.headers['access-control-allow-origin']]).toEqual([status, page])
    for (const name of ['link', 'x-next-page', 'etag', 'retry-after', 'content-range', 'content-encoding', 'x-request-id'])
      expect(list(answer, 'access-control-expose-headers')).toContain(name)
  })

  test('another page may not, and no cache mixes them up', async () => {
    const answer = await ask('GET /projects/1/jobs', { headers: { Origin: 'https://evil.example.com' } })
    expect([answer.status, answer.headers['access-control-allow-origin'], answer.headers.vary]).toEqual([200, undefined, 'Origin'])
    const asked = await ask('OPTIONS /projects/1/jobs', { as: null, headers: { ...preflight, Origin: 'null' } })
    expect(asked.headers['access-control-allow-origin']).toBeUndefined()
  })
})

describe('for every page', () => {
  const { ask } = demoWorld({ corsOrigins: ['*'] })

  test('anybody may ask, but nobody with cookies', async () => {
    const answer = await ask('GET /projects/1/jobs', { headers: { Origin: page } })
    expect(answer.headers).toMatchObject({ 'access-control-allow-origin': '*', vary: 'Origin' })
    expect(answer.headers).not.toHaveProperty('access-control-allow-credentials')
  })
})
