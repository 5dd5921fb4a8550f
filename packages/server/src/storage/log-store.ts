import type { Bytes } from './bytes.ts'

/** Where the logs of jobs are kept. */
export interface LogStore {
  append(jobId: number, bytes: Uint8Array): Promise<void>
  /** Undefined if the job has no log. */
  read(jobId: number): Promise<(Bytes & { readonly changedAt: number }) | undefined>
  remove(jobIds: readonly number[]): Promise<void>
}
