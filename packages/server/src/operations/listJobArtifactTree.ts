import type { JobReader } from '../storage/job-store.ts'
import type { Artifact } from '../storage/records.ts'
import { treeEntryView } from '../views/artifact.ts'
import { availableArchive } from './available-archive.ts'
import { isFound, reading } from './look-up.ts'
import type { Desk, Operation } from './operation.ts'
import { countLimit, type PageQuery, pageHeaders, pageOf, rowsOf } from './pagination.ts'
import { refuse } from './refusals.ts'

export const listJobArtifactTree: Operation<'listJobArtifactTree'> = ({ path, query }, desk) =>
  desk.store.read(async (reader) => {
    const found = await reading.job(reader, desk, path, { ability: 'read_job_artifacts', projectAbility: 'read_build' })
    if (!isFound(found)) return found
    const archive = await availableArchive(reader, found.job, found.artifacts, desk.now)
    if (archive === undefined) return refuse('artifacts_not_found')
    if (!found.artifacts.some(({ fileType }) => fileType === 'metadata')) return refuse('artifacts_metadata_not_found')
    return tree(reader, desk, archive, query)
  })

async function tree(reader: JobReader, desk: Desk, archive: Artifact, query: PageQuery & { path?: string; recursive?: boolean }) {
  const directory = query.path === undefined || query.path === '' ? '' : query.path.replace(/\/*$/, '/')
  if (directory !== '' && !(await reader.entry(archive.id, directory))?.isDirectory) return refuse('path_not_found')
  const question = { artifactId: archive.id, directory, recursive: query.recursive ?? false }
  const page = pageOf(query)
  const total = await reader.countEntries(question, countLimit + 1)
  const { rows, hasMore } = await rowsOf(page, (window) => reader.entries(question, window))
  return { status: 200 as const, body: rows.map(treeEntryView), headers: pageHeaders(desk.address, page, { hasMore, total }) }
}
