import { artifactsOf } from './job-of-source.ts'
import type { Source } from './source.ts'
import { isSince } from './walk.ts'

/** What an import would copy, as far as the list of jobs tells. */
export interface Estimate {
  readonly pipelines: number
  readonly jobs: number
  readonly logs: number
  readonly logBytes: number
  readonly archives: number
  readonly archiveBytes: number
}

/** Reads the list of jobs only, and writes nothing. Jobs of a young pipeline that are older than `since` are not counted. */
export async function estimate({ jobs, project, signal }: Source, since: string | null): Promise<Estimate> {
  const pipelines = new Set<number>()
  const found = { jobs: 0, logs: 0, logBytes: 0, archives: 0, archiveBytes: 0 }
  for await (const { items } of jobs.listProjectJobs(project.id, { signal }).pages()) {
    const young = items.filter(({ created_at }) => isSince(created_at, since))
    if (young.length === 0) break
    for (const job of young) {
      pipelines.add(job.pipeline.id)
      found.jobs++
      for (const { fileType, size } of artifactsOf(job)) {
        if (fileType === 'trace') [found.logs, found.logBytes] = [found.logs + 1, found.logBytes + size]
        if (fileType === 'archive') [found.archives, found.archiveBytes] = [found.archives + 1, found.archiveBytes + size]
      }
    }
  }
  return { pipelines: pipelines.size, ...found }
}
