import type { JobReader } from '../storage/job-store.ts'
import type { Artifact, Job } from '../storage/records.ts'
import { archiveOf } from '../views/artifact.ts'

/** Whether the artifacts of a job are kept because its pipeline is the latest successful one of its ref. */
export async function isLocked(reader: JobReader, job: Job): Promise<boolean> {
  const project = await reader.project(job.projectId)
  const pipeline = await reader.pipeline(job.projectId, job.pipelineId)
  if (project?.keepLatestArtifacts !== true || pipeline === undefined) return false
  const [latest] = await reader.successfulPipelines(project.id, pipeline.ref, 1)
  return latest?.id === pipeline.id
}

/** The archive of a job, if it has not expired or is kept all the same. */
export async function availableArchive(
  reader: JobReader,
  job: Job,
  artifacts: readonly Artifact[],
  now: number,
): Promise<Artifact | undefined> {
  const archive = archiveOf(artifacts)
  if (archive === undefined) return undefined
  const expired = archive.expireAt !== null && archive.expireAt <= now
  return !expired || (await isLocked(reader, job)) ? archive : undefined
}
