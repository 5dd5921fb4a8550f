import { readdir } from 'node:fs/promises'
import type { SandboxComponents } from '@jobs-api/contract'
import { describe, expect, test } from 'vitest'
import { catalogue } from './catalogue.ts'
import { openSandbox } from './sandbox.suite.ts'

// Real shells run the printed lines in scripts/ci; here they are read.

const { sandbox } = await openSandbox({ maxUniverses: 30 })
const worlds = (await (await sandbox.fetch('/sandbox/worlds')).json()) as SandboxComponents['schemas']['World'][]

const taken = (line: string, flag: string) =>
  [...line.matchAll(new RegExp(`--${flag} (?:'([^']*)'|(\\S+))`, 'g'))].map(([, one, other]) => one ?? other ?? '')

/** Does what curl would do. */
async function run(line: string): Promise<Response> {
  const [url = ''] = /'http[^']*'$/.exec(line) ?? []
  const json = taken(line, 'json')
  const [range] = taken(line, 'range')
  const headers = taken(line, 'header').map((header): [string, string] => [header.replace(/:.*/, ''), header.replace(/.*?: /, '')])
  return sandbox.fetch(url.slice(1, -1), {
    method: taken(line, 'request')[0] ?? 'GET',
    headers: [
      ...headers,
      ...(range === undefined ? [] : [['Range', `bytes=${range}`] as [string, string]]),
      ...json.map((): [string, string] => ['Content-Type', 'application/json']),
    ],
    ...(json[0] === undefined ? {} : { body: json[0] }),
  })
}

test('there are at least a dozen, each with something to try, and no file that is in none', async () => {
  expect(worlds.length).toBeGreaterThanOrEqual(12)
  expect(worlds.filter(({ trials }) => trials.length === 0)).toEqual([])
  const files = await readdir(new URL('../../worlds/sandbox/', import.meta.url))
  const known = catalogue.flatMap(({ from }) => (typeof from === 'string' ? [from.replace('sandbox/', '')] : []))
  expect(files.filter((file) => !known.includes(file))).toEqual([])
})

// In the slow world, two requests take as long as those in all the others together.
describe.each(worlds.filter(({ name }) => name !== 'slow'))('$name', ({ trials }) => {
  test.each(trials)('$description $curl', async ({ curl, statuses }) => {
    const answer = await run(curl)
    expect(statuses).toContain(answer.status)
    await answer.arrayBuffer().catch(() => undefined)
  })
})

const shown = async (world: string, path: string) =>
  (
    await sandbox.fetch(`/api/v4${path}`, { headers: { 'PRIVATE-TOKEN': 'demo-dana-personal', 'X-Jobs-Universe': `check.${world}` } })
  ).json()

test('each world is what its name says', async () => {
  expect(await shown('retried-twin', '/projects/1/jobs')).toMatchObject([
    { name: 'publish' },
    { name: 'lint' },
    { name: 'unit' },
    { name: 'unit' },
    {},
  ])
  expect(await shown('erased', '/projects/1/jobs/1')).toMatchObject({ erased_at: '2026-11-20T09:00:00.000Z', artifacts: [] })
  expect(await shown('parent-and-child', '/projects/1/pipelines/10/bridges')).toMatchObject([
    { status: 'pending' },
    { downstream_pipeline: { id: 11 } },
  ])
  expect(await shown('ten-thousand-jobs', '/projects/1/jobs?per_page=1')).toMatchObject([
    { id: expect.toSatisfy((id: number) => id > 9900) },
  ])
  expect(await shown('large-log', '/projects/1/jobs/1')).toMatchObject({ artifacts: [{ size: 50_000_000 }] })
  expect(await shown('failure-reasons', '/projects/1/jobs?scope=failed')).toHaveLength(7)
})

test('limits, faults and slowness come with their worlds, and with a reset', async () => {
  const ask = (world: string) =>
    sandbox.fetch('/api/v4/projects/1/jobs/8', { headers: { 'PRIVATE-TOKEN': 'demo-dana-personal', 'X-Jobs-Universe': `faulty.${world}` } })
  const statuses = []
  for (let request = 0; request < 6; request++) statuses.push((await ask('rate-limited')).status)
  expect(statuses).toEqual([200, 200, 200, 200, 200, 429])
  const universe = await sandbox.universe('faulty.rate-limited')
  await universe.reset()
  expect((await ask('rate-limited')).status).toBe(200)
})
