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

/** Removes what a server that was killed, or could not reach the bytes, did not come to. */
export async function finishRemovals(stores: Stores): Promise<void> {
  await removeBytes(stores, await stores.store.read((reader) => reader.removals()))
}

/** What was asked for is done, so nobody may be told that it was not. What is left is noted, and will be removed some other time. */
async function removeBytes(stores: Stores, removals: readonly Removal[]): Promise<void> {
  if (removals.length === 0) return
  try {
    await stores.archives.remove(removals.flatMap(({ keys }) => keys))
    await stores.logs.remove(removals.flatMap(({ logs }) => logs))
    await stores.store.write((writer) => writer.forgetRemovals(removals.map(({ id }) => id)))
  } catch (error) {
    if (!(error instanceof LostUpdate || error instanceof StoreBusy)) throw error
  }
}
