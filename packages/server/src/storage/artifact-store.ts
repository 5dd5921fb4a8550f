import type { Readable } from 'node:stream'
import type { Bytes } from './bytes.ts'

/** Where the bytes of artifacts are kept, by keys that we make. */
export interface ArtifactStore {
  /** Takes all bytes, or none if the stream breaks. The digest is hexadecimal SHA-256. */
  put(key: string, bytes: Readable): Promise<{ size: number; sha256: string }>
  /** Undefined if there is nothing under that key. */
  read(key: string): Promise<Bytes | undefined>
  /** What is gone already does not matter. */
  remove(keys: readonly string[]): Promise<void>
}

/** Keys are ours; one that could lead out of the store is a mistake, not a request. */
export function assertKey(key: string): void {
  if (!/^[a-z0-9]+(?:[/._-][a-z0-9]+)*$/i.test(key)) throw new Error(`not a key: ${JSON.stringify(key)}`)
}
