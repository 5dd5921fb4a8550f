import { availableArchive } from './available-archive.ts'
import { isFound, reading } from './look-up.ts'
import type { Operation } from './operation.ts'
import { findEntry, isEntry, sendEntry } from './send-archive.ts'

export const getJobArtifactFile: Operation<'getJobArtifactFile'> = async ({ path }, desk) => {
  const found = await desk.store.read(async (reader) => {
    const job = await reading.job(reader, desk, path, { ability: 'read_job_artifacts', projectAbility: 'read_build' })
    if (!isFound(job)) return job
    return findEntry(reader, await availableArchive(reader, job.job, job.artifacts, desk.now), path.artifact_path)
  })
  return isEntry(found) ? sendEntry(desk, found) : found
}
