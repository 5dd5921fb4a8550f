import { type JobWriter, LostUpdate, StoreBusy } from '../storage/job-store.ts'
import type { Artifact, Removal } from '../storage/records.ts'
import type { Desk } from './operation.ts'

type Stores = Pick<Desk, 'archives' | 'logs' | 'store'>

/**
 * Removes artifacts in two steps: the rows with the change that orders it, the bytes once that change is kept. What is still
 * to be removed is noted in the same change, so a crash between the two leaves neither a reference to bytes that are gone nor
 * bytes for ever.
 */
export function removeArtifacts(stores: Stores) {
  const noted: Removal[] = []
  return {
    async rows(writer: JobWriter, artifacts: readonly Artifact[]): Promise<void> {
      await writer.removeArtifacts(artifacts.map(({ id }) => id))
      const keys = artifacts.flatMap(({ key }) => (key === null ? [] : [key]))
      if (keys.length > 0) noted.push(await writer.addRemoval({ keys, logs: [] }))
    },
    async log(writer: JobWriter, jobId: number): Promise<void> {
      noted.push(await writer.addRemoval({ keys: [], logs: [jobId] }))
    },
    files: () => removeBytes(stores, noted),
  }
}

/** Removes what a server that was killed did not come to. */
export async function finishRemovals(stores: Stores): Promise<void> {
  await removeBytes(stores, await stores.store.read((reader) => reader.removals()))
}

async function removeBytes({ archives, logs, store }: Stores, removals: readonly Removal[]): Promise<void> {
  if (removals.length === 0) return
  await archives.remove(removals.flatMap(({ keys }) => keys))
  await logs.remove(removals.flatMap((removal) => removal.logs))
  await store.write((writer) => writer.forgetRemovals(removals.map(({ id }) => id))).catch(leaveNoted)
}

/** What was asked for is done, so nobody may be told that it was not. A note that is left is found at the next start. */
function leaveNoted(error: unknown): void {
  if (!(error instanceof LostUpdate || error instanceof StoreBusy)) throw error
}
