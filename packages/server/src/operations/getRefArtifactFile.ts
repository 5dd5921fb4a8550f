import { archiveOf } from '../views/artifact.ts'
import { jobOfRef } from './job-of-ref.ts'
import { isFound } from './look-up.ts'
import type { Operation } from './operation.ts'
import { findEntry, isEntry, sendEntry } from './send-archive.ts'

export const getRefArtifactFile: Operation<'getRefArtifactFile'> = async ({ path, query }, desk) => {
  const found = await desk.store.read(async (reader) => {
    const question = { path, name: query.job, searchRecent: query.search_recent_successful_pipelines ?? false }
    const job = await jobOfRef(reader, desk, question)
    return isFound(job) ? findEntry(reader, archiveOf(job.artifacts), path.artifact_path) : job
  })
  return isEntry(found) ? sendEntry(desk, found) : found
}
