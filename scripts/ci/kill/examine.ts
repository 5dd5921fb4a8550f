import { hash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readdir, readFile, stat } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

interface ArtifactRow {
  readonly id: number
  readonly jobId: number
  readonly key: string | null
  readonly size: number
  readonly sha256: string
  readonly fileType: string
}

interface JobRow {
  readonly id: number
  readonly erasedAt: number | null
  readonly inHand: object | null
}

/** The artifacts that a number has ever meant. */
export type Known = Map<number, string>

/** Looks into a data folder, past the server, and says what is wrong there. */
export async function faultsOf(data: string, known: Known, digests: boolean): Promise<string[]> {
  // Files first: whatever lies there for good has its row by the time the rows are read.
  const files = await filesIn(join(data, 'artifacts'))
  const database = new DatabaseSync(join(data, 'jobs.sqlite'), { readOnly: true, timeout: 5000 })
  try {
    const rows = <Row>(table: string) =>
      database
        .prepare(`select data from ${table}`)
        .all()
        .map(({ data: text }) => JSON.parse(String(text)) as Row)
    database.exec('begin')
    const [artifacts, jobs] = [rows<ArtifactRow>('artifacts'), rows<JobRow>('jobs')]
    return [
      ...pragma(database, 'integrity_check').filter((line) => line !== 'ok'),
      ...pragma(database, 'foreign_key_check'),
      ...(await missingBytes(data, artifacts, digests)),
      ...reused(artifacts, known),
      ...orphans(files, artifacts, jobs),
      ...jobs.flatMap(({ id, erasedAt }) =>
        erasedAt !== null && existsSync(logPath(data, id)) ? [`job ${id} is erased and has a log`] : [],
      ),
    ]
  } finally {
    database.close()
  }
}

export async function filesIn(folder: string): Promise<string[]> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])
  return found.filter((entry) => entry.isFile()).map(({ parentPath, name }) => relative(folder, join(parentPath, name)))
}

const logPath = (data: string, id: number) => join(data, 'logs', String(Math.floor(id / 1000)), `${id}.log`)

const pragma = (database: DatabaseSync, name: string) =>
  database
    .prepare(`pragma ${name}`)
    .all()
    .map((row) => Object.values(row).join(' '))

async function missingBytes(data: string, artifacts: readonly ArtifactRow[], digests: boolean): Promise<string[]> {
  const each = artifacts.map(async ({ id, jobId, key, size, sha256 }) => {
    // Only its row was imported.
    if (sha256 === '') return []
    const path = key === null ? logPath(data, jobId) : join(data, 'artifacts', key)
    const found = await stat(path).catch(() => undefined)
    const right = found?.size === size && (!digests || hash('sha256', await readFile(path)) === sha256)
    return right ? [] : [`artifact ${id} should have ${size} bytes in ${path}, which has ${found?.size ?? 'gone'}`]
  })
  return (await Promise.all(each)).flat()
}

function reused(artifacts: readonly ArtifactRow[], known: Known): string[] {
  return artifacts.flatMap(({ id, jobId, fileType }) => {
    const meaning = `${fileType} of job ${jobId}`
    const before = known.get(id)
    known.set(id, meaning)
    return before === undefined || before === meaning ? [] : [`artifact ${id} was ${before} and is ${meaning}`]
  })
}

/** A job that a runner has in hand may have stored its archive and not yet the row. */
function orphans(files: readonly string[], artifacts: readonly ArtifactRow[], jobs: readonly JobRow[]): string[] {
  const keys = new Set(artifacts.map(({ key }) => key))
  const inHand = new Set(jobs.flatMap(({ id, inHand }) => (inHand === null ? [] : [id])))
  const lost = files.filter((file) => !file.startsWith('unfinished/') && !keys.has(file) && !inHand.has(Number(file.split('/')[1])))
  return lost.map((file) => `nothing refers to ${file}`)
}
