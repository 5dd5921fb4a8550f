import { expect, test } from 'vitest'
import { demoWorld } from '../demo-world.suite.ts'

const { ask, fresh, clock } = demoWorld()

const file = (id: number, path: string, as: string | null = 'dana') => ask(`GET /projects/1/jobs/${id}/artifacts/${path}`, { as })
const missing = [404, { message: '404 Not Found' }]

test.each([
  [8, 'report.txt', '2 tests, 0 failures\n'],
  [8, 'coverage/index.html', '<!doctype html><title>Coverage</title><h1>98.29 %</h1>\n'],
  [5, 'some/release/notes.txt', 'Freight costs are shown in the basket.\n'],
  [42, 'package.json', '{ "name": "webshop", "version": "2.14.0" }\n'],
])('job %i, %s', async (id, path, text) => {
  expect(await file(id, path)).toMatchObject({
    status: 200,
    text,
    headers: { 'content-length': String(text.length), 'content-type': 'application/octet-stream' },
  })
})

test('what was compressed is unpacked', async () => {
  const answer = await file(42, 'dist/webshop.js')
  expect([answer.bytes.length, answer.headers['content-length']]).toEqual([4096, '4096'])
  expect(answer.text.startsWith('The quick brown fox')).toBe(true)
})

test.each([
  'coverage',
  'coverage/',
  'nothing.txt',
  'report.txt/',
  'report',
  'REPORT.txt',
  'coverage/nothing',
  'artifacts.zip',
  'job.log',
  'junit.xml.gz',
  'report.json',
])('%s is not in the archive', async (path) => {
  expect((await file(8, path)).refusal).toEqual(missing)
})

test.each([
  '../report.txt',
  'coverage/../report.txt',
  './report.txt',
  '%2Fetc%2Fpasswd',
  'report.txt%00',
  '..%2F..%2Fjobs.sqlite',
  'coverage/%2e%2e/report.txt',
  '.',
])('%s is no path', async (path) => {
  expect((await file(8, path)).refusal).toEqual([400, { message: '400 Bad request' }])
})

test('a backslash is a character like another', async () => {
  expect((await file(8, 'coverage%5Cindex.html')).refusal).toEqual(missing)
})

test('it needs an archive that has not expired, unless that is kept for the latest pipeline', async () => {
  expect((await file(33, 'report.txt')).refusal).toEqual(missing)
  clock.now += 31 * 86_400_000
  expect((await file(8, 'report.txt')).refusal).toEqual(missing)
  const { store } = await fresh()
  await store.write(async (writer) =>
    writer.expireArtifacts(
      (await writer.artifacts(51)).map(({ id }) => id),
      clock.now - 1,
    ),
  )
  expect((await ask('GET /projects/3/jobs/51/artifacts/report.txt')).status).toBe(200)
})

test.each([37, 31])('a job %i without an archive has no files', async (id) => {
  expect((await file(id, 'report.txt')).refusal).toEqual(missing)
})

test('without a table of contents files can be fetched all the same', async () => {
  expect((await file(41, 'upload.txt')).text).toBe('bare\n')
})

test.each([
  ['gus', 8, 'report.txt', 200],
  ['sam', 8, 'report.txt', 404],
  ['dana', 35, 'audit.json', 403],
  ['mia', 35, 'audit.json', 200],
  ['olga', 36, 'seal.bin', 403],
  ['dana', 35, 'nothing', 403],
  ['webshop-job', 8, 'report.txt', 200],
  ['vault-job', 8, 'report.txt', 403],
  [null, 8, 'report.txt', 404],
])('%s, job %i, %s: %i', async (as, id, path, status) => {
  expect((await file(id, path, as)).status).toBe(status)
})

test('two files of one archive have tags of their own', async () => {
  const [one, other] = [await file(8, 'report.txt'), await file(8, 'coverage/index.html')]
  expect(one.headers.etag).not.toBe(other.headers.etag)
})
