import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough, Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { afterAll, expect, test, vi } from 'vitest'
import { artifactStorePromises } from '../artifact-store.suite.ts'
import { BytesGone } from '../bytes.ts'
import { DiskArtifactStore } from './disk-artifact-store.ts'

const folder = await mkdtemp(join(tmpdir(), 'jobs-api-artifacts-'))
afterAll(() => rm(folder, { recursive: true, force: true }))

let folders = 0
const freshFolder = async () => {
  const path = join(folder, String(++folders))
  await mkdir(path)
  return path
}

artifactStorePromises('artifacts on disk', async () => new DiskArtifactStore(await freshFolder()))

const filesIn = async (path: string) => {
  const found = await readdir(path, { recursive: true, withFileTypes: true })
  return found.filter((entry) => entry.isFile()).map(({ name }) => name)
}

test('a stream that breaks leaves no file behind, not even half of one', async () => {
  const path = await freshFolder()
  const breaking = new Readable({ read: () => undefined })
  breaking.push('half')
  const put = new DiskArtifactStore(path).put('a/b', breaking)
  breaking.destroy(new Error('the cable'))
  await expect(put).rejects.toThrow('the cable')
  expect(await filesIn(path)).toEqual([])
})

test('only the finished file is left, under its key', async () => {
  const path = await freshFolder()
  await new DiskArtifactStore(path).put('0/8/archive.zip', Readable.from(['x']))
  expect(await filesIn(path)).toEqual(['archive.zip'])
})

test('another store on the same folder finds what was put', async () => {
  const path = await freshFolder()
  await new DiskArtifactStore(path).put('a/b', Readable.from(['kept']))
  const bytes = await new DiskArtifactStore(path).read('a/b')
  expect(bytes && (await buffer(bytes.open(0, bytes.size))).toString()).toBe('kept')
})

test('what is removed between being found and being read is gone', async () => {
  const path = await freshFolder()
  const store = new DiskArtifactStore(path)
  await store.put('a/b', Readable.from(['x']))
  const bytes = await store.read('a/b')
  await store.remove(['a/b'])
  await expect(buffer(bytes?.open(0, 1) ?? Readable.from([]))).rejects.toThrow(BytesGone)
  await expect(bytes?.sendTo?.(new PassThrough(), 0, 1)).rejects.toThrow(BytesGone)
})

test('what was half put when a process died goes when another starts, and nothing else does', async () => {
  const path = await freshFolder()
  void new DiskArtifactStore(path).put('a/b', new Readable({ read: () => undefined })).catch(() => undefined)
  await vi.waitFor(async () => expect(await filesIn(path)).toHaveLength(1), { timeout: 20_000 })
  const next = new DiskArtifactStore(path)
  await next.put('a/c', Readable.from(['kept']))
  await next.removeUnfinished()
  expect(await filesIn(path)).toEqual(['c'])
  await next.put('a/d', Readable.from(['kept']))
  expect((await filesIn(path)).sort()).toEqual(['c', 'd'])
})
