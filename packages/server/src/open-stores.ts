import { constants, existsSync } from 'node:fs'
import { access, mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { SettingError, type Settings } from './settings.ts'
import { DiskArtifactStore } from './storage/disk/disk-artifact-store.ts'
import { DiskLogStore } from './storage/disk/disk-log-store.ts'
import type { JobStore } from './storage/job-store.ts'
import type { LogStore } from './storage/log-store.ts'
import { SqliteJobStore } from './storage/sqlite/sqlite-job-store.ts'

export type OpenStores = Awaited<ReturnType<typeof openStores>>
type Place = Pick<Settings, 'data' | 'reset' | 'database'>

interface Records {
  readonly store: JobStore
  readonly logs: LogStore
  /** Whatever the stores hold open. */
  close(): Promise<void>
}

/** What a data folder holds; whatever else lies in it is not ours. */
const contents = ['jobs.sqlite', 'jobs.sqlite-wal', 'jobs.sqlite-shm', 'logs', 'artifacts']

/** Whether the stores will certainly be empty once they are open; of a database nobody knows before. */
export const willBeNew = ({ data, reset, database }: Place): boolean =>
  database === undefined && (reset || !existsSync(join(data, 'jobs.sqlite')))

/** Opens the stores: those in the data folder, which is emptied before if that was ordered, and those elsewhere. A place that is no use is a `SettingError`. */
export async function openStores({ data, reset, database }: Place) {
  if (reset && database !== undefined) throw new SettingError('--reset empties a data folder, never a database: leave one of the two out.')
  const temporary = data === ':memory:'
  const folder = temporary ? await mkdtemp(join(tmpdir(), 'jobs-api-')) : resolve(data)
  try {
    await makeFolder(folder)
    if (reset) await Promise.all(contents.map((name) => rm(join(folder, name), { recursive: true, force: true })))
    const records = database === undefined ? embedded(folder, temporary) : await inDatabase(database)
    return { ...records, archives: new DiskArtifactStore(join(folder, 'artifacts')), folder, temporary }
  } catch (error) {
    if (error instanceof SettingError) throw error
    throw new SettingError(`The data folder ${folder} cannot be used: ${messageOf(error)}. Choose another with --data.`)
  }
}

export async function closeStores({ close, folder, temporary }: OpenStores): Promise<void> {
  await close()
  if (temporary) await rm(folder, { recursive: true, force: true })
}

function embedded(folder: string, temporary: boolean): Records {
  const store = new SqliteJobStore(temporary ? ':memory:' : join(folder, 'jobs.sqlite'))
  return { store, logs: new DiskLogStore(join(folder, 'logs')), close: () => store.close() }
}

/** Its client library is loaded only by those who need it. */
async function inDatabase(url: string): Promise<Records> {
  const { PostgresJobStore } = await import('./storage/postgres/postgres-job-store.ts')
  const { PostgresLogStore } = await import('./storage/postgres/postgres-log-store.ts')
  try {
    const store = await PostgresJobStore.open(url)
    const logs = await PostgresLogStore.open(url)
    return { store, logs, close: async () => void (await Promise.all([store.close(), logs.close()])) }
  } catch (error) {
    throw new SettingError(`The database cannot be used: ${messageOf(error)}.`)
  }
}

/** Of a refusal in our words, what the other side said. */
const messageOf = (error: unknown) => {
  const said = error instanceof Error && error.cause instanceof Error ? error.cause : error
  return said instanceof Error ? said.message : String(said)
}

/** Makes a folder and those above it, one by one: Node's own way never ends where the system will have no folders, as below /proc. */
async function makeFolder(path: string): Promise<void> {
  if (existsSync(path)) return access(path, constants.W_OK)
  if (!existsSync(dirname(path))) await makeFolder(dirname(path))
  await mkdir(path)
}
