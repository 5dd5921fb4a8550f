import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough, Writable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { afterAll, expect, test } from 'vitest'
import { BytesGone } from '../bytes.ts'
import { sendFile } from './send-file.ts'

const folder = await mkdtemp(join(tmpdir(), 'jobs-api-send-'))
afterAll(() => rm(folder, { recursive: true, force: true }))

const path = join(folder, 'file')
const content = Buffer.from(Array.from({ length: 3_000_000 }, (_, index) => (index * 7) % 251))
await writeFile(path, content)

/** What arrives at a target that copies each chunk, as a socket does. */
async function sent(start: number, end: number): Promise<Buffer> {
  const target = new PassThrough({ transform: (chunk, _encoding, done) => done(null, Buffer.from(chunk)) })
  const [whole] = await Promise.all([buffer(target), sendFile(path, target, start, end)])
  return whole
}

test.each([
  ['the whole', 0, content.length],
  ['a part', 1_000_001, 2_000_003],
  ['a byte', 7, 8],
  ['nothing', 9, 9],
])('%s of a file', async (_, start, end) => {
  expect((await sent(start, end)).equals(content.subarray(start, end))).toBe(true)
})

test('many at once do not get one another’s bytes', async () => {
  const parts = Array.from({ length: 40 }, (_, index) => [index * 50_000, index * 50_000 + 1_000_000] as const)
  const all = await Promise.all(parts.map(([start, end]) => sent(start, end)))
  expect(all.every((part, index) => part.equals(content.subarray(...(parts[index] ?? []))))).toBe(true)
})

test('a target that goes away is no error', async () => {
  const target = new Writable({ highWaterMark: 1, write: () => setImmediate(() => target.destroy()) })
  await sendFile(path, target, 0, content.length)
  expect(target.destroyed).toBe(true)
  await sendFile(path, target, 0, content.length)
})

test('a file that is not there is an error, and the target is left as it is', async () => {
  const target = new PassThrough()
  await expect(sendFile(join(folder, 'none'), target, 0, 1)).rejects.toThrow(BytesGone)
  expect([target.destroyed, target.writableEnded]).toEqual([false, false])
})

test('a file that is shorter than it was breaks the target off', async () => {
  const target = new PassThrough().resume()
  await expect(sendFile(path, target, 0, content.length + 1)).rejects.toThrow('ends at 3000000 in place of 3000001')
  expect(target.destroyed).toBe(true)
})
