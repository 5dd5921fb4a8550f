import { copyFile, mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { layeredArtifacts } from '../sandbox/layered-artifacts.ts'
import { layeredLogs } from '../sandbox/layered-logs.ts'
import type { Stores } from '../world/load-world.ts'
import { DiskArtifactStore } from './disk/disk-artifact-store.ts'
import { DiskLogStore } from './disk/disk-log-store.ts'
import { SqliteJobStore } from './sqlite/sqlite-job-store.ts'

// Stores for tests: embedded ones, or those of a database and an object store if the environment names them.

const { JOBS_API_TEST_DATABASE: database, JOBS_API_TEST_OBJECTS: objects } = process.env

/** Where tests may make databases and objects as they like. */
export interface Beyond {
  readonly database: string
  readonly objects: string
}

const beyond: Beyond | undefined = database === undefined || objects === undefined ? undefined : { database, objects }

export interface TestStores extends Stores {
  /** After this, nothing is left of them. */
  close(): Promise<void>
}

/** Stores with something in them that is copied for whoever wants to change it. */
export interface Original {
  readonly stores: Stores
  copy(): Promise<TestStores>
  remove(): Promise<void>
}

export async function emptyStores(): Promise<TestStores> {
  if (beyond !== undefined) return (await import('./beyond-stores.suite.ts')).emptyBeyond(beyond)
  const folder = await mkdtemp(join(tmpdir(), 'jobs-api-stores-'))
  const stores = { ...filesIn(folder), store: new SqliteJobStore(':memory:') }
  return { ...stores, close: () => closed(stores, folder) }
}

export async function original(fill: (stores: Stores) => Promise<void>): Promise<Original> {
  if (beyond !== undefined) return (await import('./beyond-stores.suite.ts')).originalBeyond(beyond, fill)
  const folder = await mkdtemp(join(tmpdir(), 'jobs-api-original-'))
  const filled = storesIn(folder)
  await fill(filled)
  await filled.store.close()
  const stores = storesIn(folder)
  let copies = 0
  return {
    stores,
    async copy() {
      const own = join(folder, 'copies', String(++copies))
      await mkdir(own, { recursive: true })
      await copyFile(join(folder, 'jobs.sqlite'), join(own, 'jobs.sqlite'))
      const { store, logs, archives } = storesIn(own)
      const layered = { store, logs: layeredLogs(stores.logs, logs), archives: layeredArtifacts(stores.archives, archives) }
      return { ...layered, close: () => closed(layered, own) }
    },
    remove: () => closed(stores, folder),
  }
}

const filesIn = (folder: string) => ({
  logs: new DiskLogStore(join(folder, 'logs')),
  archives: new DiskArtifactStore(join(folder, 'artifacts')),
})

const storesIn = (folder: string): Stores => ({ ...filesIn(folder), store: new SqliteJobStore(join(folder, 'jobs.sqlite')) })

async function closed({ store }: Stores, folder: string): Promise<void> {
  await store.close()
  await rm(folder, { recursive: true, force: true })
}
