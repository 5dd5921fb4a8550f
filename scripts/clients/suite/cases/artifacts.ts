import { assert } from 'chai'
import { bytesOf, type Cases, except, refused, rejection, textOf } from '../case.ts'
import { cutAfter } from '../cut-after.ts'
import { byteAt, left, script } from '../script.ts'

const odd = 'out put/raw/50% #1 – ü&?+;=.txt'
const byNumber = { project: 1, job: 1 }
const byRef = { project: 'harbor/yard', ref: 'feature/raw/a b', job: 'pack it' }

const scripted = (length: number) => Uint8Array.from({ length }, (_, at) => byteAt(at))

export const artifacts: Cases = {
  'an archive, by number and by ref, is the same': async ({ client, jobs }) => {
    const archive = await bytesOf(await client.downloadArtifacts(jobs, byNumber))
    assert.deepEqual([...archive.slice(0, 2)], [0x50, 0x4b])
    assert.deepEqual(await bytesOf(await client.downloadArtifacts(jobs, byRef)), archive)
    assert.deepEqual(await bytesOf(await jobs.downloadJobArtifacts(1, 1)), archive)
    assert.deepEqual(await bytesOf(await jobs.downloadRefArtifacts(1, byRef.ref, { job: byRef.job })), archive)
  },
  'a file with slashes, blanks, percent and number signs in its path, by number and by ref': async ({ client, jobs }) => {
    for (const where of [byNumber, byRef])
      assert.equal(await textOf(await client.downloadArtifacts(jobs, { ...where, path: odd })), 'odd\n')
    assert.equal(await textOf(await jobs.getJobArtifactFile(1, 1, odd)), 'odd\n')
    assert.equal(await textOf(await jobs.getRefArtifactFile(1, byRef.ref, odd, { job: byRef.job })), 'odd\n')
  },
  'an empty file': async ({ client, jobs }) => {
    assert.equal(await textOf(await client.downloadArtifacts(jobs, { ...byNumber, path: 'empty' })), '')
  },
  'what is not there is refused': async (context) => {
    const { client, jobs } = context
    const download = client.downloadArtifacts(jobs, { ...byNumber, path: 'nowhere' })
    await refused(context, download, { kind: 'not_found', operationId: 'getJobArtifactFile' })
  },
  'a download goes on where the line broke, and counts every byte once': async (context) => {
    const whole = await bytesOf(await context.jobs.getJobArtifactFile(1, 1, 'data.bin'))
    assert.lengthOf(whole, 300_000)
    const { jobs, ranges } = cutAfter(context, 1000, 70_000)
    const loaded: number[] = []
    const stream = await context.client.downloadArtifacts(
      jobs,
      { ...byNumber, path: 'data.bin' },
      { onProgress: (at) => loaded.push(at.loadedBytes) },
    )
    assert.deepEqual(await bytesOf(stream), whole)
    // Where exactly it goes on depends on how much of the last chunks the runtime hands out before it says that they broke.
    const [first, ...others] = ranges.map((range) => Number(/^bytes=(\d+)-$/.exec(range ?? 'bytes=0-')?.[1]))
    assert.equal(first, 0)
    assert.lengthOf(others, 2)
    assert.isTrue(others.every((from) => from <= 71_000))
    assert.equal(loaded.at(-1), 300_000)
  },
  'a download into a web stream': async ({ client, jobs }) => {
    const chunks: Uint8Array[] = []
    const to = new WritableStream<Uint8Array<ArrayBuffer>>({ write: (chunk) => void chunks.push(chunk) })
    const { bytes, name } = await client.downloadArtifacts(jobs, { ...byNumber, path: 'data.bin' }, { to })
    assert.deepEqual([bytes, name], [300_000, 'data.bin'])
    assert.equal(
      chunks.reduce((sum, { length }) => sum + length, 0),
      300_000,
    )
  },
  'a download into a file, which has its name only when it is complete': except(
    { browser: 'a page has no files', workerd: 'a worker has no files' },
    async (context) => {
      const { readdir, readFile } = await import('node:fs/promises')
      const to = `${context.folder}/data.bin`
      const { jobs } = cutAfter(context, 5000)
      await context.client.downloadArtifacts(jobs, { ...byNumber, path: 'data.bin' }, { to })
      assert.lengthOf(await readFile(to), 300_000)
      const fails = context.client.downloadArtifacts(jobs, { ...byNumber, path: 'nowhere' }, { to: `${context.folder}/nowhere` })
      await refused(context, fails, { kind: 'not_found' })
      assert.notInclude((await readdir(String(context.folder))).join(), 'nowhere')
    },
  ),
  'a server without ranges sends the whole again, and what is known is left out': async (context) => {
    const headers = { ETag: '"one"' }
    const { baseUrl } = await script(context, { bytes: { length: 4000 }, headers, cut: 'midway' }, { bytes: { length: 4000 }, headers })
    const jobs = context.client.createJobsClient({ baseUrl, token: 't' })
    assert.deepEqual(await bytesOf(await context.client.downloadArtifacts(jobs, byNumber)), scripted(4000))
  },
  'a file that changed while it was downloaded is an error, not a mixture': async (context) => {
    const { baseUrl } = await script(
      context,
      { bytes: { length: 4000 }, headers: { ETag: '"one"' }, cut: 'midway' },
      { bytes: { length: 4000 }, headers: { ETag: '"two"' } },
    )
    const jobs = context.client.createJobsClient({ baseUrl, token: 't' })
    const stream = await context.client.downloadArtifacts(jobs, byNumber)
    await refused(context, bytesOf(stream), { kind: 'broken_answer' })
  },
  'a sign-in page is no archive': async (context) => {
    const { baseUrl } = await script(context, { text: '<html>Sign in', headers: { 'Content-Type': 'text/html' } })
    const jobs = context.client.createJobsClient({ baseUrl, token: 't', maxRetries: 0 })
    await refused(context, context.client.downloadArtifacts(jobs, byNumber), { kind: 'broken_answer', rawBody: '<html>Sign in' })
  },
  'whoever cancels the stream ends the request': async (context) => {
    const { baseUrl, seen } = await script(context, { bytes: { length: 4000 }, silent: 'midway' })
    const jobs = context.client.createJobsClient({ baseUrl, token: 't' })
    const reader = (await context.client.downloadArtifacts(jobs, byNumber)).getReader()
    assert.isFalse((await reader.read()).done)
    await reader.cancel()
    await left(seen)
  },
  'a download whose signal is aborted rejects with its reason': async (context) => {
    const { baseUrl, seen } = await script(context, { bytes: { length: 4000 }, silent: 'midway' })
    const jobs = context.client.createJobsClient({ baseUrl, token: 't' })
    const enough = new AbortController()
    const onProgress = () => enough.abort(new Error('enough'))
    const stream = await context.client.downloadArtifacts(jobs, byNumber, { signal: enough.signal, onProgress })
    assert.equal(String(await rejection(bytesOf(stream))), 'Error: enough')
    await left(seen)
  },
}
