import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DiskArtifactStore, DiskLogStore, type Hall, loadWorld, readWorld, SqliteJobStore } from '@jobs-api/server'

const demo = readWorld('demo')

export type Stores = Pick<Hall, 'store' | 'logs' | 'archives'>

/** The demo world to oneself, and the way to get rid of it. */
export interface World extends Stores {
  remove(): Promise<void>
}

export async function freshWorld(): Promise<World> {
  const folder = await mkdtemp(join(tmpdir(), 'jobs-api-kit-'))
  const store = new SqliteJobStore(':memory:')
  const stores: Stores = { store, logs: new DiskLogStore(join(folder, 'logs')), archives: new DiskArtifactStore(join(folder, 'artifacts')) }
  await loadWorld(await demo, stores, Date.now())
  return {
    ...stores,
    async remove() {
      await store.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
