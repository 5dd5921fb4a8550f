import { isLocked } from '../operations/available-archive.ts'
import { removeArtifacts } from '../operations/remove-artifacts.ts'
import type { Artifact } from '../storage/records.ts'
import type { Floor } from './floor.ts'

/** How many artifacts one sweep looks at. */
export const atOnce = 10_000

/**
 * Removes the artifacts whose time is over, rows and bytes, and so carries out what `deleteProjectArtifacts` orders. What is
 * kept for the latest successful pipeline of its ref stays, and so does everything while a project's statistics are refreshed.
 */
export async function sweep(floor: Floor): Promise<void> {
  const now = floor.clock.now()
  const expired = await floor.store.read((reader) => reader.expiredArtifacts(now, atOnce))
  for (const jobId of new Set(expired.map((artifact) => artifact.jobId))) await sweepJob(floor, jobId, now)
}

async function sweepJob(floor: Floor, jobId: number, now: number): Promise<void> {
  const removed = removeArtifacts(floor)
  const mayGo = await floor.store.read(async (reader) => {
    const job = await reader.job(jobId)
    return job !== undefined && (await reader.project(job.projectId))?.refreshingStatistics === false && !(await isLocked(reader, job))
  })
  if (!mayGo) return
  await floor.store.write(async (writer) =>
    removed.rows(
      writer,
      (await writer.artifacts(jobId)).filter((artifact) => isOver(artifact, now)),
    ),
  )
  await removed.files()
}

/** Asked again within the change: somebody may just have kept it. */
const isOver = ({ expireAt, fileType }: Artifact, now: number) => expireAt !== null && expireAt <= now && fileType !== 'trace'
