import { expectRefusal } from '../answer.ts'
import type { Case } from '../case.ts'

export const getRefArtifactFile: readonly Case<'getRefArtifactFile'>[] = [
  {
    id: 'getRefArtifactFile.missing-ref',
    level: 'must',
    source: 'artifacts-by-ref-missing',
    sentence: 'A branch without a successful pipeline is refused with 404.',
    async run({ project, request }) {
      const answer = await request(`${project}/jobs/artifacts/no/such/branch/raw/some/file.txt?job=test`)
      expectRefusal(answer, 404, { message: '404 Not found' })
    },
  },
]
