import { createRequire } from 'node:module'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { entryBytes } from '../../packages/server/src/artifacts/archive.ts'
import { indexArchive } from '../../packages/server/src/artifacts/archive-index.ts'
import { DiskArtifactStore } from '../../packages/server/src/storage/disk/disk-artifact-store.ts'
import { DiskLogStore } from '../../packages/server/src/storage/disk/disk-log-store.ts'
import type { Artifact } from '../../packages/server/src/storage/records.ts'
import { SqliteJobStore } from '../../packages/server/src/storage/sqlite/sqlite-job-store.ts'
import { loadWorld } from '../../packages/server/src/world/load-world.ts'
import { parseWorld } from '../../packages/server/src/world/read-world.ts'
import { median } from './figures.ts'
import { benchWorld } from './world.ts'

const entries = 50_000
const key = 'bench/archive.zip'
const pathOf = (number: number) => `reports/${number % 100}/file-${number}.txt`
const textOf = (number: number) => `line of file ${number}\n`.repeat(500)

/** As much of both packages as is used here: they belong to the server. */
interface Yazl {
  ZipFile: new () => {
    addReadStreamLazy(path: string, open: (done: (error: null, bytes: Readable) => void) => void): void
    end(): void
    outputStream: Readable
  }
}
interface Yauzl {
  openPromise(path: string, options: { lazyEntries: true }): Promise<Opened>
}
interface Opened {
  eachEntry(): AsyncIterable<{ fileName: string }>
  openReadStreamPromise(entry: object): Promise<Readable>
}
const require = createRequire(new URL('../../packages/server/package.json', import.meta.url))
const { ZipFile }: Yazl = require('yazl')
const yauzl: Yauzl = require('yauzl')

export interface Entry {
  /** Milliseconds for one file, by the index and by reading the table of contents. */
  readonly ours: number
  readonly yauzl: number
  readonly ratio: number
  /** Milliseconds, once, when the archive is stored. */
  readonly indexing: number
}

/** One file of 10 KB out of an archive of 50,000. */
export async function measureEntry(folder: string, rounds: number, progress: (text: string) => void): Promise<Entry> {
  progress('archive: making one of 50,000 files')
  const archives = new DiskArtifactStore(join(folder, 'zip'))
  await archives.put(key, packed())
  const archive = await archives.read(key)
  if (archive === undefined) throw new Error('the archive is not there')
  const begun = performance.now()
  const index = await indexArchive(archive)
  const indexing = performance.now() - begun
  const store = new SqliteJobStore(join(folder, 'zip.sqlite'))
  await loadWorld(
    await parseWorld(JSON.stringify(benchWorld(1)), 'bench'),
    { store, logs: new DiskLogStore(join(folder, 'zip-logs')), archives },
    Date.now(),
  )
  const { id } = await store.write((writer) => writer.addArtifact(row, index))
  const measured: { ours: number; theirs: number }[] = []
  for (let round = 0; round <= rounds; round++) {
    progress(`archive: round ${round} of ${rounds}`)
    const number = (round * 7919 + 25_000) % entries
    const theirs = await timed(1, () => byTableOfContents(join(folder, 'zip', key), pathOf(number)), textOf(number))
    const ours = await timed(50, () => byIndex(store, archives, id, pathOf(number)), textOf(number))
    if (round > 0) measured.push({ ours, theirs })
  }
  await store.close()
  const over = (figure: (one: (typeof measured)[number]) => number) => median(measured.map(figure))
  return { ours: over(({ ours }) => ours), yauzl: over(({ theirs }) => theirs), ratio: over(({ ours, theirs }) => theirs / ours), indexing }
}

const row: Omit<Artifact, 'id'> = {
  ...{ jobId: 1, fileType: 'archive', fileFormat: 'zip', filename: 'artifacts.zip', size: 1, sha256: '', key },
  ...{ access: 'public', expireAt: null },
}

function packed(): Readable {
  const zip = new ZipFile()
  // One after the other: given as buffers, all of them would be packed at once, in a dozen gigabytes.
  for (let number = 0; number < entries; number++)
    zip.addReadStreamLazy(pathOf(number), (done) => done(null, Readable.from([Buffer.from(textOf(number))])))
  zip.end()
  return zip.outputStream
}

async function timed(times: number, read: () => Promise<string>, wanted: string): Promise<number> {
  const begun = performance.now()
  for (let time = 0; time < times; time++) if ((await read()) !== wanted) throw new Error('another file came')
  return (performance.now() - begun) / times
}

async function byIndex(store: SqliteJobStore, archives: DiskArtifactStore, artifact: number, path: string): Promise<string> {
  const entry = await store.read((reader) => reader.entry(artifact, path))
  const archive = await archives.read(key)
  if (entry === undefined || archive === undefined) throw new Error(`${path} is not there`)
  const bytes = entryBytes(archive, entry)
  return (await buffer(bytes.open(0, bytes.size))).toString()
}

async function byTableOfContents(file: string, path: string): Promise<string> {
  const zip = await yauzl.openPromise(file, { lazyEntries: true })
  for await (const entry of zip.eachEntry())
    if (entry.fileName === path) return (await buffer(await zip.openReadStreamPromise(entry))).toString()
  throw new Error(`${path} is not there`)
}

export function entryTable({ ours, yauzl: theirs, ratio, indexing }: Entry): string {
  return [
    '| one file of 10 KB out of 50,000 | time | times |',
    '|---|---:|---:|',
    `| yauzl, through the table of contents | ${theirs.toFixed(0)} ms | ${ratio.toFixed(0)} |`,
    `| by the index | ${ours.toFixed(2)} ms | 1 |`,
    `| making the index, once | ${indexing.toFixed(0)} ms | |`,
  ].join('\n')
}
