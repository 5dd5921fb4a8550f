import { expectRefusal } from '../answer.ts'
import type { Case } from '../case.ts'
import { findBridge } from '../pipelines.ts'
import { missing } from '../target.ts'
import { Mismatch } from '../verdicts.ts'

export const listPipelineBridges: readonly Case<'listPipelineBridges'>[] = [
  {
    id: 'listPipelineBridges.members',
    level: 'must',
    source: 'bridge-members',
    sentence: 'A trigger job names its downstream pipeline, or null, and has no artifacts and no runner.',
    async run(target) {
      const bridge = await findBridge(target)
      if (!('downstream_pipeline' in bridge)) throw new Mismatch(`expected trigger job ${bridge.id} to have a downstream_pipeline`)
      const extra = ['artifacts', 'artifacts_file', 'runner', 'tag_list'].filter((name) => name in bridge)
      if (extra.length > 0) throw new Mismatch(`expected trigger job ${bridge.id} to have no ${extra.join(', ')}`)
    },
  },
  {
    id: 'listPipelineBridges.missing-pipeline',
    level: 'must',
    source: 'errors-record-not-found',
    sentence: 'A pipeline that does not exist is refused with 404.',
    async run({ project, request }) {
      expectRefusal(await request(`${project}/pipelines/${missing.pipeline}/bridges`), 404, { message: '404 Not found' })
    },
  },
]
