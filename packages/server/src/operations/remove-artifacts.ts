import type { JobWriter } from '../storage/job-store.ts'
import type { Artifact } from '../storage/records.ts'
import type { Desk } from './operation.ts'

/**
 * Removes artifacts in two steps: the rows with the change that orders it, the bytes once that change is kept. A crash
 * between the two leaves bytes that nothing refers to, never a reference to bytes that are gone.
 */
export function removeArtifacts({ archives, logs }: Pick<Desk, 'archives' | 'logs'>) {
  const keys: string[] = []
  const jobs: number[] = []
  return {
    async rows(writer: JobWriter, artifacts: readonly Artifact[]): Promise<void> {
      await writer.removeArtifacts(artifacts.map(({ id }) => id))
      keys.push(...artifacts.flatMap(({ key }) => (key === null ? [] : [key])))
    },
    log(jobId: number): void {
      jobs.push(jobId)
    },
    async files(): Promise<void> {
      await archives.remove(keys)
      await logs.remove(jobs)
    },
  }
}
