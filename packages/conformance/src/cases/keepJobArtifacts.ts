import { expectStatus } from '../answer.ts'
import { findUnarchived } from '../archives.ts'
import type { Case } from '../case.ts'

export const keepJobArtifacts: readonly Case<'keepJobArtifacts'>[] = [
  {
    id: 'keepJobArtifacts.nothing',
    level: 'must',
    source: 'keep-nothing',
    sentence: 'A job without an archive has nothing to keep: 404.',
    writes: true,
    async run(target) {
      const { id } = await findUnarchived(target)
      expectStatus(await target.request(`${target.project}/jobs/${id}/artifacts/keep`, { method: 'POST' }), 404)
    },
  },
]
