import { existsSync } from 'node:fs'
import { access, constants, mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { SettingError, type Settings } from './settings.ts'
import { DiskArtifactStore } from './storage/disk/disk-artifact-store.ts'
import { DiskLogStore } from './storage/disk/disk-log-store.ts'
import { SqliteJobStore } from './storage/sqlite/sqlite-job-store.ts'

export type OpenStores = Awaited<ReturnType<typeof openStores>>
type Place = Pick<Settings, 'data' | 'reset'>

/** What a data folder holds; whatever else lies in it is not ours. */
const contents = ['jobs.sqlite', 'jobs.sqlite-wal', 'jobs.sqlite-shm', 'logs', 'artifacts']

/** Whether the stores will be empty once they are open. */
export const willBeNew = ({ data, reset }: Place): boolean => reset || !existsSync(join(data, 'jobs.sqlite'))

/** Opens the stores in the data folder, which is emptied before if that was ordered. A folder that is no use is a `SettingError`. */
export async function openStores({ data, reset }: Place) {
  const temporary = data === ':memory:'
  const folder = temporary ? await mkdtemp(join(tmpdir(), 'jobs-api-')) : resolve(data)
  try {
    await makeFolder(folder)
    if (reset) await Promise.all(contents.map((name) => rm(join(folder, name), { recursive: true, force: true })))
    const store = new SqliteJobStore(temporary ? ':memory:' : join(folder, 'jobs.sqlite'))
    return {
      store,
      logs: new DiskLogStore(join(folder, 'logs')),
      archives: new DiskArtifactStore(join(folder, 'artifacts')),
      folder,
      temporary,
    }
  } catch (error) {
    throw new SettingError(
      `The data folder ${folder} cannot be used: ${error instanceof Error ? error.message : String(error)}. Choose another with --data.`,
    )
  }
}

export async function closeStores({ store, folder, temporary }: OpenStores): Promise<void> {
  await store.close()
  if (temporary) await rm(folder, { recursive: true, force: true })
}

/** Makes a folder and those above it, one by one: Node's own way never ends where the system will have no folders, as below /proc. */
async function makeFolder(path: string): Promise<void> {
  if (existsSync(path)) return access(path, constants.W_OK)
  if (!existsSync(dirname(path))) await makeFolder(dirname(path))
  await mkdir(path)
}
