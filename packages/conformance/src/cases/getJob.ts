import { expectRefusal, expectStatus, expectThat, rowOf } from '../answer.ts'
import type { Case } from '../case.ts'
import { findBridge } from '../pipelines.ts'
import { missing } from '../target.ts'

export const getJob: readonly Case<'getJob'>[] = [
  {
    id: 'getJob.missing-job',
    level: 'must',
    source: 'list-jobs-get-missing',
    sentence: 'A job that does not exist is refused with 404 and a small f.',
    async run({ project, request }) {
      expectRefusal(await request(`${project}/jobs/${missing.job}`), 404, { message: '404 Not found' })
    },
  },
  {
    id: 'getJob.missing-project',
    level: 'must',
    source: 'errors-project-not-found',
    sentence: 'In a project that does not exist the project is what is missing.',
    async run({ request }) {
      expectRefusal(await request(`/projects/${missing.project}/jobs/1`), 404, { message: '404 Project Not Found' })
    },
  },
  {
    id: 'getJob.failure-reason',
    level: 'must',
    source: 'job-failure-reason',
    sentence: 'A failed job gives a reason, and no other job has that member.',
    async run({ project, request, findJob }) {
      for (const status of ['failed', 'success']) {
        const { id } = await findJob(`a job that is ${status}`, `scope[]=${status}`)
        const answer = await request(`${project}/jobs/${id}`)
        expectStatus(answer, 200)
        const has = 'failure_reason' in rowOf(answer)
        expectThat(answer, has === (status === 'failed'), `expected failure_reason ${has ? 'to be missing' : 'to be there'}`)
      }
    },
  },
  {
    id: 'getJob.bridge',
    level: 'must',
    source: 'requests-build-lookup',
    sentence: 'The id of a trigger job is not found here.',
    async run(target) {
      const { id } = await findBridge(target)
      expectRefusal(await target.request(`${target.project}/jobs/${id}`), 404, { message: '404 Not found' })
    },
  },
]
