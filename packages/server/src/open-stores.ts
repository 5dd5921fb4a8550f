import { constants, existsSync } from 'node:fs'
import { access, mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { SettingError, type Settings } from './settings.ts'
import type { ArtifactStore } from './storage/artifact-store.ts'
import { DiskArtifactStore } from './storage/disk/disk-artifact-store.ts'
import { DiskLogStore } from './storage/disk/disk-log-store.ts'
import type { JobStore } from './storage/job-store.ts'
import type { LogStore } from './storage/log-store.ts'
import { SqliteJobStore } from './storage/sqlite/sqlite-job-store.ts'
import { noOthers, type Turns } from './storage/turns.ts'

export type OpenStores = Awaited<ReturnType<typeof openStores>>
type Place = Pick<Settings, 'data' | 'reset' | 'database' | 'objects'>

interface Records {
  readonly store: JobStore
  readonly logs: LogStore
  readonly turns: Turns
}

/** What a data folder holds; whatever else lies in it is not ours. */
const contents = ['jobs.sqlite', 'jobs.sqlite-wal', 'jobs.sqlite-shm', 'logs', 'artifacts']

/** Whether the stores will certainly be empty once they are open; of a database nobody knows before. */
export const willBeNew = ({ data, reset, database }: Place): boolean =>
  database === undefined && (reset || !existsSync(join(data, 'jobs.sqlite')))

/**
 * Opens the stores: those in the data folder, which is emptied before if that was ordered, and those elsewhere. A place that is no use is
 * a `SettingError`.
 */
export async function openStores({ data, reset, database, objects }: Place) {
  if (reset && (database ?? objects) !== undefined)
    throw new SettingError('--reset empties a data folder, never a database or a bucket: leave one of them out.')
  const temporary = data === ':memory:'
  const folder = temporary ? await mkdtemp(join(tmpdir(), 'jobs-api-')) : resolve(data)
  const closing: (() => unknown)[] = []
  try {
    await makeFolder(folder)
    if (reset) await Promise.all(contents.map((name) => rm(join(folder, name), { recursive: true, force: true })))
    const archives = objects === undefined ? await artifactsOnDisk(folder) : await artifactsInBucket(objects, closing)
    const records =
      database === undefined
        ? recordsOnDisk(folder, temporary, closing)
        : await recordsInDatabase(database, objects === undefined ? undefined : archives, closing)
    return { ...records, archives, folder, temporary, close: () => closeAll(closing) }
  } catch (error) {
    await closeAll(closing)
    if (error instanceof SettingError) throw error
    throw new SettingError(`The data folder ${folder} cannot be used: ${messageOf(error)}. Choose another with --data.`)
  }
}

/** Opens an empty place for a whole installation to move to. */
export async function openTarget(database: string, objects: string) {
  const closing: (() => unknown)[] = []
  try {
    const archives = await artifactsInBucket(objects, closing)
    return await elsewhere('database', 'pg', async () => {
      const { PostgresJobStore } = await import('./storage/postgres/postgres-job-store.ts')
      const { Database } = await import('./storage/postgres/database.ts')
      const store = await PostgresJobStore.open(database)
      closing.push(() => store.close())
      const rows = await Database.open(database, { connections: 6 })
      closing.push(() => rows.close())
      return { store, database: rows, objects: archives, close: () => closeAll(closing) }
    })
  } catch (error) {
    await closeAll(closing)
    throw error
  }
}

export async function closeStores({ close, folder, temporary }: OpenStores): Promise<void> {
  await close()
  if (temporary) await rm(folder, { recursive: true, force: true })
}

async function closeAll(closing: readonly (() => unknown)[]): Promise<void> {
  for (const close of closing) await close()
}

function recordsOnDisk(folder: string, temporary: boolean, closing: (() => unknown)[]): Records {
  const store = new SqliteJobStore(temporary ? ':memory:' : join(folder, 'jobs.sqlite'))
  closing.push(() => store.close())
  return { store, logs: new DiskLogStore(join(folder, 'logs')), turns: noOthers }
}

async function artifactsOnDisk(folder: string): Promise<ArtifactStore> {
  const archives = new DiskArtifactStore(join(folder, 'artifacts'))
  await archives.removeUnfinished()
  return archives
}

/** Logs at rest go where artifacts go, if that is elsewhere, too. */
async function recordsInDatabase(url: string, objects: ArtifactStore | undefined, closing: (() => unknown)[]): Promise<Records> {
  return elsewhere('database', 'pg', async () => {
    const { PostgresJobStore } = await import('./storage/postgres/postgres-job-store.ts')
    const { PostgresLogStore } = await import('./storage/postgres/postgres-log-store.ts')
    const { PostgresTurns } = await import('./storage/postgres/postgres-turns.ts')
    const opened = [PostgresJobStore.open(url), PostgresLogStore.open(url, { objects }), PostgresTurns.open(url)] as const
    for (const each of await Promise.allSettled(opened)) if (each.status === 'fulfilled') closing.push(() => each.value.close())
    const [store, logs, turns] = await Promise.all(opened)
    return { store, logs, turns }
  })
}

async function artifactsInBucket(url: string, closing: (() => unknown)[]): Promise<ArtifactStore> {
  return elsewhere('object store', '@aws-sdk/client-s3 @aws-sdk/s3-request-presigner', async () => {
    const { S3ArtifactStore } = await import('./storage/s3/s3-artifact-store.ts')
    const archives = await S3ArtifactStore.open(url)
    closing.push(() => archives.close())
    return archives
  })
}

/** The client libraries of other places are loaded, and installed, only by those who need them. */
async function elsewhere<Opened>(what: string, packages: string, open: () => Promise<Opened>): Promise<Opened> {
  try {
    return await open()
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND')
      throw new SettingError(`For a ${what}, install its client beside the server: npm install ${packages}`)
    throw new SettingError(`The ${what} cannot be used: ${messageOf(error)}.`)
  }
}

/** Of trouble in our own words, what the other side said. */
function messageOf(error: unknown): string {
  const said = error instanceof Error && error.cause instanceof Error ? error.cause : error
  return said instanceof Error ? said.message || said.name : String(said)
}

/** Makes a folder and those above it, one by one: Node's own way never ends where the system will have no folders, as below /proc. */
async function makeFolder(path: string): Promise<void> {
  if (existsSync(path)) return access(path, constants.W_OK)
  if (!existsSync(dirname(path))) await makeFolder(dirname(path))
  await mkdir(path)
}
