import { expectStatus, isRow, type NumberedRow, numberedRowsOf } from '../expectations.ts'
import { Mismatch, Untestable } from '../outcomes.ts'
import type { Target } from '../target/target.ts'
import { askHandler } from './state-handler.ts'
import { states } from './states.ts'

// What is there already. Each thing is looked up once in a run; what is done with it afterwards, a check asks anew.

const pages = 5
const mostPipelines = 12

/** The newest jobs of the project, some hundreds of them. */
export const jobsOf = (target: Target): Promise<readonly NumberedRow[]> => once(target, 'jobs', () => readJobs(target))

async function readJobs(target: Target): Promise<readonly NumberedRow[]> {
  const jobs: NumberedRow[] = []
  for (let page = 1; page <= pages; page++) {
    const answer = await target.ask('listProjectJobs', { page, per_page: 100 }, { lookAround: true })
    expectStatus(answer, 200)
    const rows = numberedRowsOf(answer)
    jobs.push(...rows)
    const next = answer.headers.get('X-Next-Page') ?? ''
    if (rows.length === 0 || (next === '' && !/rel="next"/.test(answer.headers.get('Link') ?? ''))) break
  }
  return jobs
}

/** The number of the pipeline that a job says it belongs to. */
export function pipelineIdOf({ id, pipeline }: NumberedRow): number {
  if (isRow(pipeline) && typeof pipeline['id'] === 'number') return pipeline['id']
  throw new Untestable(`needs to know the pipeline of job ${id}, which does not tell`)
}

/** The pipeline with the most of these jobs, so that there is something to page through. */
export function largestPipeline(jobs: readonly NumberedRow[]): number {
  const counts = new Map<number, number>()
  for (const id of jobs.map(pipelineIdOf)) counts.set(id, (counts.get(id) ?? 0) + 1)
  const [largest] = [...counts].sort(([, one], [, other]) => other - one)
  if (largest === undefined) throw new Untestable('needs a pipeline with such a job')
  return largest[0]
}

/** The newest pipelines of the project, as far as its jobs tell. */
export async function pipelinesOf(target: Target): Promise<readonly number[]> {
  return [...new Set((await jobsOf(target)).map(pipelineIdOf))].slice(0, mostPipelines)
}

/** The trigger jobs of the newest pipelines. */
export const bridgesOf = (target: Target): Promise<readonly NumberedRow[]> =>
  once(target, 'bridges', async () => {
    const bridges: NumberedRow[] = []
    if (!target.has('listPipelineBridges')) return bridges
    for (const pipeline_id of await pipelinesOf(target)) {
      const answer = await target.ask('listPipelineBridges', { pipeline_id, per_page: 100 }, { lookAround: true })
      expectStatus(answer, 200)
      bridges.push(...numberedRowsOf(answer))
    }
    return bridges
  })

/** A pipeline with a job that was replaced by a newer attempt. */
export const pipelineOfRetriedJob = (target: Target): Promise<{ readonly pipeline_id: number; readonly replaced: number }> =>
  once(target, 'retried', async () => {
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

/** A pipeline with several trigger jobs if there is one or the handler brings one, and with one otherwise. */
export const pipelineWithBridges = (target: Target): Promise<number> =>
  once(target, 'pipeline with trigger jobs', async () => {
    const bridges = await bridgesOf(target)
    const hasSeveral = bridges.some((bridge) =>
      bridges.some(({ id, pipeline }) => id !== bridge.id && isSame(pipeline, bridge['pipeline'])),
    )
    const brought = hasSeveral ? undefined : await askHandler(target, states.bridges)
    return typeof brought?.pipeline_id === 'number' ? brought.pipeline_id : largestPipeline(bridges)
  })

const isSame = (one: unknown, other: unknown) => isRow(one) && isRow(other) && one['id'] === other['id']

/** Looks a thing up once in a run. What cannot be looked up cannot be examined; what is wrong with the look-up, its own check says. */
export async function once<Found>({ session }: Target, name: string, find: () => Promise<Found>): Promise<Found> {
  const known = session.known.get(name) ?? find().catch(untestable)
  session.known.set(name, known)
  return known as Promise<Found>
}

function untestable(error: unknown): never {
  throw error instanceof Mismatch ? new Untestable(`needs to look around: ${error.message}`) : error
}
