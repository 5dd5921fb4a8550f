import { expectHeader, expectRefusal, expectStatus, expectThat, numberedRowsOf } from '../answer.ts'
import type { Case } from '../case.ts'

export const listProjectJobs: readonly Case<'listProjectJobs'>[] = [
  {
    id: 'listProjectJobs.newest-first',
    level: 'must',
    source: 'list-jobs-project-order',
    sentence: 'The jobs of a project come newest first.',
    async run({ project, request }) {
      const answer = await request(`${project}/jobs?per_page=100`)
      expectStatus(answer, 200)
      const ids = numberedRowsOf(answer).map(({ id }) => id)
      const sorted = ids.every((id, index) => index === 0 || id < (ids[index - 1] ?? 0))
      expectThat(answer, sorted, `expected descending ids, got ${ids.join(', ')}`)
    },
  },
  {
    id: 'listProjectJobs.scope',
    level: 'must',
    source: 'requests-scope-array',
    sentence: 'The statuses in scope[] are or-ed, and one may be given as a plain scope.',
    async run({ project, request, findJob }) {
      const { status } = await findJob('any job', '')
      const [list, plain] = [
        await request(`${project}/jobs?scope[]=${status}&scope[]=skipped`),
        await request(`${project}/jobs?scope=${status}`),
      ]
      for (const answer of [list, plain]) expectStatus(answer, 200)
      expectThat(
        list,
        numberedRowsOf(list).every((job) => job['status'] === status || job['status'] === 'skipped'),
        `expected only ${status} and skipped`,
      )
      expectThat(
        plain,
        numberedRowsOf(plain).every((job) => job['status'] === status),
        `expected only ${status}`,
      )
      expectThat(plain, numberedRowsOf(plain).length > 0, `expected the jobs that are ${status}, got none`)
    },
  },
  {
    id: 'listProjectJobs.bad-scope',
    level: 'must',
    source: 'list-jobs-project-bad-scope',
    sentence: 'A status that does not exist is refused with 400.',
    async run({ project, request }) {
      expectRefusal(await request(`${project}/jobs?scope[]=broken`), 400, { error: 'scope does not have a valid value' })
    },
  },
  {
    id: 'listProjectJobs.no-totals',
    level: 'must',
    source: 'pagination-project-jobs-no-totals',
    sentence: 'The list of a project never tells how many jobs there are, to HEAD no more than to GET.',
    async run({ project, request }) {
      for (const method of ['GET', 'HEAD'] as const) {
        const answer = await request(`${project}/jobs?per_page=1`, { method })
        expectStatus(answer, 200)
        for (const name of ['X-Total', 'X-Total-Pages']) expectHeader(answer, name, null)
        expectHeader(answer, 'X-Per-Page', /^1$/)
      }
    },
  },
  {
    id: 'listProjectJobs.no-token',
    level: 'must',
    source: 'authentication-missing',
    sentence: 'Without a token the list is refused with 401, in a public project too.',
    async run({ project, request }) {
      expectRefusal(await request(`${project}/jobs`, { anonymous: true }), 401, { message: '401 Unauthorized' })
    },
  },
]
