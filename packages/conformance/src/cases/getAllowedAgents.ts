import { expectRefusal } from '../answer.ts'
import type { Case } from '../case.ts'

export const getAllowedAgents: readonly Case<'getAllowedAgents'>[] = [
  {
    id: 'getAllowedAgents.no-token',
    level: 'must',
    source: 'token-job-agents-auth',
    sentence: 'Without a token the request is refused with 401.',
    async run({ request }) {
      expectRefusal(await request('/job/allowed_agents', { anonymous: true }), 401, { message: '401 Unauthorized' })
    },
  },
]
