import { existsSync } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { databaseName, filesBelow, type Progress } from '../backup/manifest.ts'
import { copyDatabase, type Expected, spokenOf } from '../backup/snapshot.ts'
import { SettingError } from '../settings.ts'
import type { ArtifactStore } from '../storage/artifact-store.ts'
import type { JobStore } from '../storage/job-store.ts'
import type { Database } from '../storage/postgres/database.ts'
import type { Removal } from '../storage/records.ts'
import { migrate } from '../storage/sqlite/migrations.ts'
import { moveFiles } from './move-files.ts'
import { assertMayMove, ended } from './move-note.ts'
import { moveRows } from './move-rows.ts'
import { MovedFiles } from './moved-files.ts'

/** Where an installation is to go. */
export interface Target {
  readonly store: JobStore
  readonly database: Database
  readonly objects: ArtifactStore
}

export interface Moved {
  readonly rows: number
  readonly files: number
  /** As it was at this moment. */
  readonly at: Date
}

/** How often another moment is taken because something that the last one speaks of was removed meanwhile. */
const attempts = 20

/**
 * Makes a database and an object store what a data folder is at one moment, while a server may be working in that. What is there already,
 * from an earlier move, is compared and not moved again. What cannot be done is said by a `SettingError`.
 */
export async function move(data: string, target: Target, progress: Progress): Promise<Moved> {
  if (!existsSync(join(data, databaseName))) throw new SettingError(`There is nothing to move: ${data} has no ${databaseName}.`)
  const done = await target.database.locked('move', async () => {
    await assertMayMove(target.store)
    // Of a move that was killed, one may still be there.
    const folder = `${resolve(data)}.moving`
    await rm(folder, { recursive: true, force: true })
    await mkdir(folder)
    try {
      return await moveAll(data, folder, target, progress)
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  })
  if (done === undefined) throw new SettingError('Another move into this database is under way.')
  return done.answer
}

async function moveAll(data: string, folder: string, { store, database, objects }: Target, progress: Progress): Promise<Moved> {
  const moved = await MovedFiles.open(database)
  const copy = join(folder, databaseName)
  let faults: string[] = []
  for (let attempt = 1; attempt <= attempts; attempt++) {
    const at = new Date()
    progress({ what: 'a copy of the database', done: 0, of: 1 })
    await rm(copy, { force: true })
    await copyDatabase(join(data, databaseName), copy)
    const source = new DatabaseSync(copy)
    try {
      migrate(source)
      const wanted = await filesAt(data, source, spokenOf(copy))
      faults = await moveFiles({ data, objects, moved, wanted, progress })
      if (faults.length > 0) continue
      const rows = await moveRows(source, database, progress)
      await ended(store)
      return { rows, files: wanted.size, at }
    } finally {
      source.close()
    }
  }
  throw new SettingError(`The data folder ${data} cannot be moved: ${faults.slice(0, 10).join('; ')}.`)
}

/** Whatever the database speaks of, and the logs of jobs under way, of which it does not speak yet; but nothing that should be gone. */
async function filesAt(
  data: string,
  source: DatabaseSync,
  spoken: ReadonlyMap<string, Expected>,
): Promise<Map<string, Expected | undefined>> {
  const removals = source.prepare('select data from removals').all()
  const gone = new Set(removals.flatMap(({ data }) => (JSON.parse(String(data)) as Removal).logs).map((id) => `${id}.log`))
  const isJob = source.prepare('select 1 from jobs where id = ?')
  const logs = (await filesBelow(data, 'logs')).filter((path) => {
    const name = path.slice(path.lastIndexOf('/') + 1)
    return !gone.has(name) && isJob.get(Number.parseInt(name, 10)) !== undefined
  })
  return new Map<string, Expected | undefined>([...logs.map((path) => [path, undefined] as const), ...spoken])
}
