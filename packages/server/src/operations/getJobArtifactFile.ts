import { availableArchive } from './available-archive.ts'
import { isFound, reading } from './look-up.ts'
import type { Operation } from './operation.ts'
import { sendEntry } from './send-archive.ts'

export const getJobArtifactFile: Operation<'getJobArtifactFile'> = ({ path }, desk) =>
  desk.store.read(async (reader) => {
    const found = await reading.job(reader, desk, path, { ability: 'read_job_artifacts', projectAbility: 'read_build' })
    if (!isFound(found)) return found
    return sendEntry(reader, desk, await availableArchive(reader, found.job, found.artifacts, desk.now), path.artifact_path)
  })
