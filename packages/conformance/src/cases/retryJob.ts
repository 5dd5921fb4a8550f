import { expectRefusal, expectStatus, expectThat, rowOf } from '../answer.ts'
import type { Case } from '../case.ts'

export const retryJob: readonly Case<'retryJob'>[] = [
  {
    id: 'retryJob.not-over',
    level: 'must',
    source: 'retry-not-retryable',
    sentence: 'A job that is not over is refused with 403.',
    writes: true,
    async run({ project, request, findJob }) {
      const { id } = await findJob('a job that waits or runs', 'scope[]=running&scope[]=pending&scope[]=created')
      const answer = await request(`${project}/jobs/${id}/retry`, { method: 'POST' })
      expectRefusal(answer, 403, { message: '403 Forbidden - Job is not retryable' })
    },
  },
  {
    id: 'retryJob.twice',
    level: 'must',
    source: 'retry-not-retryable',
    sentence: 'Retrying answers with a new job, and the old one cannot be retried again.',
    writes: true,
    async run({ project, request, findJob }) {
      const { id } = await findJob('a job that has failed and may be retried', 'scope[]=failed', ({ archived }) => archived !== true)
      const first = await request(`${project}/jobs/${id}/retry`, { method: 'POST' })
      // Another attempt may have replaced it already; then the first retry is the second one.
      if (first.status !== 403) {
        expectStatus(first, 201)
        expectThat(first, rowOf(first).id !== id, `expected a new job, got ${id} again`)
      }
      const second = await request(`${project}/jobs/${id}/retry`, { method: 'POST' })
      expectRefusal(second, 403, { message: '403 Forbidden - Job is not retryable' })
    },
  },
]
