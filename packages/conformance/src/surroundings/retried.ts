import { expectStatus, type NumberedRow, numberedRowsOf } from '../expectations.ts'
import { Untestable } from '../outcomes.ts'
import type { Target } from '../target/target.ts'
import { jobsOf, once, pipelineIdOf, pipelinesOf } from './look-around.ts'

export interface Retried {
  readonly pipeline_id: number
  /** The older attempt. */
  readonly replaced: number
}

/** A job that was replaced by a newer attempt, found in the list of its pipeline. */
export const retriedInPipeline = (target: Target): Promise<Retried> =>
  once(target, 'retried in a pipeline', async () => {
    const every = target.edition === '17.x' || target.edition === 'current' ? { include_retried: true } : {}
    for (const pipeline_id of await pipelinesOf(target)) {
      const answer = await target.ask('listPipelineJobs', { pipeline_id, ...every, per_page: 100 }, { lookAround: true })
      expectStatus(answer, 200)
      const jobs = numberedRowsOf(answer)
      const replaced = jobs.find((job) => jobs.some(({ id, name }) => name === job['name'] && id > job.id))
      if (replaced !== undefined) return { pipeline_id, replaced: replaced.id }
    }
    throw new Untestable('needs a pipeline with a job that was retried')
  })

/** The same, found in the list of the project. */
export const retriedInProject = (target: Target): Promise<Retried> =>
  once(target, 'retried in the project', async () => {
    const jobs = await jobsOf(target)
    const isNewer = (job: NumberedRow) => (other: NumberedRow) =>
      other['name'] === job['name'] && pipelineIdOf(other) === pipelineIdOf(job) && other.id > job.id
    const replaced = jobs.find((job) => jobs.some(isNewer(job)))
    if (replaced === undefined) throw new Untestable('needs a pipeline with a job that was retried')
    return { pipeline_id: pipelineIdOf(replaced), replaced: replaced.id }
  })
