import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { createJobsClient } from '@jobs-api/client'
import { afterAll, expect, test } from 'vitest'
import { examined } from '../../conformance/examined.ts'
import { demoSettings } from '../../conformance/reference.ts'
import { listening, spawnServer } from '../server-process.ts'
import { startLine } from './line.ts'
import { startObjectStore } from './object-store.ts'

// Whole archives come from the object store itself, by a signed address; with `--proxy-download`, through the server.

const objects = await startObjectStore()
Object.assign(process.env, objects.credentials)
const line = await startLine(objects.endpoint)
const folder = await mkdtemp(join(tmpdir(), 'jobs-api-redirects-'))
const bucket = new URL(await objects.create('archives'))
bucket.searchParams.set('public', line.url)
const first = await listening(spawnServer(join(folder, 'data'), '--objects', bucket.href))
const proxying = await listening(spawnServer(join(folder, 'data'), '--objects', bucket.href, '--proxy-download'))
afterAll(async () => {
  await Promise.all([first.kill(), proxying.kill(), line.stop(), objects.stop()])
  await rm(folder, { recursive: true, force: true })
})

const token = 'demo-dana-personal'
const paths = ['/api/v4/projects/1/jobs/8/artifacts', '/api/v4/projects/1/jobs/artifacts/master/download?job=test']
const ask = (url: string, path: string, init: RequestInit = {}) =>
  fetch(url + path, { redirect: 'manual', ...init, headers: { 'PRIVATE-TOKEN': token, ...init.headers } })

async function addressOf(path: string, method = 'GET'): Promise<string> {
  const answer = await ask(first.url, path, { method })
  expect([answer.status, answer.headers.get('content-type')]).toEqual([302, 'text/plain'])
  return answer.headers.get('location') ?? ''
}

test.each(paths)('%s leads to the same bytes, under the same name', async (path) => {
  const proxied = await ask(proxying.url, path)
  expect(proxied.status).toBe(200)
  const address = await addressOf(path)
  expect(address).not.toContain(token)
  const stored = await fetch(address)
  expect(stored.status).toBe(200)
  for (const name of ['content-type', 'content-disposition', 'content-length'])
    expect([name, stored.headers.get(name)]).toEqual([name, proxied.headers.get(name)])
  expect(Buffer.from(await stored.arrayBuffer()).equals(Buffer.from(await proxied.arrayBuffer()))).toBe(true)
})

test('the address is good for one method and one object, and understands parts', async () => {
  const [get, head] = [await addressOf(paths[0] ?? ''), await addressOf(paths[0] ?? '', 'HEAD')]
  expect((await fetch(head, { method: 'HEAD' })).headers.get('content-length')).toBe('468')
  const part = await fetch(get, { headers: { Range: 'bytes=0-3' } })
  expect([part.status, await part.text()]).toEqual([206, 'PK\u0003\u0004'])
  expect((await fetch(get, { method: 'DELETE' })).status).toBe(403)
  expect((await fetch(get.replace('/8/', '/11/'))).status).toBe(403)
  expect((await fetch(get.split('?')[0] ?? '')).status).toBe(403)
})

test('whoever may not have the archive gets no address, and single files come from the server', async () => {
  expect((await ask(first.url, '/api/v4/projects/1/jobs/36/artifacts')).status).toBe(403)
  expect((await ask(first.url, '/api/v4/projects/1/jobs/37/artifacts')).status).toBe(404)
  const file = await ask(first.url, '/api/v4/projects/1/jobs/8/artifacts/report.txt')
  expect([file.status, await file.text()]).toEqual([200, '2 tests, 0 failures\n'])
})

test('the client follows, and keeps its token to itself', async () => {
  const client = createJobsClient({ baseUrl: `${first.url}/api/v4`, token })
  const stream = await client.downloadJobArtifacts(1, 8)
  expect((await buffer(stream)).subarray(0, 2).toString()).toBe('PK')
  expect(line.sent()).toContain('X-Amz-Signature=')
  expect(line.sent()).not.toContain(token)
})

test('the conformance kit blames neither of the two ways', { timeout: 60_000 }, async () => {
  const outcomes = async (url: string) => {
    const settings = { ...demoSettings, baseUrl: `${url}/api/v4`, allowWrites: false }
    const findings = await examined(settings, ({ id }) => id.startsWith('download'))
    return findings.map(({ check, outcome, reason }) => `${check.id} ${outcome} ${outcome === 'fail' ? reason : ''}`)
  }
  const [redirected, proxied] = [await outcomes(first.url), await outcomes(proxying.url)]
  expect(redirected.filter((line) => line.includes(' pass ')).length).toBeGreaterThan(30)
  expect(redirected).toEqual(proxied)
  expect(redirected.filter((line) => line.includes(' fail'))).toEqual([])
})
