import { gunzipSync } from 'node:zlib'
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

const asked = (accepted: string, headers = {}, method = 'GET') =>
  ask(`${method} /projects/1/jobs/42/artifacts/dist/webshop.js`, { headers: { 'accept-encoding': accepted, ...headers } })

test.each(['gzip', 'gzip, deflate, br', 'br;q=1, gzip;q=0.5', '*'])('whoever takes "%s" gets it packed', async (accepted) => {
  const [plain, packed] = [await file(42, 'dist/webshop.js'), await asked(accepted)]
  expect(packed.bytes.length).toBeLessThan(1000)
  expect(gunzipSync(packed.bytes).equals(plain.bytes)).toBe(true)
  expect(packed.headers).toMatchObject({
    'content-encoding': 'gzip',
    'content-length': String(packed.bytes.length),
    'content-type': 'application/octet-stream',
    etag: plain.headers.etag?.replace(/"$/, '-gzip"'),
    vary: 'Accept-Encoding',
  })
  expect(plain.headers).toMatchObject({ vary: 'Accept-Encoding' })
  expect(plain.headers['content-encoding']).toBeUndefined()
})

test.each(['identity', 'br', 'gzip;q=0', 'gzip;q=0.5, identity', ''])('whoever takes "%s" gets it unpacked', async (accepted) => {
  const { bytes, headers } = await asked(accepted)
  expect([bytes.length, headers['content-encoding']]).toEqual([4096, undefined])
})

test('each form has a tag of its own, and HEAD the length of the form that would come', async () => {
  const packed = await asked('gzip')
  const held = { 'if-none-match': packed.headers.etag ?? '' }
  const same = await asked('gzip', held)
  expect([same.status, same.headers['content-encoding'], same.headers.vary]).toEqual([304, undefined, 'Accept-Encoding'])
  expect((await asked('identity', held)).status).toBe(200)
  expect((await asked('gzip', {}, 'HEAD')).headers['content-length']).toBe(packed.headers['content-length'])
  expect((await asked('gzip', { range: 'bytes=0-9' })).status).toBe(200)
})

test('what lies in the archive unpacked goes out unpacked', async () => {
  const { text, headers } = await ask('GET /projects/1/jobs/8/artifacts/report.txt', { headers: { 'accept-encoding': 'gzip' } })
  expect([text, headers['content-encoding'], headers.vary]).toEqual(['2 tests, 0 failures\n', undefined, undefined])
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
