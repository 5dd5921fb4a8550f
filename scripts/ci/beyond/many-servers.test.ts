import type { components } from '@jobs-api/contract'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { everything } from '../../../packages/server/src/backup/everything.suite.ts'
import { type Cluster, startCluster } from './cluster.ts'

type Job = components['schemas']['Job']

const headers = { 'PRIVATE-TOKEN': 'demo-mia-personal' }

describe.each([2, 4])('%i servers on one database and one object store', (servers) => {
  let cluster: Cluster
  beforeAll(async () => {
    cluster = await startCluster({ servers })
  }, 60_000)
  afterAll(() => cluster.stop())

  const ask = async <Shown = Job>(url: string, method: string, path: string): Promise<Shown> => {
    const answer = await fetch(`${url}/api/v4/projects/1/${path}`, { method, headers })
    expect(answer.ok, `${method} ${path}: ${answer.status}`).toBe(true)
    return answer.json() as Promise<Shown>
  }
  const askAll = <Shown = Job>(path: string) => Promise.all(cluster.urls.map((url) => ask<Shown>(url, 'GET', path)))
  const serverOf = (round: number) => cluster.urls[round % servers] ?? ''

  test('have loaded the world once, and answer alike', { timeout: 120_000 }, async () => {
    const [first, ...others] = await Promise.all(cluster.urls.map(everything))
    expect(first?.size).toBeGreaterThan(100)
    for (const other of others) expect(other).toEqual(first)
  })

  test('whatever one has answered, the others know at once', { timeout: 120_000 }, async () => {
    let last = 11
    for (let round = 0; round < 60; round++) {
      const { id } = await ask(serverOf(round), 'POST', `jobs/${last}/retry`)
      expect((await askAll(`jobs/${id}`)).map(({ status }) => status)).toEqual(cluster.urls.map(() => 'pending'))
      expect((await askAll<Job[]>('jobs?per_page=1')).map(([newest]) => newest?.id)).toEqual(cluster.urls.map(() => id))
      await ask(serverOf(round + 1), 'POST', `jobs/${id}/cancel`)
      expect((await askAll(`jobs/${id}`)).map(({ status }) => status)).toEqual(cluster.urls.map(() => 'canceled'))
      last = id
    }
  })

  test('one address before them is as good as one server', async () => {
    const answers = await Promise.all(Array.from({ length: 40 }, () => ask(cluster.front.url, 'GET', 'jobs/8')))
    expect(new Set(answers.map((job) => JSON.stringify(job))).size).toBe(1)
  })
})
