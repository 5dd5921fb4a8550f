import { mkdtemp } from 'node:fs/promises'
import { join } from 'node:path'
import { DiskArtifactStore } from '../storage/disk/disk-artifact-store.ts'
import { DiskLogStore } from '../storage/disk/disk-log-store.ts'
import type { Instant } from '../storage/records.ts'
import { SqliteJobStore } from '../storage/sqlite/sqlite-job-store.ts'
import type { Stores } from '../world/load-world.ts'

/** A world as it was loaded, to begin with again and again: nothing in it is ever changed. */
export interface PreparedWorld {
  /** Of a store that can be opened as often as one likes. */
  readonly rows: Uint8Array
  readonly logs: Pick<DiskLogStore, 'read'>
  readonly archives: Pick<DiskArtifactStore, 'read'>
}

/** Puts a world into empty stores. */
export type Fill = (stores: Stores, at: Instant) => Promise<void>

/** So many are kept ready. Those that were left out go on where they are in use, and are loaded again when they are wanted again. */
const most = 24

/** Loads each world once for each moment at which it is to begin; after that, to begin with it costs no more than a copy. */
export class PreparedWorlds {
  readonly #folder: string
  readonly #ready = new Map<string, Promise<PreparedWorld>>()

  /** `folder` belongs to whoever made it, and goes with them. */
  constructor(folder: string) {
    this.#folder = folder
  }

  get(name: string, at: Instant, fill: Fill): Promise<PreparedWorld> {
    const key = `${at} ${name}`
    const ready = this.#ready.get(key) ?? this.#prepare(at, fill)
    this.#ready.delete(key)
    this.#ready.set(key, ready)
    const [oldest] = this.#ready.keys()
    if (this.#ready.size > most && oldest !== undefined) this.#ready.delete(oldest)
    // What could not be loaded is tried again.
    ready.catch(() => this.#ready.delete(key))
    return ready
  }

  async #prepare(at: Instant, fill: Fill): Promise<PreparedWorld> {
    const folder = await mkdtemp(join(this.#folder, 'world-'))
    const store = new SqliteJobStore(':memory:')
    const logs = new DiskLogStore(join(folder, 'logs'))
    const archives = new DiskArtifactStore(join(folder, 'artifacts'))
    try {
      await fill({ store, logs, archives }, at)
      return { rows: await store.copy(), logs, archives }
    } finally {
      await store.close()
    }
  }
}
