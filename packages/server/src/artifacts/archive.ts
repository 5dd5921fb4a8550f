import { PassThrough, type Readable } from 'node:stream'
import { createInflateRaw } from 'node:zlib'
import { ZipFile } from 'yazl'
import type { Bytes } from '../storage/bytes.ts'
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
  const packed = () => archive.open(entry.offset, entry.offset + entry.compressedSize)
  if (entry.method === 'stored') return { size: entry.size, ranges: false, open: packed }
  return {
    size: entry.size,
    ranges: false,
    open: () => {
      const source = packed()
      const unpacked = createInflateRaw()
      source.once('error', (accident) => unpacked.destroy(accident))
      unpacked.once('close', () => source.destroy())
      return source.pipe(unpacked)
    },
  }
}
