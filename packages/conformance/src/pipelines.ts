import { type NumberedRow, numberedRowsOf } from './answer.ts'
import type { Target } from './target.ts'
import { Mismatch, Untestable } from './verdicts.ts'

/** The number of the pipeline that a job says it belongs to. */
export function pipelineOf({ id, pipeline }: NumberedRow): number {
  if (typeof pipeline === 'object' && pipeline !== null && 'id' in pipeline && typeof pipeline.id === 'number') return pipeline.id
  throw new Mismatch(`expected job ${id} to name its pipeline, got ${JSON.stringify(pipeline)}`)
}

/** A trigger job of one of the project's newest pipelines. */
export async function findBridge({ project, request }: Target): Promise<NumberedRow> {
  const jobs = numberedRowsOf(await request(`${project}/jobs?per_page=100`))
  for (const pipeline of new Set(jobs.map(pipelineOf))) {
    const [bridge] = numberedRowsOf(await request(`${project}/pipelines/${pipeline}/bridges`))
    if (bridge !== undefined) return bridge
  }
  throw new Untestable('needs a pipeline with a trigger job')
}
