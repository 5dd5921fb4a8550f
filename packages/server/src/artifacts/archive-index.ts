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

class ArchiveReader extends RandomAccessReader {
  readonly #archive: Bytes

  constructor(archive: Bytes) {
    super()
    this.#archive = archive
  }

  override _readStreamForRange(start: number, end: number) {
    return this.#archive.open(start, end)
  }
}
