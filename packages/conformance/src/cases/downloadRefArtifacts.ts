import { expectRefusal } from '../answer.ts'
import type { Case } from '../case.ts'

export const downloadRefArtifacts: readonly Case<'downloadRefArtifacts'>[] = [
  {
    id: 'downloadRefArtifacts.no-job',
    level: 'must',
    source: 'artifacts-by-ref-no-job',
    sentence: 'Without the name of a job the request is refused with 400.',
    async run({ project, request }) {
      expectRefusal(await request(`${project}/jobs/artifacts/main/download`), 400, { error: 'job is missing' })
    },
  },
  {
    id: 'downloadRefArtifacts.missing-ref',
    level: 'must',
    source: 'artifacts-by-ref-missing',
    sentence: 'A branch without a successful pipeline is refused with 404; slashes may stand in its name.',
    async run({ project, request }) {
      for (const ref of ['no/such/branch', 'no%2Fsuch%2Fbranch']) {
        const answer = await request(`${project}/jobs/artifacts/${ref}/download?job=test`)
        expectRefusal(answer, 404, { message: '404 Not found' })
      }
    },
  },
]
