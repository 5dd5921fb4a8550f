import { buffer } from 'node:stream/consumers'
import { type Entry, fromRandomAccessReaderPromise, RandomAccessReader, type ZipFile } from 'yauzl'
import type { Bytes } from '../storage/bytes.ts'
import type { ArchiveEntry } from '../storage/records.ts'

/** Methods of the ZIP format that we unpack. */
const methods = { 0: 'stored', 8: 'deflated' } as const

/**
 * The table of contents of an archive, made once, when it is stored. What cannot be read (encrypted, unknown
 * compression) is left out, missing directories are added. An archive whose paths would lead out of it (`..`, absolute
 * ones) is refused whole, with an error.
 */
export async function indexArchive(archive: Bytes): Promise<ArchiveEntry[]> {
  const zip = await fromRandomAccessReaderPromise(new ArchiveReader(archive), archive.size, { lazyEntries: true, autoClose: false })
  const found = new Map<string, ArchiveEntry>()
  for await (const entry of zip.eachEntry()) {
    const indexed = await indexEntry(zip, entry)
    if (indexed !== undefined) found.set(indexed.path, indexed)
  }
  for (const path of [...found.keys()])
    for (const directory of directoriesAbove(path)) if (!found.has(directory)) found.set(directory, emptyDirectory(directory))
  return [...found.values()]
}

async function indexEntry(zip: ZipFile, entry: Entry): Promise<ArchiveEntry | undefined> {
  const mode = modeOf(entry)
  if (entry.fileName.endsWith('/')) return { ...emptyDirectory(entry.fileName), mode }
  const method = methods[entry.compressionMethod as keyof typeof methods]
  if (method === undefined || entry.isEncrypted()) return undefined
  const { fileDataStart } = await zip.readLocalFileHeaderPromise(entry, { minimal: true })
  return {
    path: entry.fileName,
    isDirectory: false,
    size: entry.uncompressedSize,
    compressedSize: entry.compressedSize,
    offset: fileDataStart,
    method,
    crc32: entry.crc32,
    mode,
  }
}

/** The upper half of the external attributes is the Unix mode, if the archive was made by something that knows modes. */
function modeOf(entry: Entry): string | null {
  const mode = entry.externalFileAttributes >>> 16
  return mode === 0 ? null : mode.toString(8).padStart(6, '0')
}

const emptyDirectory = (path: string): ArchiveEntry => ({
  path,
  isDirectory: true,
  size: 0,
  compressedSize: 0,
  offset: 0,
  method: 'stored',
  mode: null,
})

function directoriesAbove(path: string): string[] {
  const parts = path.replace(/\/$/, '').split('/').slice(0, -1)
  return parts.map((_, index) => `${parts.slice(0, index + 1).join('/')}/`)
}

/** So much is read at once: the library asks for a few bytes at a time, three times for each file. */
const windowSize = 64 * 1024

interface Window {
  readonly start: number
  readonly bytes: Buffer
}

/** Keeps two windows, since the library goes through the table of contents and through the archive at the same time. */
class ArchiveReader extends RandomAccessReader {
  readonly #archive: Bytes
  #windows: readonly Window[] = []

  constructor(archive: Bytes) {
    super()
    this.#archive = archive
  }

  override read(target: Buffer, offset: number, length: number, position: number, done: (error: Error | null) => void): void {
    this.#windowOf(position, length)
      .then(({ start, bytes }) => {
        const copied = bytes.copy(target, offset, position - start, position - start + length)
        if (copied < length) throw new Error(`the archive ends ${length - copied} bytes too early`)
      })
      // Outside the promise: what the library throws is not for us to catch.
      .then(
        () => setImmediate(done, null),
        (error: Error) => setImmediate(done, error),
      )
  }

  override _readStreamForRange(start: number, end: number) {
    return this.#archive.open(start, end)
  }

  async #windowOf(position: number, length: number): Promise<Window> {
    const known = this.#windows.find(({ start, bytes }) => position >= start && position + length <= start + bytes.length)
    const window = known ?? (await this.#open(position, Math.max(length, windowSize)))
    this.#windows = [window, ...this.#windows.filter((other) => other !== window)].slice(0, 2)
    return window
  }

  async #open(start: number, length: number): Promise<Window> {
    return { start, bytes: await buffer(this.#archive.open(start, Math.min(start + length, this.#archive.size))) }
  }
}
