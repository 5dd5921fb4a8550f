import { randomUUID } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { DiskArtifactStore } from '../storage/disk/disk-artifact-store.ts'
import { DiskLogStore } from '../storage/disk/disk-log-store.ts'
import { SqliteJobStore } from '../storage/sqlite/sqlite-job-store.ts'
import type { Stores } from '../world/load-world.ts'
import { layeredArtifacts } from './layered-artifacts.ts'
import { layeredLogs } from './layered-logs.ts'
import type { PreparedWorld } from './prepared-worlds.ts'

/** The stores of a universe from one reset to the next. Whoever is in there when it is left behind comes to their end. */
export class Place implements Stores {
  readonly store: SqliteJobStore
  readonly logs: Stores['logs']
  readonly archives: Stores['archives']
  readonly #id = randomUUID()
  readonly #folder: string
  #visitors = 0
  #isLeft = false

  /** Begins with a world; what is changed is written below `folder`. */
  constructor({ rows, logs, archives }: PreparedWorld, folder: string) {
    this.#folder = join(folder, this.#id)
    this.store = new SqliteJobStore(':memory:', { copy: rows })
    this.logs = layeredLogs(logs, new DiskLogStore(join(this.#folder, 'logs')))
    this.archives = layeredArtifacts(archives, new DiskArtifactStore(join(this.#folder, 'artifacts')))
  }

  /** As that of a store, but never that of another place either. */
  mark(): string | undefined {
    const mark = this.store.mark()
    return mark === undefined ? undefined : `${this.#id} ${mark}`
  }

  enter(): void {
    this.#visitors++
  }

  async leave(): Promise<void> {
    this.#visitors--
    await this.#goWhenEmpty()
  }

  /** Nobody comes in any more. */
  async retire(): Promise<void> {
    this.#isLeft = true
    await this.#goWhenEmpty()
  }

  async #goWhenEmpty(): Promise<void> {
    if (!this.#isLeft || this.#visitors > 0) return
    await this.store.close()
    await rm(this.#folder, { recursive: true, force: true })
  }
}
