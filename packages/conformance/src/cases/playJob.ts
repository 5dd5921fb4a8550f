import { expectRefusal } from '../answer.ts'
import type { Case } from '../case.ts'
import { missing } from '../target.ts'

export const playJob: readonly Case<'playJob'>[] = [
  {
    id: 'playJob.not-manual',
    level: 'must',
    source: 'play-unplayable',
    sentence: 'A job that is running or only created cannot be played: 400.',
    writes: true,
    async run({ project, request, findJob }) {
      const { id } = await findJob('a job that is running or created', 'scope[]=running&scope[]=created')
      const answer = await request(`${project}/jobs/${id}/play`, { method: 'POST' })
      expectRefusal(answer, 400, { message: '400 Bad request - Unplayable Job' })
    },
  },
  {
    id: 'playJob.missing-job',
    level: 'must',
    source: 'errors-record-not-found',
    sentence: 'A job that does not exist is refused with 404.',
    writes: true,
    async run({ project, request }) {
      expectRefusal(await request(`${project}/jobs/${missing.job}/play`, { method: 'POST' }), 404, { message: '404 Not found' })
    },
  },
]
