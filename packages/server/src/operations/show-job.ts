import type { JobReader } from '../storage/job-store.ts'
import type { Job } from '../storage/records.ts'
import { bridgeView, jobView } from '../views/job.ts'
import type { Desk } from './operation.ts'

/** A job as the contract's `Job`, with everything that belongs to it. */
export async function showJob(reader: JobReader, desk: Desk, job: Job) {
  return jobView(await detailsOf(reader, job), desk)
}

/** A trigger job as the contract's `Bridge`. */
export async function showBridge(reader: JobReader, desk: Desk, job: Job) {
  return bridgeView(await detailsOf(reader, job), desk)
}

async function detailsOf(reader: JobReader, job: Job) {
  const [details] = await reader.details([job])
  if (details === undefined) throw new Error(`job ${job.id} has no details`)
  return details
}
