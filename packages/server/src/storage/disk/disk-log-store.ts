import { appendFile, mkdir, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { LogStore } from '../log-store.ts'
import { fileBytes } from './disk-artifact-store.ts'

/** One file a log, a thousand to a folder. */
export class DiskLogStore implements LogStore {
  readonly #folder: string

  constructor(folder: string) {
    this.#folder = folder
  }

  async append(jobId: number, bytes: Uint8Array): Promise<void> {
    const path = this.#path(jobId)
    await mkdir(dirname(path), { recursive: true })
    await appendFile(path, bytes)
  }

  async read(jobId: number) {
    return fileBytes(this.#path(jobId))
  }

  async remove(jobIds: readonly number[]): Promise<void> {
    await Promise.all(jobIds.map((id) => rm(this.#path(id), { force: true })))
  }

  #path(jobId: number): string {
    return join(this.#folder, String(Math.floor(jobId / 1000)), `${jobId}.log`)
  }
}
