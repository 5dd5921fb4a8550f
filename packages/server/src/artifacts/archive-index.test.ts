import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { expect, test } from 'vitest'
import { ZipFile } from 'yazl'
import type { Bytes } from '../storage/bytes.ts'
import { indexArchive } from './archive-index.ts'

const bytesOf = (archive: Buffer): Bytes => ({
  ...{ size: archive.length, ranges: true },
  open: (start, end) => Readable.from([archive.subarray(start, end)]),
})

async function zip(fill: (archive: ZipFile) => void, forceZip64Format = false): Promise<Buffer> {
  const archive = new ZipFile()
  fill(archive)
  archive.end({ forceZip64Format, comment: '' })
  return buffer(Readable.from(archive.outputStream))
}

const of = (...paths: string[]) =>
  zip((archive) => {
    for (const path of paths) archive.addBuffer(Buffer.from(path), path)
  })

/** Writes other bytes over all places where a name stands: in front of the entry, and in the table at the end. */
function renamed(archive: Buffer, from: string, to: string): Buffer {
  return Buffer.from(archive.toString('latin1').replaceAll(from, to), 'latin1')
}

/** Changes 16 bits in front of each entry and in the table at the end, where they stand two bytes further. */
function patched(archive: Buffer, place: 'flags' | 'method', value: number): Buffer {
  const copy = Buffer.from(archive)
  const offset = place === 'flags' ? 6 : 8
  for (const [signature, further] of [
    ['PK\u0003\u0004', 0],
    ['PK\u0001\u0002', 2],
  ] as const)
    for (let at = copy.indexOf(signature); at >= 0; at = copy.indexOf(signature, at + 4)) copy.writeUInt16LE(value, at + offset + further)
  return copy
}

const listed = async (archive: Buffer) => (await indexArchive(bytesOf(archive))).map(({ path }) => path).sort()

test('an entry is described by its sizes, its place, its method and its mode', async () => {
  const stretch = 'abc'.repeat(1000)
  const archive = await zip((file) => {
    file.addBuffer(Buffer.from('hello'), 'stored.txt', { compress: false, mode: 0o100644 })
    file.addBuffer(Buffer.from(stretch), 'deflated.sh', { mode: 0o100755 })
    file.addEmptyDirectory('empty', { mode: 0o40700 })
  })
  const [stored, deflated, empty] = await indexArchive(bytesOf(archive))
  expect(stored).toMatchObject({ path: 'stored.txt', isDirectory: false, size: 5, compressedSize: 5, method: 'stored', mode: '100644' })
  expect(archive.subarray(stored?.offset, (stored?.offset ?? 0) + 5).toString()).toBe('hello')
  expect(deflated).toMatchObject({ path: 'deflated.sh', isDirectory: false, size: 3000, method: 'deflated', mode: '100755' })
  expect(deflated?.compressedSize).toBeLessThan(100)
  expect(empty).toMatchObject({ path: 'empty/', isDirectory: true, size: 0, mode: '040700' })
})

test.each([
  ['directories that have no entry of their own are added', ['a/b/c.txt', 'd.txt'], ['a/', 'a/b/', 'a/b/c.txt', 'd.txt']],
  ['a directory is listed once', ['a/b', 'a/c', 'a/d/e'], ['a/', 'a/b', 'a/c', 'a/d/', 'a/d/e']],
  ['names may be in any script', ['größe/日本.txt', '🚢'], ['größe/', 'größe/日本.txt', '🚢']],
  ['names may hold blanks and signs', ['a b/%2F?.txt', "it's #1"], ['a b/', 'a b/%2F?.txt', "it's #1"]],
  ['dots inside a name are no steps', ['..a/...', 'a..b', '.hidden'], ['..a/', '..a/...', '.hidden', 'a..b']],
])('%s', async (_, paths, wanted) => {
  expect(await listed(await of(...paths))).toEqual(wanted.sort())
})

test('a directory with an entry of its own keeps its mode, one without has none', async () => {
  const archive = await zip((file) => {
    file.addBuffer(Buffer.from('x'), 'a/b/x')
    file.addEmptyDirectory('a', { mode: 0o40755 })
  })
  const modes = (await indexArchive(bytesOf(archive))).filter(({ isDirectory }) => isDirectory).map(({ path, mode }) => [path, mode])
  expect(modes).toEqual([
    ['a/', '040755'],
    ['a/b/', null],
  ])
})

test('an archive from a system without modes gives none', async () => {
  const archive = await of('a.txt')
  archive.writeUInt32LE(0, archive.indexOf('PK\u0001\u0002') + 38)
  expect(await indexArchive(bytesOf(archive))).toMatchObject([{ path: 'a.txt', mode: null }])
})

test('an archive in the format for large files is read', async () => {
  const archive = await zip((file) => file.addBuffer(Buffer.from('hello'), 'a.txt', { forceZip64Format: true, compress: false }), true)
  const [entry] = await indexArchive(bytesOf(archive))
  expect(archive.subarray(entry?.offset, (entry?.offset ?? 0) + 5).toString()).toBe('hello')
})

test('an archive may be empty', async () => {
  expect(await listed(await of())).toEqual([])
})

test.each([
  ['..', 'aa/x', '../x'],
  ['.. in the middle', 'a/bb/c', 'a/../c'],
  ['an absolute path', 'aa/x', '/a/x'],
  ['a drive', 'aa/x', 'C:/x'],
])('an archive that leads out of itself is refused whole: %s', async (_, from, to) => {
  await expect(listed(renamed(await of('good.txt', from), from, to))).rejects.toThrow(/path|filename/)
})

test('backslashes are slashes, as in archives of old Windows programs, and lead nowhere either', async () => {
  expect(await listed(renamed(await of('a/b'), 'a/b', 'a\\b'))).toEqual(['a/', 'a/b'])
  await expect(listed(renamed(await of('aa/x'), 'aa/x', '..\\x'))).rejects.toThrow(/path/)
})

test.each([
  ['encrypted', 'flags', 1],
  ['of an unknown method', 'method', 14],
] as const)('what is %s is left out', async (_, place, value) => {
  expect(await listed(patched(await of('a/secret.txt', 'b.txt'), place, value))).toEqual([])
})

test.each([
  ['empty', Buffer.alloc(0)],
  ['no archive', Buffer.from('<html>not found</html>')],
  ['cut off', (await of('a', 'b', 'c')).subarray(0, -30)],
])('a file that is %s is refused', async (_, archive) => {
  await expect(listed(archive)).rejects.toThrow()
})

test('of two entries with one path the later counts', async () => {
  const archive = await zip((file) => {
    file.addBuffer(Buffer.from('first'), 'same.txt', { compress: false })
    file.addBuffer(Buffer.from('second one'), 'same.txt', { compress: false })
  })
  expect(await indexArchive(bytesOf(archive))).toMatchObject([{ path: 'same.txt', size: 10 }])
})

test('the archive is not opened once for each file', async () => {
  const archive = await of(...Array.from({ length: 3000 }, (_, index) => `reports/${index}.txt`))
  let opened = 0
  const counted: Bytes = {
    ...{ size: archive.length, ranges: true },
    open(start, end) {
      opened++
      return Readable.from([archive.subarray(start, end)])
    },
  }
  expect(await indexArchive(counted)).toHaveLength(3001)
  expect(opened).toBeLessThan((2 * archive.length) / 65_536 + 3)
})
