import { expectRefusal } from '../answer.ts'
import type { Case } from '../case.ts'

export const eraseJob: readonly Case<'eraseJob'>[] = [
  {
    id: 'eraseJob.not-over',
    level: 'must',
    source: 'erase-not-erasable',
    sentence: 'A job that is not over is refused with 403.',
    writes: true,
    async run({ project, request, findJob }) {
      const { id } = await findJob('a job that waits or runs', 'scope[]=running&scope[]=pending&scope[]=created')
      const answer = await request(`${project}/jobs/${id}/erase`, { method: 'POST' })
      expectRefusal(answer, 403, { message: '403 Forbidden - Job is not erasable!' })
    },
  },
  {
    id: 'eraseJob.twice',
    level: 'must',
    source: 'erase-twice',
    sentence: 'A job that was erased already is refused with 403.',
    writes: true,
    async run({ project, request, findJob }) {
      const { id } = await findJob('a job that was erased', '', ({ erased_at }) => typeof erased_at === 'string')
      const answer = await request(`${project}/jobs/${id}/erase`, { method: 'POST' })
      expectRefusal(answer, 403, { message: '403 Forbidden - Job is not erasable!' })
    },
  },
]
