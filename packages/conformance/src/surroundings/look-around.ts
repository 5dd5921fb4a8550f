import { expectStatus, isRow, type NumberedRow, numberedRowsOf } from '../expectations.ts'
import { Mismatch, NotAlone, Untestable } from '../outcomes.ts'
import type { Target } from '../target/target.ts'

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

/** The pipeline whose jobs are in the most different statuses, so that there is something to page through and to narrow. */
export function mostVariedPipeline(jobs: readonly NumberedRow[]): number {
  const byPipeline = Map.groupBy(jobs, pipelineIdOf)
  const varied = [...byPipeline].map(([id, its]) => [id, new Set(its.map(({ status }) => status)).size] as const)
  const [most] = varied.sort(([, one], [, other]) => other - one)
  if (most === undefined) throw new Untestable('needs a pipeline with a job')
  return most[0]
}

/** The newest pipelines of the project, as far as its jobs tell. */
export async function pipelinesOf(target: Target): Promise<readonly number[]> {
  return [...new Set((await jobsOf(target)).map(pipelineIdOf))].slice(0, mostPipelines)
}

/** Looks a thing up once in a run. What cannot be looked up cannot be examined; what is wrong with the look-up, its own check says. */
export async function once<Found>({ session }: Target, name: string, find: () => Promise<Found>): Promise<Found> {
  const known =
    session.known.get(name) ??
    find().catch((error: unknown) => {
      if (error instanceof NotAlone) session.known.delete(name)
      return untestable(error)
    })
  session.known.set(name, known)
  return known as Promise<Found>
}

function untestable(error: unknown): never {
  throw error instanceof Mismatch ? new Untestable(`needs to look around: ${error.message}`, { cause: error }) : error
}
