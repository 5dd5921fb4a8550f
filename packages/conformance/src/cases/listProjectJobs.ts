import { type Check, check } from '../check.ts'
import { expectHeader, expectSame, expectStatus, expectThat, isRow, numberedRowsOf, rowsOf } from '../expectations.ts'
import { refusesBlocked } from '../families/blocked.ts'
import { fitsContract } from '../families/contract.ts'
import { takesJobToken } from '../families/job-token.ts'
import { followed, relationsOf } from '../families/link-header.ts'
import { oneProject } from '../families/one-project.ts'
import { forReporters } from '../families/other-projects.ts'
import { pages } from '../families/pages.ts'
import { reading } from '../families/reading.ts'
import { scope } from '../families/scope.ts'
import { signIn } from '../families/sign-in.ts'
import { refuses } from '../families/twin.ts'
import { Untestable } from '../outcomes.ts'
import { refusals } from '../refusals.ts'
import { bridgesOf } from '../surroundings/bridges.ts'
import { jobsOf } from '../surroundings/look-around.ts'
import { pathOfProject } from '../surroundings/projects.ts'
import { retriedInPipeline } from '../surroundings/retried.ts'
import type { Exchange } from '../target/exchange.ts'
import type { Target } from '../target/target.ts'

const id = 'listProjectJobs'

