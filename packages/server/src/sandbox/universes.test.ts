import { expect, test } from 'vitest'
import { opened, openSandbox } from './sandbox.suite.ts'

const { sandbox, universe } = await openSandbox({ maxUniverses: 30 })

test('what is done in one universe is not seen in another, and a reset undoes it', async () => {
  const [one, other] = [await universe(), await universe()]
  await one.ask('POST /projects/1/jobs/30/cancel')
  await one.ask('POST /projects/1/jobs/8/erase', { as: 'mia' })
  expect([await one.status(30), await other.status(30)]).toEqual(['canceled', 'running'])
  expect([await one.log(8), await other.log(8)]).toEqual(['', expect.stringContaining('npm test')])
  await one.ask('POST /sandbox/reset')
  expect([await one.status(30), await one.log(8)]).toEqual(['running', await other.log(8)])
})

const job = '/api/v4/projects/1/jobs/30'

test.each<[string, string, Record<string, string>]>([
  ['a header', job, { 'X-Jobs-Universe': 'by-name' }],
  ['a query', `${job}?jobs_universe=by-name`, {}],
  ['a host', `http://by-name.localhost:4001${job}`, {}],
  ['a header before a query, in any case,', `${job}?jobs_universe=another`, { 'X-Jobs-Universe': 'By-Name' }],
])('%s names a universe', async (_, address, headers) => {
  await (await universe('by-name')).ask('POST /projects/1/jobs/30/cancel')
  const answer = await sandbox.fetch(address, { headers: { ...headers, 'PRIVATE-TOKEN': 'demo-dana-personal' } })
  expect(Object(await answer.json()).status).toBe('canceled')
})

test.each(['a b', '', '.', 'a..b', 'a/b', 'x'.repeat(65)])('%j is no name', async (name) => {
  const answer = await sandbox.fetch(`/sandbox?jobs_universe=${encodeURIComponent(name)}`)
  expect(answer.status).toBe(name === '' ? 200 : 400)
})

test('a universe begins with the world that it is named after', async () => {
  for (const name of ['company', 'worker-3.company']) {
    const { ask } = await universe(name)
    expect((await ask('GET /sandbox')).body).toMatchObject({ name, world: 'company', began_at: new Date(opened).toISOString() })
  }
})

test('pages of every origin may ask, and name a universe', async () => {
  const asked = { 'Access-Control-Request-Method': 'PUT', 'Access-Control-Request-Headers': 'private-token,x-jobs-universe' }
  const { status, headers } = await sandbox.fetch('/sandbox/pace', {
    method: 'OPTIONS',
    headers: { ...asked, Origin: 'http://localhost:5173' },
  })
  expect([status, headers.get('access-control-allow-origin')]).toEqual([204, '*'])
  expect(headers.get('access-control-allow-methods')).toContain('PUT')
  expect(headers.get('access-control-allow-headers')).toMatch(/PRIVATE-TOKEN.*X-Jobs-Universe/)
})

test('what is under way when a universe is reset comes to its end', async () => {
  const { send, universe: own } = await universe()
  const answer = await send('GET', '/api/v4/projects/1/jobs/8/artifacts')
  await own.reset()
  expect((await answer.arrayBuffer()).byteLength).toBe(Number(answer.headers.get('content-length')))
})

test('there are no more universes than there may be', async () => {
  const answers = await Promise.all(Array.from({ length: 31 }, (_, index) => sandbox.fetch(`/sandbox?jobs_universe=crowd-${index}`)))
  const refused = answers.filter(({ status }) => status === 503)
  expect(refused.length).toBeGreaterThan(0)
  expect(await refused[0]?.json()).toEqual({ error: 'there are 30 universes in use already' })
})
