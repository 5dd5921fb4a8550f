import { expectHeader, expectRefusal, expectStatus, expectThat } from '../answer.ts'
import type { Case } from '../case.ts'
import { missing } from '../target.ts'

export const getJobLog: readonly Case<'getJobLog'>[] = [
  {
    id: 'getJobLog.text',
    level: 'must',
    source: 'log-content-type',
    sentence: 'The log of a job is plain text.',
    async run({ project, request, findJob }) {
      const { id } = await findJob('a job that has finished', 'scope[]=success&scope[]=failed')
      const answer = await request(`${project}/jobs/${id}/trace`)
      expectStatus(answer, 200)
      expectHeader(answer, 'Content-Type', /^text\/plain\b/)
    },
  },
  {
    id: 'getJobLog.no-log',
    level: 'must',
    source: 'log-empty',
    sentence: 'A job that never wrote a log has an empty one; it is not missing.',
    async run({ project, request, findJob }) {
      const what = 'a job that never started, or that was erased'
      const { id } = await findJob(what, '', ({ started_at, erased_at }) => started_at === null || typeof erased_at === 'string')
      const answer = await request(`${project}/jobs/${id}/trace`)
      expectStatus(answer, 200)
      expectThat(answer, answer.bytes.length === 0, `expected an empty body, got ${answer.bytes.length} bytes`)
    },
  },
  {
    id: 'getJobLog.missing-job',
    level: 'must',
    source: 'errors-record-not-found',
    sentence: 'A job that does not exist is refused with 404.',
    async run({ project, request }) {
      expectRefusal(await request(`${project}/jobs/${missing.job}/trace`), 404, { message: '404 Not found' })
    },
  },
]