export const listProjectJobs: readonly Check[] = [
  ...signIn(id),
  ...refusesBlocked(id),
  ...takesJobToken(id),
  ...oneProject(id),
  ...forReporters(id, ['list-jobs-project-access']),
  ...scope(id, ['list-jobs-project-scope']),
  ...pages(id),
  ...reading(id),
  ...fitsContract(id, ['history-first-operations', 'job-id']),
  check(
    `${id}.bare-name`,
    'must',
    ['requests-project-bare-name', 'errors-project-not-found'],
    'A project is not found by its name alone, without the path.',
    async (target) => {
      const name = (await pathOfProject(target)).split('/').at(-1) ?? ''
      await refuses(target, id, { how: { project: name } }, 404, refusals.projectNotFound)
    },
  ),
  check(
    `${id}.known-statuses`,
    'should',
    ['statuses-list', 'job-status', 'pipeline-status'],
    'Jobs and pipelines are in one of the thirteen statuses.',
    async (target) => {
      const answer = await target.ask(id, { per_page: 100 })
      expectStatus(answer, 200)
      for (const { status, pipeline } of numberedRowsOf(answer)) {
        expectThat(answer, thirteen.has(status), `expected a known status, got ${status}`)
        if (isRow(pipeline))
          expectThat(answer, thirteen.has(pipeline['status']), `expected a known status of a pipeline, got ${pipeline['status']}`)
      }
    },
  ),
  check(`${id}.newest-first`, 'must', 'list-jobs-project-order', 'The jobs of a project come newest first.', async (target) => {
    const answer = await target.ask(id, { per_page: 100 })
    expectStatus(answer, 200)
    const ids = numberedRowsOf(answer).map((job) => job.id)
    expectThat(answer, ids.length > 1, 'expected more than one job')
    expectSame(
      answer,
      'the order of ids',
      ids,
      ids.toSorted((one, other) => other - one),
    )
  }),
  check(`${id}.retried-among-them`, 'must', 'list-jobs-project-contents', 'Jobs that were retried are listed as well.', async (target) => {
    const { replaced } = await retriedInPipeline(target)
    const { ids, answer } = await everyJob(target)
    expectThat(answer, ids.includes(replaced), `expected job ${replaced}, which was retried, to be listed`)
  }),
  check(
    `${id}.created-among-them`,
    'must',
    'list-jobs-project-contents',
    'Jobs that have only been created are listed as well.',
    async (target) => {
      const narrow = await target.ask(id, { 'scope[]': ['created'], per_page: 1 })
      expectStatus(narrow, 200)
      const [created] = numberedRowsOf(narrow)
      if (created === undefined) throw new Untestable('needs a job that has only been created')
      const { ids, answer } = await everyJob(target)
      expectThat(answer, ids.includes(created.id), `expected job ${created.id}, which is created, to be listed`)
    },
  ),
  check(
    `${id}.no-trigger-jobs`,
    'must',
    'list-jobs-project-contents',
    'Trigger jobs are never listed.',
    async (target) => {
      const bridges = (await bridgesOf(target)).map(({ bridge }) => bridge.id)
      if (bridges.length === 0) throw new Untestable('needs a trigger job')
      const { ids, answer } = await everyJob(target)
      expectSame(
        answer,
        'the trigger jobs among the jobs',
        ids.filter((job) => bridges.includes(job)),
        [],
      )
    },
    { from: '13.2' },
  ),
  check(
    `${id}.no-totals`,
    'must',
    ['pagination-project-jobs-no-totals', 'pagination-totals'],
    'The list of a project never tells how long it is.',
    async (target) => {
      const answer = await target.ask(id, { per_page: 1 })
      expectStatus(answer, 200)
      expectHeader(answer, 'X-Per-Page', /^1$/)
      for (const name of ['X-Total', 'X-Total-Pages']) expectHeader(answer, name, null)
      expectThat(answer, !relationsOf(answer).has('last'), 'expected Link not to name the last page')
    },
  ),
  check(`${id}.empty`, 'must', 'pagination-empty', 'Where no job fits, the list is empty and nothing is refused.', async (target) => {
    const statuses = new Set((await jobsOf(target)).map(({ status }) => status))
    const rare = ['skipped', 'canceled', 'manual', 'created', 'pending'].filter((status) => !statuses.has(status))
    for (const status of rare) {
      const answer = await target.ask(id, { 'scope[]': [status] })
      expectStatus(answer, 200)
      // A status that the newest jobs have not may be one of the older ones.
      if (!rowsOf(answer).some((job) => job['status'] === status)) return expectSame(answer, 'the list', rowsOf(answer), [])
    }
    const answer = await target.ask(id, { page: 400 })
    expectStatus(answer, 200)
    expectSame(answer, 'the list', rowsOf(answer), [])
  }),
  check(
    `${id}.ref`,
    'must',
    ['list-jobs-project-ref', 'history-ref-filter'],
    'ref narrows the list to jobs whose pipeline ran for that branch or tag.',
    async (target) => {
      const refs = [...new Set((await jobsOf(target)).map(({ ref }) => String(ref)))]
      const [one, other] = refs
      if (one === undefined || other === undefined) throw new Untestable('needs jobs of two refs')
      const answer = await target.ask(id, { ref: other, per_page: 100 })
      expectStatus(answer, 200)
      expectThat(answer, numberedRowsOf(answer).length > 0, `expected jobs of ${other}`)
      expectSame(answer, 'the refs of the jobs', [...new Set(numberedRowsOf(answer).map(({ ref }) => ref))], [other])
    },
    { from: 'current' },
  ),
  check(
    `${id}.ref-blank`,
    'must',
    'list-jobs-project-ref',
    'A blank ref is ignored.',
    async (target) => {
      const answer = await target.ask(id, { ref: '', per_page: 1 })
      expectStatus(answer, 200)
      expectThat(answer, rowsOf(answer).length > 0, 'expected the jobs of all refs, got none')
    },
    { from: 'current' },
  ),
  check(
    `${id}.keyset`,
    'must',
    ['pagination-keyset', 'history-keyset'],
    'With pagination=keyset each job comes once, in the same order, if one goes on as Link says.',
    async (target) => {
      const wanted = (await everyJob(target)).ids.slice(0, 3 * keysetPage)
      const ids: number[] = []
      let answer = await target.ask(id, { pagination: 'keyset', per_page: keysetPage })
      for (;;) {
        expectStatus(answer, 200)
        ids.push(...numberedRowsOf(answer).map((job) => job.id))
        if (ids.length >= wanted.length || !relationsOf(answer).has('next')) break
        answer = await target.ask(id, followed(answer, 'next'), { wrong: true })
      }
      expectSame(answer, 'the jobs of all pages', ids.slice(0, wanted.length), wanted)
    },
    { from: '17.x' },
  ),
  check(
    `${id}.keyset-order`,
    'must',
    ['pagination-keyset-order', 'pagination-keyset-other-order', 'errors-error-shape'],
    'Keyset pages exist for descending ids only; another order is refused with 405.',
    (target) =>
      refuses(target, id, { parameters: { pagination: 'keyset', order_by: 'id', sort: 'asc' } }, 405, {
        error: 'Keyset pagination is not yet available for this type of request',
      }),
    { from: '17.x' },
  ),
  check(
    `${id}.offset-too-deep`,
    'should',
    'pagination-offset-limit',
    'Far too deep for page numbers is refused with 405.',
    (target) => refuses(target, id, { parameters: { page: 10_000_000, per_page: 100 } }, 405),
    { from: '17.x' },
  ),
]

const thirteen = new Set<unknown>([
  ...['created', 'waiting_for_resource', 'preparing', 'waiting_for_callback', 'pending', 'running', 'success', 'failed'],
  ...['canceling', 'canceled', 'skipped', 'manual', 'scheduled'],
])

const keysetPage = 7

/** The list, page by page as far as the kit looks, and the last answer, to be shown. */
async function everyJob(target: Target): Promise<{ ids: readonly number[]; answer: Exchange }> {
  const ids: number[] = []
  for (let page = 1; ; page++) {
    const answer = await target.ask(id, { page, per_page: 100 })
    expectStatus(answer, 200)
    ids.push(...numberedRowsOf(answer).map((job) => job.id))
    if (page === 5 || !relationsOf(answer).has('next')) return { ids, answer }
  }
}
