import { mkdir, open, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { crc32 } from 'node:zlib'

export const gibi = 2 ** 30
export const token = 'memory-reader'
export const note = 'small, and far behind\n'
export const logSize = 200 * 2 ** 20
export const lineSize = 16

/** The line of the log that has this number; all have the same length, so any window of it can be told. */
export const lineOf = (number: number): string => `${String(number).padStart(lineSize - 1)}\n`

/** Writes a world of one job, whose log and archive are small; `enlarge` makes them large. */
export async function writeSmallWorld(path: string): Promise<void> {
  const artifacts = { files: { 'zeros.bin': 'x', 'note.txt': note }, table_of_contents: false }
  const job = { id: 1, name: 'build', stage: 'build', status: 'success', log: 'x\n', artifacts }
  const commit = { sha: 'be0c4'.repeat(8), message: 'Make it large', author: 'Ann <ann@memory.example>' }
  const pipeline = { id: 1, ref: 'main', status: 'success', user: 'ann', created: '-2h', commit, jobs: [job] }
  const world = {
    users: [{ id: 1, username: 'ann', name: 'Ann' }],
    groups: [{ id: 1, path: 'memory', name: 'Memory' }],
    tokens: [{ token, user: 'ann' }],
    projects: [{ id: 1, path: 'memory/measured', name: 'Measured', members: { ann: 'owner' }, pipelines: [pipeline] }],
  }
  await writeFile(path, JSON.stringify(world))
}

/** Puts an archive of a gibibyte and a log of 200 MiB in the place of the small ones. Holes of a file take no room on a disk. */
export async function enlarge(data: string): Promise<void> {
  const entries = [
    { path: 'zeros.bin', size: gibi, bytes: undefined },
    { path: 'note.txt', size: note.length, bytes: Buffer.from(note) },
  ]
  const { size, offsets } = await writeArchive(join(data, 'artifacts/0/1/archive.zip'), entries)
  await writeLog(join(data, 'logs/0/1.log'))
  const database = new DatabaseSync(join(data, 'jobs.sqlite'))
  const save = (table: string, where: string, changes: object) =>
    database.prepare(`update ${table} set data = json_patch(data, ?) where ${where}`).run(JSON.stringify(changes))
  save('artifacts', `data ->> '$.fileType' = 'archive'`, { size })
  save('artifacts', `data ->> '$.fileType' = 'trace'`, { size: logSize })
  for (const [index, entry] of entries.entries())
    save('entries', `path = '${entry.path}'`, { size: entry.size, compressedSize: entry.size, offset: offsets[index], method: 'stored' })
  database.close()
}

interface LargeEntry {
  readonly path: string
  readonly size: number
  /** Undefined: zeros, left out of the file as a hole. */
  readonly bytes: Buffer | undefined
}

async function writeArchive(path: string, entries: readonly LargeEntry[]): Promise<{ size: number; offsets: number[] }> {
  await mkdir(dirname(path), { recursive: true })
  const file = await open(path, 'w')
  const offsets: number[] = []
  const directory: Buffer[] = []
  let end = 0
  for (const entry of entries) {
    const head = localHeader(entry)
    directory.push(centralHeader(head, end))
    await file.write(head, 0, head.length, end)
    offsets.push(end + head.length)
    if (entry.bytes !== undefined) await file.write(entry.bytes, 0, entry.size, end + head.length)
    end += head.length + entry.size
  }
  const tail = Buffer.concat([...directory, endRecord(directory, end)])
  await file.write(tail, 0, tail.length, end)
  await file.close()
  return { size: end + tail.length, offsets }
}

function localHeader({ path, size, bytes }: LargeEntry): Buffer {
  const head = Buffer.alloc(30)
  head.writeUInt32LE(0x04034b50, 0)
  head.writeUInt16LE(20, 4)
  head.writeUInt32LE(bytes === undefined ? crcOfZeros(size) : crc32(bytes), 14)
  head.writeUInt32LE(size, 18)
  head.writeUInt32LE(size, 22)
  head.writeUInt16LE(path.length, 26)
  return Buffer.concat([head, Buffer.from(path)])
}

function crcOfZeros(size: number): number {
  const block = Buffer.alloc(2 ** 20)
  let crc = 0
  for (let left = size; left > 0; left -= block.length) crc = crc32(block.subarray(0, left), crc)
  return crc
}

/** The same fields again, with more around them. */
function centralHeader(local: Buffer, offset: number): Buffer {
  const head = Buffer.alloc(46)
  head.writeUInt32LE(0x02014b50, 0)
  head.writeUInt16LE(20, 4)
  local.copy(head, 6, 4, 30)
  head.writeUInt32LE(offset, 42)
  return Buffer.concat([head, local.subarray(30)])
}

function endRecord(directory: readonly Buffer[], offset: number): Buffer {
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(directory.length, 8)
  end.writeUInt16LE(directory.length, 10)
  end.writeUInt32LE(
    directory.reduce((sum, { length }) => sum + length, 0),
    12,
  )
  end.writeUInt32LE(offset, 16)
  return end
}

async function writeLog(path: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  const file = await open(path, 'w')
  const atOnce = 2 ** 16
  for (let line = 0; line < logSize / lineSize; line += atOnce)
    await file.write(Array.from({ length: atOnce }, (_, index) => lineOf(line + index)).join(''))
  await file.close()
}
