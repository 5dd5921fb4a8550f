import { expect, test, vi } from 'vitest'
import { freshFolder, importOf, runImport, serving, withAll } from '../../../packages/server/src/world/import/servers.suite.ts'

vi.setConfig({ testTimeout: 120_000 })

test.each([
  ['10.7', 29],
  ['12.8', 29],
  ['17.x', 32],
])('GitLab %s can be imported from: %i jobs', async (edition, jobs) => {
  const source = await serving(freshFolder(), `--edition=${edition}`)
  const data = freshFolder()
  const { said, token, code } = await runImport([...importOf(source.url, 'harbor/webshop', data), ...withAll])
  expect(code).toBe(3)
  expect(said).toContain(`3 pipelines, ${jobs} jobs`)
  expect(said.includes('all trigger jobs: this server does not list them')).toBe(jobs === 29)
  const copy = await serving(data, '--world=none', `--edition=${edition}`)
  const ask = async (url: string, path: string, as: string) => {
    const answer = await fetch(`${url}/api/v4/projects/1/${path}`, { headers: { 'PRIVATE-TOKEN': as } })
    return (await answer.text()).replaceAll(url, '')
  }
  for (const path of ['jobs/8', 'jobs/11', 'jobs/11/trace', 'jobs/8/artifacts', 'jobs/31'])
    expect(await ask(copy.url, path, token)).toBe(await ask(source.url, path, 'demo-olga-personal'))
})
