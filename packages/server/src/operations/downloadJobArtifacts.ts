import { archiveOf } from '../views/artifact.ts'
import { isFound, reading } from './look-up.ts'
import type { Operation } from './operation.ts'
import { sendArchive } from './send-archive.ts'

export const downloadJobArtifacts: Operation<'downloadJobArtifacts'> = async ({ path }, desk) => {
  const found = await desk.store.read((reader) =>
    reading.job(reader, desk, path, { ability: 'read_job_artifacts', projectAbility: 'read_build' }),
  )
  return isFound(found) ? sendArchive(desk, archiveOf(found.artifacts)) : found
}
