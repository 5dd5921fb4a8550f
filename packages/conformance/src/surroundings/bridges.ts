import { expectStatus, type NumberedRow, numberedRowsOf } from '../expectations.ts'
import { Untestable } from '../outcomes.ts'
import type { Target } from '../target/target.ts'
import { once, pipelinesOf } from './look-around.ts'
import { askHandler } from './state-handler.ts'
import { states } from './states.ts'

/** A trigger job, and the pipeline in whose list it stands. */
export interface ListedBridge {
  readonly bridge: NumberedRow
  readonly pipeline_id: number
}

/** The trigger jobs of the newest pipelines. */
export const bridgesOf = (target: Target): Promise<readonly ListedBridge[]> =>
  once(target, 'bridges', async () => {
    const bridges: ListedBridge[] = []
    if (!target.has('listPipelineBridges')) return bridges
    for (const pipeline_id of await pipelinesOf(target)) {
      const answer = await target.ask('listPipelineBridges', { pipeline_id, per_page: 100 }, { lookAround: true })
      expectStatus(answer, 200)
      bridges.push(...numberedRowsOf(answer).map((bridge) => ({ bridge, pipeline_id })))
    }
    return bridges
  })

/** A pipeline with several trigger jobs if there is one or the handler brings one, and with one otherwise. */
export const pipelineWithBridges = (target: Target): Promise<number> =>
  once(target, 'pipeline with trigger jobs', async () => {
    const [largest, ...others] = (await bridgesOf(target)).toSorted((one, other) => one.pipeline_id - other.pipeline_id)
    const several = others.find(({ pipeline_id }, index) => pipeline_id === [largest, ...others][index]?.pipeline_id)
    const brought = several === undefined ? await askHandler(target, states.bridges) : undefined
    if (typeof brought?.pipeline_id === 'number') return brought.pipeline_id
    if (largest === undefined) throw new Untestable('needs a pipeline with a trigger job')
    return (several ?? largest).pipeline_id
  })
