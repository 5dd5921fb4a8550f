import { expect, test } from 'vitest'
import { readable } from './readable.suite.ts'
import { freshFolder, importOf, proxyTo, runImport, serving, withAll } from './servers.suite.ts'

const olga = 'demo-olga-personal'
const post = (url: string, path: string, method = 'POST') =>
  fetch(`${url}/api/v4/projects/1/${path}`, { method, headers: { 'PRIVATE-TOKEN': olga } })

test('a repeated import asks only for what is new, and picks up what has changed', { timeout: 120_000 }, async () => {
  const source = await serving(freshFolder())
  const proxy = await proxyTo(source.url)
  const data = freshFolder()
  const again = () => runImport([...importOf(proxy.url, 'harbor/webshop', data), ...withAll])
  const { token } = await again()

  proxy.requests.length = 0
  const unchanged = await again()
  expect(unchanged.token).toBe('')
  const asked = proxy.requests.map((request) => request.replace(/\?.*/, '').replace(/^.*projects\/(1\/)?/, '')).sort()
  // Pipeline 20 is under way, and so are three of its jobs; the archive of 36 is refused each time, so pipeline 6 counts as incomplete.
  const ofPipelines = ['pipelines/20/bridges', 'pipelines/20/jobs', 'pipelines/6/bridges', 'pipelines/6/jobs']
  const ofJobs = ['jobs/14/trace', 'jobs/28/trace', 'jobs/30/trace', 'jobs/36/artifacts']
  expect(asked).toEqual(['GET /api/v4/user', 'harbor%2Fwebshop', 'jobs', 'pipelines', ...ofPipelines, ...ofJobs].sort())

  const changes = [
    ['jobs/11/retry'],
    ['jobs/8/erase'],
    ['jobs/26/play'],
    ['jobs/42/artifacts', 'DELETE'],
    ['jobs/5/artifacts/keep'],
    ['jobs/14/cancel'],
    ['jobs/18/retry'],
  ] as const
  for (const [path, method] of changes) expect((await post(source.url, path, method)).ok, path).toBe(true)
  await again()
  const copy = await serving(data, '--world=none')
  expect(await readable(copy.url, token, 1)).toEqual(await readable(source.url, olga, 1))
})
