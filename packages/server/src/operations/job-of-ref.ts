import { may } from '../access/abilities.ts'
import type { JobReader } from '../storage/job-store.ts'
import type { Job } from '../storage/records.ts'
import { archiveOf } from '../views/artifact.ts'
import { isFound, reading, withJob } from './look-up.ts'
import type { Desk } from './operation.ts'
import { refuse } from './refusals.ts'

interface RefQuestion {
  readonly path: { id: number | string; ref_name: string }
  readonly name: string
  readonly searchRecent: boolean
}

/** How many successful pipelines are looked through if asked to. Fact `ref-artifacts-search-recent`. */
const recentPipelines = 100

/** The job whose artifacts stand for a ref: of that name, with an archive, in the latest successful pipeline. Or a refusal. */
export async function jobOfRef(reader: JobReader, desk: Desk, { path, name, searchRecent }: RefQuestion) {
  const found = await reading.project(reader, desk, path, 'read_build')
  if (!isFound(found)) return found
  const job = await newestJob(reader, found.project.id, path.ref_name, name, searchRecent)
  if (job === undefined) return refuse(searchRecent ? 'recent_job_not_found' : 'job_not_found')
  const whole = await withJob(reader, found, job)
  return may('read_job_artifacts', found.who, whole.subject) ? whole : refuse('not_allowed')
}

async function newestJob(reader: JobReader, projectId: number, ref: string, name: string, searchRecent: boolean): Promise<Job | undefined> {
  const pipelines = await reader.successfulPipelines(projectId, ref, searchRecent ? recentPipelines : 1)
  for (const { id: pipelineId } of pipelines) {
    const statuses = searchRecent ? { statuses: ['success' as const] } : {}
    const [job] = await reader.jobs({ projectId, kind: 'build', pipelineId, name, latestOnly: true, ...statuses }, { limit: 1 })
    if (job !== undefined && archiveOf(await reader.artifacts(job.id)) !== undefined) return job
  }
  return undefined
}
