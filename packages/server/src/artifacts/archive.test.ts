import { PassThrough, Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import type { Bytes } from '../storage/bytes.ts'
import { entryBytes, makeArchive } from './archive.ts'
import { indexArchive } from './archive-index.ts'

const changedAt = new Date(Date.UTC(2026, 0, 1))

/** An archive in memory that remembers which stretches of it were opened. */
function watched(archive: Buffer): Bytes & { readonly opened: [number, number][] } {
  const opened: [number, number][] = []
  return {
    opened,
    size: archive.length,
    ranges: true,
    open(start, end) {
      opened.push([start, end])
      return Readable.from([archive.subarray(start, end)])
    },
  }
}

const text = 'The quick brown fox jumps over the lazy dog. '.repeat(100)
const whole = await buffer(
  makeArchive({ 'a/long.txt': Buffer.from(text), 'a/short.txt': Buffer.from('short'), 'b/': Buffer.of() }, changedAt),
)

async function entryOf(archive: Bytes, path: string) {
  const found = (await indexArchive(archive)).find((entry) => entry.path === path)
  if (found === undefined) throw new Error(`no ${path}`)
  return found
}

const read = async (bytes: Bytes) => (await buffer(bytes.open(0, bytes.size))).toString()

test.each([
  ['a/long.txt', 'deflated', text],
  ['a/short.txt', 'stored', 'short'],
])('%s is %s, and is read by one range read of its own stretch', async (path, method, wanted) => {
  const archive = watched(whole)
  const entry = await entryOf(archive, path)
  archive.opened.length = 0
  const bytes = entryBytes(archive, entry)
  expect(entry.method).toBe(method)
  expect(bytes.size).toBe(wanted.length)
  expect(archive.opened, 'nothing is read before it is needed').toEqual([])
  expect(await read(bytes)).toBe(wanted)
  expect(archive.opened).toEqual([[entry.offset, entry.offset + entry.compressedSize]])
})

test('what is packed is there as gzip, too, by one range read', async () => {
  const archive = watched(whole)
  const entry = await entryOf(archive, 'a/long.txt')
  archive.opened.length = 0
  const { gzip } = entryBytes(archive, entry)
  if (gzip === undefined) throw new Error('it is not there')
  const packed = await buffer(gzip.open(0, gzip.size))
  expect([packed.length, gunzipSync(packed).toString()]).toEqual([gzip.size, text])
  expect(archive.opened).toEqual([[entry.offset, entry.offset + entry.compressedSize]])
  const sent = new PassThrough()
  await gzip.sendTo?.(sent, 0, gzip.size)
  expect((await buffer(sent)).equals(packed)).toBe(true)
})

test('there is no gzip of what is not packed, nor of an index that knows no checksums', async () => {
  const archive = watched(whole)
  const { crc32: _, ...older } = await entryOf(archive, 'a/long.txt')
  expect(entryBytes(archive, older).gzip).toBeUndefined()
  expect(entryBytes(archive, await entryOf(archive, 'a/short.txt')).gzip).toBeUndefined()
})

test('the same files make the same bytes, whenever and wherever', async () => {
  const again = await buffer(
    makeArchive({ 'a/long.txt': Buffer.from(text), 'a/short.txt': Buffer.from('short'), 'b/': Buffer.of() }, changedAt),
  )
  expect(again.equals(whole)).toBe(true)
})

test.each([
  ['more', 'a/long.txt', -1],
  ['fewer', 'a/long.txt', 1],
  ['more', 'a/short.txt', -1],
  ['fewer', 'a/short.txt', 1],
])('an entry that holds %s bytes than it says breaks off: %s', async (_, path, lie) => {
  const archive = watched(whole)
  const entry = await entryOf(archive, path)
  const chunks: Buffer[] = []
  const size = entry.size + lie
  const reading = (async () => {
    for await (const chunk of entryBytes(archive, { ...entry, size }).open(0, size)) chunks.push(chunk)
  })()
  await expect(reading).rejects.toThrow(/bytes/)
  expect(Buffer.concat(chunks).length).toBeLessThanOrEqual(size)
})

const sent = async (bytes: Bytes) => {
  const target = new PassThrough()
  await bytes.sendTo?.(target, 0, bytes.size)
  return (await buffer(target)).toString()
}

test('a small packed file is sent in one go, by one range read as well', async () => {
  const archive = watched(whole)
  const entry = await entryOf(archive, 'a/long.txt')
  archive.opened.length = 0
  expect(await sent(entryBytes(archive, entry))).toBe(text)
  expect(archive.opened).toEqual([[entry.offset, entry.offset + entry.compressedSize]])
})

test.each([-1, 1, -text.length])('nothing is sent of a small packed file that lies about its size by %d', async (lie) => {
  const entry = await entryOf(watched(whole), 'a/long.txt')
  const target = new PassThrough()
  const bytes = entryBytes(watched(whole), { ...entry, size: entry.size + lie })
  await expect(bytes.sendTo?.(target, 0, bytes.size)).rejects.toThrow(/bytes|larger/)
  expect([target.readableLength, target.writableEnded]).toEqual([0, false])
})

test('a large packed file goes through in streams', async () => {
  const archive = await buffer(makeArchive({ 'large.txt': Buffer.from(text.repeat(100)) }, changedAt))
  const bytes = entryBytes(watched(archive), await entryOf(watched(archive), 'large.txt'))
  expect(bytes.sendTo).toBeUndefined()
  expect(await read(bytes)).toBe(text.repeat(100))
})

test.each([
  ['cut off', (stretch: Buffer) => stretch.subarray(0, stretch.length - 5)],
  ['scribbled over', (stretch: Buffer) => Buffer.alloc(stretch.length, 0xff)],
])('an entry whose bytes are %s breaks off', async (_, spoil) => {
  const entry = await entryOf(watched(whole), 'a/long.txt')
  const spoilt: Bytes = { size: whole.length, ranges: true, open: (start, end) => Readable.from([spoil(whole.subarray(start, end))]) }
  await expect(read(entryBytes(spoilt, entry))).rejects.toThrow()
})

test.each(['a/long.txt', 'a/short.txt'])('a store that breaks while %s is read breaks the reading', async (path) => {
  const entry = await entryOf(watched(whole), path)
  const breaking: Bytes = {
    ...{ size: whole.length, ranges: true },
    open: () =>
      new Readable({
        read() {
          this.destroy(new Error('the disk'))
        },
      }),
  }
  await expect(read(entryBytes(breaking, entry))).rejects.toThrow('the disk')
})

test('whoever stops reading closes the archive', async () => {
  const entry = await entryOf(watched(whole), 'a/long.txt')
  const source = new Readable({ read: () => undefined })
  const closed = new Promise((done) => source.once('close', done))
  entryBytes({ size: whole.length, ranges: true, open: () => source }, entry)
    .open(0, entry.size)
    .destroy()
  await closed
  expect(source.destroyed).toBe(true)
})
