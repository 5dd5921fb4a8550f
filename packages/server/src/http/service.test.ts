import { readFile } from 'node:fs/promises'
import { document } from '@jobs-api/contract'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { demoWorld } from '../demo-world.suite.ts'
import type { JobStore } from '../storage/job-store.ts'
import { service } from './service.ts'

// What openapi/service.yaml says is served, and what is served is said there.

interface Described {
  paths: Record<string, Record<string, { servers?: unknown; responses: Record<string, { content?: Record<string, unknown> }> }>>
}

const { ask, closeStores, fresh } = demoWorld()
const described: Described = parse(await readFile(new URL('../../../../openapi/service.yaml', import.meta.url), 'utf8'))
// What stands at another port is served by others.
const paths = Object.entries(described.paths).filter(([, { get }]) => get?.servers === undefined)
const typesOf = (path: string, status: number) => Object.keys(described.paths[path]?.['get']?.responses[status]?.content ?? {})

test.each(paths.map(([path]) => path))('%s answers without a token, as it is described', async (path) => {
  const { status, headers } = await ask(`GET ${path}`, { as: null })
  expect(path === '/docs' ? [200, 404] : [200]).toContain(status)
  expect(typesOf(path, status)).toContain(headers['content-type']?.replace(/;.*/, ''))
  const head = await ask(`HEAD ${path}`, { as: null })
  expect([head.status, head.headers['content-type'], head.text]).toEqual([status, headers['content-type'], ''])
  expect((await ask(`POST ${path}`, { as: null })).refusal).toEqual([404, { error: '404 Not Found' }])
})

test('nothing else is served', () => {
  const store: JobStore = { read: async () => Promise.reject(), write: async () => Promise.reject(), close: async () => undefined }
  const served = service(document, store, () => false).stack.flatMap(({ route }) => (route ? [route.path] : []))
  expect(served.sort()).toEqual(paths.map(([path]) => path).sort())
})

test('it is described with GET alone', () => {
  expect(new Set(paths.flatMap(([, item]) => Object.keys(item)))).toEqual(new Set(['get']))
})

test('a server whose store does not answer is alive, but not ready', async () => {
  closeStores()
  expect((await ask('GET /health', { as: null })).json).toEqual({ status: 'ok' })
  const answer = await ask('GET /ready', { as: null })
  expect(answer.refusal).toEqual([503, { status: 'unavailable' }])
  expect(typesOf('/ready', 503)).toContain(answer.headers['content-type'])
})

test('one that does not answer soon is as good as one that does not answer', async () => {
  const { store } = await fresh()
  const { promise, resolve } = Promise.withResolvers<void>()
  const read = store.read.bind(store)
  store.read = (question) => promise.then(() => read(question))
  expect((await ask('GET /ready', { as: null })).refusal).toEqual([503, { status: 'unavailable' }])
  resolve()
  expect((await ask('GET /ready', { as: null })).json).toEqual({ status: 'ready' })
})

test('the document that is served is the one that the server obeys', async () => {
  expect((await ask('GET /openapi.json', { as: null })).json).toEqual(document)
  expect(parse((await ask('GET /openapi.yaml', { as: null })).text)).toEqual(document)
})
