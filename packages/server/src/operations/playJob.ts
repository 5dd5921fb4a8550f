import type { components } from '@jobs-api/contract'
import { allows } from '@jobs-api/lifecycle'
import { may } from '../access/abilities.ts'
import type { Variable } from '../storage/records.ts'
import { changeJob, enqueued, runAgain } from './change-job.ts'
import { factsOf } from './job-facts.ts'
import { inputsFor } from './job-inputs.ts'
import { acting, isFound } from './look-up.ts'
import type { Operation } from './operation.ts'
import { refuse } from './refusals.ts'
import { showBridge, showJob } from './show-job.ts'

export const playJob: Operation<'playJob'> = ({ path, body }, desk) =>
  desk.store.write(async (writer) => {
    const found = await acting.job(writer, desk, path, { ability: 'play_job', projectAbility: 'read_build', kinds: ['build', 'bridge'] })
    if (!isFound(found)) return found
    const { job: asked, pipeline, who, subject } = found
    const variables = body?.job_variables_attributes?.map(variableOf) ?? []
    if (variables.length > 0 && !may('set_pipeline_variables', who, subject)) return refuse('not_allowed')
    const again = allows('playAgain', factsOf(found))
    if (!again && !allows('play', factsOf(found))) return refuse('job_not_playable')
    const inputs = inputsFor(asked, body?.job_inputs ?? {})
    if ('refusal' in inputs) return inputs.refusal
    const given = { variables: asked.kind === 'build' ? variables : [], inputValues: inputs.values }
    const job = again
      ? await runAgain(writer, desk, pipeline, asked, given)
      : await changeJob(writer, desk, pipeline, enqueued(asked, desk, given))
    return { status: 200, body: job.kind === 'build' ? await showJob(writer, desk, job) : await showBridge(writer, desk, job) }
  })

function variableOf({ key, value, variable_type }: components['schemas']['JobVariable']): Variable {
  return { key: String(key), value: String(value), variable_type: variable_type ?? 'env_var' }
}
