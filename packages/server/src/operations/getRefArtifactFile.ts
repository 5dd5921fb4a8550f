import { archiveOf } from '../views/artifact.ts'
import { jobOfRef } from './job-of-ref.ts'
import { isFound } from './look-up.ts'
import type { Operation } from './operation.ts'
import { sendEntry } from './send-archive.ts'

export const getRefArtifactFile: Operation<'getRefArtifactFile'> = ({ path, query }, desk) =>
  desk.store.read(async (reader) => {
    const question = { path, name: query.job, searchRecent: query.search_recent_successful_pipelines ?? false }
    const found = await jobOfRef(reader, desk, question)
    if (!isFound(found)) return found
    return sendEntry(reader, desk, archiveOf(found.artifacts), path.artifact_path)
  })
