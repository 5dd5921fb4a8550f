import type { Bytes } from './bytes.ts'

/** Where the logs of jobs are kept. */
export interface LogStore {
  append(jobId: number, bytes: Uint8Array): Promise<void>
  /** Undefined if the job has no log. */
  read(jobId: number): Promise<(Bytes & { readonly changedAt: number }) | undefined>
  remove(jobIds: readonly number[]): Promise<void>
  /** Moves logs that have been at rest for a while to where they are kept for less. Whoever reads or appends notices nothing. */
  settle?(): Promise<void>
}
