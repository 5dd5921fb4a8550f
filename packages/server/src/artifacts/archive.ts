import { PassThrough, pipeline, Readable, Transform, type Writable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { createInflateRaw, inflateRawSync } from 'node:zlib'
import { ZipFile } from 'yazl'
import { type Bytes, stretchOfBytes } from '../storage/bytes.ts'
import type { ArchiveEntry } from '../storage/records.ts'

/** Smaller files are not worth compressing. */
const worthCompressing = 1024

/** A ZIP archive of the given files, in their order; a path that ends in a slash is an empty directory. */
export function makeArchive(files: Readonly<Record<string, Uint8Array>>, changedAt: Date): Readable {
  const archive = new ZipFile()
  for (const [path, bytes] of Object.entries(files)) {
    if (path.endsWith('/')) archive.addEmptyDirectory(path.slice(0, -1), { mtime: changedAt })
    else
      archive.addBuffer(Buffer.from(bytes), path, {
        mtime: changedAt,
        compress: bytes.length > worthCompressing,
        mode: 0o100644,
        forceDosTimestamp: true,
      })
  }
  archive.end()
  const output = new PassThrough()
  archive.outputStream.pipe(output)
  return output
}

/** One file of an archive: its own stretch of the archive is read, nothing else. */
export function entryBytes(archive: Bytes, entry: ArchiveEntry): Bytes {
  const gzip = gzipBytes(archive, entry)
  return { ...unpackedBytes(archive, entry), ...(gzip && { gzip }) }
}

function unpackedBytes(archive: Bytes, { offset, compressedSize, method, size }: ArchiveEntry): Bytes {
  // As it lies there, it can go out as the archive itself does; only an entry that lies about its size needs watching.
  if (method === 'stored' && compressedSize === size) return { ...stretchOfBytes(archive, offset, offset + size), ranges: false }
  const unpacking = method === 'stored' ? [] : [createInflateRaw]
  const open = () => {
    const steps = [archive.open(offset, offset + compressedSize), ...unpacking.map((step) => step()), exactly(size)]
    // Whatever breaks, the last of them breaks with the same error, and whoever reads it is told.
    pipeline(steps, () => undefined)
    return steps.at(-1) as Readable
  }
  if (method === 'stored' || Math.max(size, compressedSize) > unpackedAtOnce) return { size, ranges: false, open }
  const sendTo = async (target: Writable) => {
    const compressed = await buffer(archive.open(offset, offset + compressedSize))
    const bytes = unpacked(compressed, size)
    if (!target.destroyed) target.end(bytes)
  }
  return { size, ranges: false, open, sendTo }
}

/** Deflated, nothing about a time or a name, from no system in particular. RFC 1952, section 2.3. */
const gzipHead = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255])

/** What a ZIP archive and gzip pack with is the same; only what stands before and behind it differs. */
function gzipBytes(archive: Bytes, { offset, compressedSize, method, size, crc32 }: ArchiveEntry): Bytes | undefined {
  if (method !== 'deflated' || crc32 === undefined) return undefined
  const tail = Buffer.alloc(8)
  tail.writeUInt32LE(crc32)
  tail.writeUInt32LE(size % 2 ** 32, 4)
  const packed = () => archive.open(offset, offset + compressedSize)
  return {
    size: gzipHead.length + compressedSize + tail.length,
    ranges: false,
    open: () =>
      Readable.from(
        (async function* () {
          yield gzipHead
          yield* packed()
          yield tail
        })(),
        { objectMode: false },
      ),
    ...(compressedSize <= unpackedAtOnce && {
      sendTo: async (target: Writable) => {
        const bytes = await buffer(packed())
        if (!target.destroyed) target.end(Buffer.concat([gzipHead, bytes, tail]))
      },
    }),
  }
}

/** What is as small as this takes less time to unpack in one go than the three streams it would go through take to be made. */
const unpackedAtOnce = 128 * 1024

function unpacked(compressed: Uint8Array, size: number): Uint8Array {
  const bytes = inflateRawSync(compressed, { maxOutputLength: Math.max(1, size) }) // 0 would be no limit that zlib knows
  if (bytes.length !== size) throw new Error(`the entry lacks ${size - bytes.length} of the ${size} bytes it speaks of`)
  return bytes
}

/** An entry that lies about its size breaks off: nothing may spill over into the answer that comes next. */
function exactly(size: number): Transform {
  let left = size
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      left -= chunk.length
      if (left < 0) done(new Error(`the entry holds more than the ${size} bytes it speaks of`))
      else done(null, chunk)
    },
    flush(done) {
      done(left === 0 ? null : new Error(`the entry lacks ${left} of the ${size} bytes it speaks of`))
    },
  })
}
