import { createHash, randomUUID } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Readable, Transform, type Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { type ArtifactStore, assertKey } from '../artifact-store.ts'
import type { Bytes } from '../bytes.ts'
import { streamOfFile } from './open-file.ts'
import { sendFile } from './send-file.ts'

/** One file an artifact, below one folder. */
export class DiskArtifactStore implements ArtifactStore {
  readonly #folder: string
  /** All in one place, so that what nobody finished is found without a search. */
  readonly #unfinished: string

  constructor(folder: string) {
    this.#folder = folder
    this.#unfinished = join(folder, 'unfinished')
  }

  /** Removes what was being put when a process died. Only for whoever starts: what is being put now would go, too. */
  removeUnfinished(): Promise<void> {
    return rm(this.#unfinished, { recursive: true, force: true })
  }

  async put(key: string, bytes: Readable): Promise<{ size: number; sha256: string }> {
    const path = this.#path(key)
    // Two may put the same at once, so each writes a file of its own and the last to finish wins.
    const unfinished = join(this.#unfinished, randomUUID())
    // A stream may break before it is piped; without a listener that would end the process.
    bytes.on('error', () => undefined)
    await Promise.all([dirname(path), this.#unfinished].map((folder) => mkdir(folder, { recursive: true })))
    const digest = createHash('sha256')
    let size = 0
    const measure = new Transform({
      transform(chunk: Buffer, _encoding, done) {
        digest.update(chunk)
        size += chunk.length
        done(null, chunk)
      },
    })
    try {
      await pipeline(bytes, measure, createWriteStream(unfinished, { flush: true }))
      await rename(unfinished, path)
    } catch (accident) {
      await rm(unfinished, { force: true })
      throw accident
    }
    return { size, sha256: digest.digest('hex') }
  }

  async read(key: string): Promise<Bytes | undefined> {
    const path = this.#path(key)
    return fileBytes(path)
  }

  async remove(keys: readonly string[]): Promise<void> {
    await Promise.all(keys.map((key) => rm(this.#path(key), { force: true })))
  }

  #path(key: string): string {
    assertKey(key)
    return join(this.#folder, key)
  }
}

/** A file as a body, or undefined if there is none. */
export async function fileBytes(path: string): Promise<(Bytes & { changedAt: number }) | undefined> {
  const found = await stat(path).catch(() => undefined)
  if (!found?.isFile()) return undefined
  const open = (start: number, end: number) => (start < end ? streamOfFile(path, start, end) : Readable.from([]))
  const sendTo = (target: Writable, start: number, end: number) => sendFile(path, target, start, end)
  return { size: found.size, changedAt: found.mtimeMs, ranges: true, open, sendTo }
}
