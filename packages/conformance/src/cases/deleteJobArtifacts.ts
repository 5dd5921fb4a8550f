import { expectStatus, expectThat } from '../answer.ts'
import { findUnarchived } from '../archives.ts'
import type { Case } from '../case.ts'

export const deleteJobArtifacts: readonly Case<'deleteJobArtifacts'>[] = [
  {
    id: 'deleteJobArtifacts.nothing',
    level: 'must',
    source: 'delete-artifacts-nothing',
    sentence: 'Where there is nothing to delete the answer is 204 all the same, however often.',
    writes: true,
    async run(target) {
      const { id } = await findUnarchived(target)
      for (let time = 0; time < 2; time++) {
        const answer = await target.request(`${target.project}/jobs/${id}/artifacts`, { method: 'DELETE' })
        expectStatus(answer, 204)
        expectThat(answer, answer.bytes.length === 0, 'expected no body')
      }
    },
  },
]
