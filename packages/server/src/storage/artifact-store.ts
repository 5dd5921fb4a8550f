import type { Readable } from 'node:stream'
import type { Bytes } from './bytes.ts'
import type { Instant } from './records.ts'

/** How the store should send something by itself, and to which kind of request. */
export interface Download {
  readonly method: 'GET' | 'HEAD'
  readonly type: string
  readonly disposition: string
  /** When the address is asked for; it is good for some minutes from then on. */
  readonly at: Instant
}

/** Signs an address for a key. */
export type Link = (key: string, download: Download) => Promise<string>

/** Where the bytes of artifacts are kept, by keys that we make. */
export interface ArtifactStore {
  /** Takes all bytes, or none if the stream breaks. The digest is hexadecimal SHA-256. */
  put(key: string, bytes: Readable): Promise<{ size: number; sha256: string }>
  /** Undefined if there is nothing under that key. */
  read(key: string): Promise<Bytes | undefined>
  /** What is gone already does not matter. */
  remove(keys: readonly string[]): Promise<void>
  /**
   * An address at which the store sends the bytes without our help, to whoever has it. Whether they are there is not looked at. Left out
   * where they can only be had through us.
   */
  readonly link?: Link
}

/** Keys are ours; one that could lead out of the store is a mistake, not a request. */
export function assertKey(key: string): void {
  if (!/^[a-z0-9]+(?:[/._-][a-z0-9]+)*$/i.test(key)) throw new Error(`not a key: ${JSON.stringify(key)}`)
}
