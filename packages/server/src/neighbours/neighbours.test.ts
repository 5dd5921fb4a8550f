import { readFile } from 'node:fs/promises'
import { neighbours } from '@jobs-api/contract'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { demoWorld } from '../demo-world.suite.ts'
import { neighbourHandlers } from './index.ts'

const { ask } = demoWorld()
const user = (as: string | null, method = 'GET') => ask(`${method} /api/v4/user`, { as })
const project = (id: string | number, as: string | null = 'dana', method = 'GET') => ask(`${method} /projects/${id}`, { as })

test('what is described is served, and what is served is described', async () => {
  const { paths } = parse(await readFile(new URL('../../../../openapi/neighbours.yaml', import.meta.url), 'utf8'))
  const described = Object.entries<Record<string, { operationId: string }>>(paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, { operationId }]) => [operationId, method, path]),
  )
  expect(Object.entries(neighbours).map(([id, { method, path }]) => [id, method, path])).toEqual(described)
  expect(Object.keys(neighbourHandlers)).toEqual(described.map(([id]) => id))
})

test.each([
  ['olga', 1],
  ['dana', 2],
  ['dana-oauth', 2],
  ['dana-read-only', 2],
])('%s is user %i', async (as, id) => {
  expect((await user(as)).json).toMatchObject({ id, state: 'active' })
})

test.each([[null], ['webshop-job'], ['dana-expired'], ['dana-revoked'], ['wrong']])('%s is nobody', async (as) => {
  expect((await user(as)).status).toBe(401)
})

test.each([
  [1, 'dana', 200],
  ['harbor%2Fwebshop', 'dana', 200],
  ['HARBOR%2fwebshop', 'gus', 200],
  [1, 'sam', 404],
  [1, null, 404],
  [1, 'webshop-job', 404],
  [2, null, 200],
  [2, 'webshop-job', 200],
  [2, 'finished-job', 401],
  [2, 'wrong', 401],
  [999, 'dana', 404],
  ['webshop', 'dana', 404],
  ['harbor%2Fshop', 'dana', 301],
  ['harbor%2Fshop', 'sam', 404],
  ['%', 'dana', 400],
])('project %s for %s: %i', async (id, as, status) => {
  expect((await project(id, as)).status).toBe(status)
})

test('only whoever is signed in learns about its jobs', async () => {
  expect((await project(6, 'dana')).json).toMatchObject({ visibility: 'public', jobs_enabled: true, public_jobs: false })
  expect((await project(6, null)).json).not.toHaveProperty('public_jobs')
})

test('HEAD, and what the client holds already', async () => {
  const whole = await project(1)
  const head = await project(1, 'dana', 'HEAD')
  expect([head.status, head.text, head.headers.etag]).toEqual([200, '', whole.headers.etag])
  const again = await ask('GET /projects/1', { headers: { 'If-None-Match': String(whole.headers.etag) } })
  expect([again.status, again.text]).toEqual([304, ''])
  expect((await user('dana', 'HEAD')).status).toBe(200)
})

test('there is nothing to change', async () => {
  for (const answer of [await project(1, 'dana', 'DELETE'), await user('dana', 'POST')])
    expect([...answer.refusal, answer.headers.allow]).toEqual([405, { error: '405 Not Allowed' }, 'GET, HEAD'])
})
