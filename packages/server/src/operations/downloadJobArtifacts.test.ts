import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { demoWorld } from '../demo-world.suite.ts'

const { ask, clock } = demoWorld()

const archive = (id: number, as: string | null = 'dana') => ask(`GET /projects/1/jobs/${id}/artifacts`, { as })

test('the archive comes whole, named, and tagged with its digest', async () => {
  const { status, headers, bytes } = await archive(8)
  expect(status).toBe(200)
  expect(headers).toMatchObject({
    'content-disposition': `attachment; filename="artifacts.zip"; filename*=UTF-8''artifacts.zip`,
    'content-transfer-encoding': 'binary',
    'accept-ranges': 'bytes',
    'content-length': String(bytes.length),
    etag: `"${createHash('sha256').update(bytes).digest('hex')}"`,
  })
  expect(bytes.subarray(0, 4).toString()).toBe('PK\u0003\u0004')
})

test('one that has expired comes as long as it is there', async () => {
  expect((await archive(33)).status).toBe(200)
  clock.now += 365 * 86_400_000
  expect((await archive(8)).status).toBe(200)
})

test.each([
  [37, 'that left nothing'],
  [38, 'that left a log'],
  [31, 'that was erased'],
  [14, 'that runs'],
])('a job %i %s has none', async (id) => {
  expect((await archive(id)).refusal).toEqual([404, { message: '404 Not Found' }])
})

test.each([999, 12, 51])('a job that is not found, %i, is spelt otherwise', async (id) => {
  expect((await archive(id)).refusal).toEqual([404, { message: '404 Not found' }])
})

test.each([
  ['gus', 8, 200],
  ['sam', 8, 404],
  ['dana', 35, 403],
  ['mia', 35, 200],
  ['olga', 36, 403],
  ['webshop-job', 8, 200],
  ['console-job', 8, 200],
  ['vault-job', 8, 403],
  ['webshop-job', 35, 403],
  [null, 8, 404],
])('%s, job %i: %i', async (as, id, status) => {
  expect((await archive(id, as)).status).toBe(status)
})

test.each([
  ['/projects/2/jobs/61/artifacts', null, 200],
  ['/projects/2/jobs/61/artifacts', 'vault-job', 200],
  ['/projects/6/jobs/91/artifacts', null, 403],
  ['/projects/6/jobs/91/artifacts', 'rita', 200],
  ['/projects/3/jobs/51/artifacts', 'gus', 403],
])('%s as %s: %i', async (target, as, status) => {
  expect((await ask(`GET ${target}`, { as })).status).toBe(status)
})

test('the right to read jobs is asked for before the job, the right to read its archive before the archive', async () => {
  expect((await ask('GET /projects/3/jobs/999/artifacts', { as: 'gus' })).status).toBe(403)
  expect((await archive(999, 'olga')).status).toBe(404)
})
