import type { Clock } from '../clock.ts'
import type { ArtifactStore } from '../storage/artifact-store.ts'
import type { JobStore, JobWriter } from '../storage/job-store.ts'
import type { LogStore } from '../storage/log-store.ts'
import type { Job, Pipeline } from '../storage/records.ts'
import type { Pace } from './pace.ts'

/** Where the simulated runners work. */
export interface Floor {
  readonly store: JobStore
  readonly logs: LogStore
  readonly archives: ArtifactStore
  readonly clock: Pick<Clock, 'now'>
  readonly pace: Pace
}

export type Change = (writer: JobWriter, job: Job, pipeline: Pipeline) => Promise<void>

/**
 * Changes one job in one transaction, if the job is still as it was seen: somebody may have stopped or erased it meanwhile.
 * Says whether it was.
 */
export function changing({ store }: Pick<Floor, 'store'>, seen: Job, change: Change): Promise<boolean> {
  return store.write(async (writer) => {
    const job = await writer.job(seen.id)
    if (job === undefined || !isSame(job, seen)) return false
    const pipeline = await writer.pipeline(job.projectId, job.pipelineId)
    if (pipeline === undefined) throw new Error(`job ${job.id} has lost its pipeline`)
    await change(writer, job, pipeline)
    return true
  })
}

function isSame(job: Job, seen: Job): boolean {
  return job.status === seen.status && job.erasedAt === seen.erasedAt && JSON.stringify(job.inHand) === JSON.stringify(seen.inHand)
}
