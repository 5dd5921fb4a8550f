import { expectRefusal } from '../answer.ts'
import type { Case } from '../case.ts'
import { missing } from '../target.ts'

// Only what cannot delete anything: an examiner does not empty the house to see whether the door closes.
export const deleteProjectArtifacts: readonly Case<'deleteProjectArtifacts'>[] = [
  {
    id: 'deleteProjectArtifacts.missing-project',
    level: 'must',
    source: 'errors-project-not-found',
    sentence: 'A project that does not exist is refused with 404.',
    writes: true,
    async run({ request }) {
      const answer = await request(`/projects/${missing.project}/artifacts`, { method: 'DELETE' })
      expectRefusal(answer, 404, { message: '404 Project Not Found' })
    },
  },
]
