import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { afterAll, expect, test } from 'vitest'
import { artifactStorePromises } from '../../../packages/server/src/storage/artifact-store.suite.ts'
import { BytesGone } from '../../../packages/server/src/storage/bytes.ts'
import { S3ArtifactStore } from '../../../packages/server/src/storage/s3/s3-artifact-store.ts'
import { startObjectStore } from './object-store.ts'

const objects = await startObjectStore()
afterAll(() => objects.stop())
Object.assign(process.env, objects.credentials)

let buckets = 0
const opened: S3ArtifactStore[] = []
afterAll(() => {
  for (const store of opened) store.close()
})

async function open(url: string): Promise<S3ArtifactStore> {
  const store = await S3ArtifactStore.open(url)
  opened.push(store)
  return store
}

artifactStorePromises('artifacts in S3', async () => open(await objects.create(`bucket-${++buckets}`)))

test('an artifact of many parts arrives whole, and any stretch of it', async () => {
  const store = await open(await objects.create('parts'))
  const whole = Buffer.from(Array.from({ length: 20_000_000 }, (_, index) => (index * 7) % 251))
  const chunks = Array.from({ length: 20 }, (_, index) => whole.subarray(index * 1_000_000, (index + 1) * 1_000_000))
  expect((await store.put('0/1/big', Readable.from(chunks))).size).toBe(whole.length)
  const bytes = await store.read('0/1/big')
  expect((await buffer(bytes?.open(0, whole.length) ?? Readable.from([]))).equals(whole)).toBe(true)
  expect((await buffer(bytes?.open(8_388_600, 8_388_620) ?? Readable.from([]))).equals(whole.subarray(8_388_600, 8_388_620))).toBe(true)
})

test('two servers may share a bucket without seeing each other', async () => {
  const [host, query] = (await objects.create('shared')).split('?')
  const [one, other] = await Promise.all([open(`${host}/one?${query}`), open(`${host}/the/other/?${query}`)])
  await one.put('a/b', Readable.from([Buffer.from('x')]))
  expect(await other.read('a/b')).toBeUndefined()
  await other.remove(['a/b'])
  expect((await one.read('a/b'))?.size).toBe(1)
})

test('what has been replaced since is not mixed with what was', async () => {
  const store = await open(await objects.create('replaced'))
  await store.put('a/b', Readable.from([Buffer.from('before')]))
  const before = await store.read('a/b')
  await store.put('a/b', Readable.from([Buffer.from('after!')]))
  await expect(buffer(before?.open(0, 6) ?? Readable.from([]))).rejects.toThrow()
})

test('what has been removed since is said to be gone', async () => {
  const store = await open(await objects.create('removed'))
  await store.put('a/b', Readable.from([Buffer.from('before')]))
  const before = await store.read('a/b')
  await store.remove(['a/b'])
  await expect(buffer(before?.open(0, 6) ?? Readable.from([]))).rejects.toThrow(BytesGone)
})

test('a bucket that is not there, and a wrong secret, are said at once', async () => {
  await expect(S3ArtifactStore.open(`s3://nowhere?endpoint=${objects.endpoint}`)).rejects.toThrow()
  const url = await objects.create('secret')
  process.env['AWS_SECRET_ACCESS_KEY'] = 'wrong'
  await expect(S3ArtifactStore.open(url)).rejects.toThrow('does not answer as it should')
  process.env['AWS_SECRET_ACCESS_KEY'] = objects.credentials.AWS_SECRET_ACCESS_KEY
})
