import type { Operation } from './operation.ts'
import { refuse } from './refusals.ts'
import { showJob } from './show-job.ts'

export const getTokenJob: Operation<'getTokenJob'> = async (_input, desk) => {
  const job = desk.caller?.job
  if (job === undefined) return refuse('token_job_not_found')
  return { status: 200, body: await desk.store.read((reader) => showJob(reader, desk, job)) }
}
