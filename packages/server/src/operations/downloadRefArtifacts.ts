import { archiveOf } from '../views/artifact.ts'
import { jobOfRef } from './job-of-ref.ts'
import { isFound } from './look-up.ts'
import type { Operation } from './operation.ts'
import { sendArchive } from './send-archive.ts'

export const downloadRefArtifacts: Operation<'downloadRefArtifacts'> = async ({ path, query }, desk) => {
  const question = { path, name: query.job, searchRecent: query.search_recent_successful_pipelines ?? false }
  const found = await desk.store.read((reader) => jobOfRef(reader, desk, question))
  return isFound(found) ? sendArchive(desk, archiveOf(found.artifacts)) : found
}
