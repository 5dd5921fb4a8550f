import { allows } from '@jobs-api/lifecycle'
import { runAgain } from './change-job.ts'
import { factsOf } from './job-facts.ts'
import { inputsFor } from './job-inputs.ts'
import { acting, isFound } from './look-up.ts'
import type { Operation } from './operation.ts'
import { refuse } from './refusals.ts'
import { showJob } from './show-job.ts'

export const retryJob: Operation<'retryJob'> = ({ path, body }, desk) =>
  desk.store.write(async (writer) => {
    const found = await acting.job(writer, desk, path, { ability: 'retry_job', kinds: ['build', 'bridge'] })
    if (!isFound(found)) return found
    if (!allows('retry', factsOf(found))) return refuse('job_not_retryable')
    const inputs = inputsFor(found.job, body?.inputs ?? {})
    if ('refusal' in inputs) return inputs.refusal
    const job = await runAgain(writer, desk, found.pipeline, found.job, { variables: found.job.variables, inputValues: inputs.values })
    return { status: 201, body: await showJob(writer, desk, job) }
  })
