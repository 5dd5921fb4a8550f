import { isDeepStrictEqual } from 'node:util'
import { expectRefusal, expectStatus, expectThat, rowOf } from '../answer.ts'
import type { Case } from '../case.ts'
import { missing } from '../target.ts'

export const cancelJob: readonly Case<'cancelJob'>[] = [
  {
    id: 'cancelJob.finished',
    level: 'must',
    source: 'cancel-nothing',
    sentence: 'Cancelling a job that has finished answers 201 and changes nothing.',
    writes: true,
    async run({ project, request, findJob }) {
      const job = await findJob('a job that has succeeded', 'scope[]=success')
      const answer = await request(`${project}/jobs/${job.id}/cancel`, { method: 'POST' })
      expectStatus(answer, 201)
      const after = rowOf(answer)
      for (const name of ['id', 'status', 'finished_at'])
        expectThat(answer, isDeepStrictEqual(after[name], job[name]), `expected ${name} to stay ${job[name]}, got ${after[name]}`)
    },
  },
  {
    id: 'cancelJob.missing-job',
    level: 'must',
    source: 'errors-record-not-found',
    sentence: 'A job that does not exist is refused with 404.',
    writes: true,
    async run({ project, request }) {
      expectRefusal(await request(`${project}/jobs/${missing.job}/cancel`, { method: 'POST' }), 404, { message: '404 Not found' })
    },
  },
]
