import type { JobWriter } from '../storage/job-store.ts'
import type { Artifact } from '../storage/records.ts'
import { isLocked } from './available-archive.ts'
import { acting, isFound } from './look-up.ts'
import type { Operation } from './operation.ts'
import { refuse } from './refusals.ts'

export const deleteProjectArtifacts: Operation<'deleteProjectArtifacts'> = ({ path }, desk) =>
  desk.store.write(async (writer) => {
    const found = await acting.project(writer, desk, path, 'delete_job_artifact')
    if (!isFound(found)) return found
    if (found.project.refreshingStatistics) return refuse('project_refreshing_stats')
    await expireAll(writer, await writer.projectArtifacts(found.project.id), desk.now)
    return { status: 202, body: { message: '202 Accepted' } }
  })

/** Marks everything as expired but logs, what is marked already, and what the latest successful pipelines keep; the sweep removes it later. */
async function expireAll(writer: JobWriter, artifacts: readonly Artifact[], now: number): Promise<void> {
  const byJob = Map.groupBy(
    artifacts.filter(({ fileType, expireAt }) => fileType !== 'trace' && (expireAt === null || expireAt > now)),
    ({ jobId }) => jobId,
  )
  for (const [jobId, ofJob] of byJob) {
    const job = await writer.job(jobId)
    if (job === undefined || (await isLocked(writer, job))) continue
    await writer.expireArtifacts(
      ofJob.map(({ id }) => id),
      now,
    )
    await writer.saveJob({ ...job, artifactsExpireAt: now })
  }
}
