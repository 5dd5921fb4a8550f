import { expectRefusal } from '../answer.ts'
import type { Case } from '../case.ts'

export const getTokenJob: readonly Case<'getTokenJob'>[] = [
  {
    id: 'getTokenJob.other-token',
    level: 'must',
    source: 'token-job-other-token',
    sentence: 'A token that belongs to no job is told that there is no such job.',
    async run({ request }) {
      expectRefusal(await request('/job'), 404, { message: '404 Job Not Found' })
    },
  },
  {
    id: 'getTokenJob.no-token',
    level: 'must',
    source: 'token-job-no-token',
    sentence: 'Without a token the request is refused with 401.',
    async run({ request }) {
      expectRefusal(await request('/job', { anonymous: true }), 401, { message: '401 Unauthorized' })
    },
  },
]
