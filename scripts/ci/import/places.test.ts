import { expect, test, vi } from 'vitest'
import { readable } from '../../../packages/server/src/world/import/readable.suite.ts'
import {
  freshFolder,
  importOf,
  proxyTo,
  runImport,
  serving,
  sourceOfFile,
  withAll,
} from '../../../packages/server/src/world/import/servers.suite.ts'

vi.setConfig({ testTimeout: 120_000 })

const source = await sourceOfFile()
const olga = 'demo-olga-personal'
interface Shown {
  readonly id: number
  readonly user: { readonly id: number }
  readonly pipeline: { readonly id: number; readonly project_id: number }
}

async function ask<Answer>(url: string, path: string, token: string, method = 'GET'): Promise<Answer> {
  const answer = await fetch(`${url}/api/v4/projects/${path}`, { method, headers: { 'PRIVATE-TOKEN': token } })
  return JSON.parse(await answer.text())
}

test('into a folder with something else in it, the same amount is added to all numbers', async () => {
  const copy = await serving(freshFolder())
  const ran = await runImport([...importOf(source.url, 'harbor/webshop', copy.data), ...withAll])
  expect([ran.code, ran.complained]).toEqual([1, expect.stringContaining('There is a project harbor/webshop here already')])
  await copy.stop()

  // Two servers whose projects have different paths, and the same numbers.
  const data = freshFolder()
  const proxy = await proxyTo(source.url)
  await runImport([...importOf(source.url, 'harbor/console', data), ...withAll])
  const second = await runImport([...importOf(proxy.url, 'harbor/webshop', data), ...withAll])
  expect(second.complained).toContain('job 7 there is 1000000000007 here')
  const both = await serving(data, '--world=none')
  const there = await ask<Shown[]>(source.url, '1/jobs?per_page=100', olga)
  const here = await ask<Shown[]>(both.url, '1000000000001/jobs?per_page=100', second.token)
  const numbers = (jobs: Shown[], less: number) =>
    jobs.map(({ id, user, pipeline }) => [id, user.id, pipeline.id, pipeline.project_id].map((number) => number - less))
  expect(numbers(here, 1_000_000_000_000)).toEqual(numbers(there, 0))
  expect(await ask(both.url, 'harbor%2Fwebshop/jobs/1000000000008/artifacts/tree', second.token)).toHaveLength(2)
})

test('projects of one server keep their numbers in one folder, whichever comes first', async () => {
  const data = freshFolder()
  for (const project of ['harbor/webshop', 'harbor/console']) await runImport([...importOf(source.url, project, data), ...withAll])
  const copy = await serving(data, '--world=none')
  const { token } = await runImport([...importOf(source.url, 'harbor/console', data), '--new-token'])
  expect(await readable(copy.url, token, 2)).toEqual(await readable(source.url, olga, 2))
})

test('a number that was given out here meanwhile is not given to another job', async () => {
  const own = await serving(freshFolder())
  const data = freshFolder()
  const run = () => runImport([...importOf(own.url, 'harbor/webshop', data), ...withAll])
  const { token } = await run()
  const copy = await serving(data, '--world=none')
  const retry = async (url: string, job: number, as: string) => (await ask<Shown>(url, `1/jobs/${job}/retry`, as, 'POST')).id
  const here = await retry(copy.url, 11, token)
  const there: number[] = []
  for (const job of [11, 13, 8]) there.push(await retry(own.url, job, olga))
  await run()
  await run()
  const jobs = await ask<(Shown & { name: string })[]>(copy.url, '1/jobs?per_page=100', token)
  expect(new Set(jobs.map(({ id }) => id)).size).toBe(32 - 3 + 4)
  expect(jobs.find(({ id }) => id === here)).toMatchObject({ name: 'lint' })
  expect(there.every((id) => id === here || jobs.some((job) => job.id === id))).toBe(true)
})
