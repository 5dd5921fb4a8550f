import { expect, test } from 'vitest'
import { readable } from './readable.suite.ts'
import { freshFolder, importOf, proxyTo, runImport, serving, withAll } from './servers.suite.ts'

const projects = ['harbor/webshop', 'harbor/console', 'harbor/ledger', 'harbor/vault', 'harbor/attic', 'harbor/handbook']

test('a copy shows every field and every byte that the source shows, and the source is only read', { timeout: 120_000 }, async () => {
  const source = await serving(freshFolder())
  const proxy = await proxyTo(source.url)
  const data = freshFolder()
  let token = ''
  for (const project of projects) {
    const ran = await runImport([...importOf(proxy.url, project, data), ...withAll])
    token ||= ran.token
    const lines = ran.said.split('\n')
    expect(lines.filter((line) => line.startsWith('Shown there'))).toEqual([])
    // Job 36 keeps its archive from everybody.
    expect(ran.code).toBe(project === 'harbor/webshop' ? 3 : 0)
  }
  const copy = await serving(data, '--world=none')
  let compared = 0
  for (const project of projects) {
    const there = await readable(source.url, 'demo-olga-personal', project)
    expect(await readable(copy.url, token, project)).toEqual(there)
    compared += there.size
  }
  expect(compared).toBeGreaterThan(250)
  expect(new Set(proxy.requests.map((request) => request.split(' ')[0]))).toEqual(new Set(['GET']))
})
