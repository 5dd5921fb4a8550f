import type { OperationId } from '@jobs-api/contract'
import { type Check, check, type Level } from '../check.ts'
import { expectHeader, expectSame, expectStatus, expectThat, type Row, rowsOf } from '../expectations.ts'
import { Untestable } from '../outcomes.ts'
import { exemplar } from '../surroundings/exemplars.ts'
import type { Exchange } from '../target/exchange.ts'
import type { Parameters } from '../target/request.ts'
import type { Target } from '../target/target.ts'
import { followed, relationsOf } from './link-header.ts'
import { refuses } from './twin.ts'

const farBeyond = 400

/** How a list is read page by page. */
export function pages(id: OperationId): Check[] {
  const page = async (target: Target, more: Parameters): Promise<Exchange> => {
    const { parameters, how } = await exemplar(target, id)
    const answer = await target.ask(id, { ...parameters, ...more }, how)
    expectStatus(answer, 200)
    return answer
  }
  /** The list as it comes by itself, with two entries at least, so that there are two pages of one. */
  const needsTwo = async (target: Target) => expectTwo(await page(target, {}))
  const defaultSize: Level = id === 'listProjectJobs' || id === 'listPipelineJobs' ? 'must' : 'should'
  return [
    check(
      `${id}.page-default`,
      defaultSize,
      ['pagination-default-size', 'pagination-parameters'],
      'The first page comes unless another is asked for, with 20 entries.',
      async (target) => {
        const answer = await page(target, {})
        expectHeader(answer, 'X-Page', /^1$/)
        expectHeader(answer, 'X-Per-Page', /^20$/)
        expectThat(answer, rowsOf(answer).length <= 20, `expected 20 entries at most, got ${rowsOf(answer).length}`)
      },
    ),
    check(`${id}.page-size`, 'must', 'pagination-parameters', 'A page has as many entries as per_page asks for.', async (target) => {
      await needsTwo(target)
      for (const per_page of [1, 2]) {
        const answer = await page(target, { per_page })
        expectSame(answer, 'the number of entries', rowsOf(answer).length, per_page)
        expectHeader(answer, 'X-Per-Page', new RegExp(`^${per_page}$`))
      }
    }),
    check(`${id}.page-number`, 'must', 'pagination-parameters', 'The second page goes on where the first one ends.', async (target) => {
      const both = await needsTwo(target)
      const second = await page(target, { per_page: 1, page: 2 })
      expectSame(second, 'the entry of the second page', keyOf(rowsOf(second)[0]), keyOf(rowsOf(both)[1]))
    }),
    check(
      `${id}.page-headers`,
      'must',
      'pagination-offset-headers',
      'X-Page, X-Next-Page and X-Prev-Page tell where in the list one is; at an end they are empty.',
      async (target) => {
        await needsTwo(target)
        const first = await page(target, { per_page: 1 })
        expectPlace(first, '1', '2', '')
        const second = await page(target, { per_page: 1, page: 2 })
        expectHeader(second, 'X-Page', /^2$/)
        expectHeader(second, 'X-Prev-Page', /^1$/)
        expectPlace(await lastPage(target, page), undefined, '', undefined)
      },
    ),
    check(`${id}.page-beyond`, 'must', 'pagination-empty', 'A page beyond the end is an empty list.', async (target) => {
      const answer = await page(target, { page: farBeyond, per_page: 100 })
      expectSame(answer, 'the list', rowsOf(answer).length, 0)
      expectThat(answer, rowsOf(await page(target, {})).length > 0, 'expected the first page not to be empty')
    }),
    check(
      `${id}.link`,
      'must',
      'pagination-link',
      'Link names the previous, next, first and last page, in this order, as far as they exist.',
      async (target) => {
        await needsTwo(target)
        const second = relationsOf(await page(target, { per_page: 1, page: 2 }))
        const order = ['prev', 'next', 'first', 'last'].filter((name) => second.has(name))
        const answer = await page(target, { per_page: 1 })
        expectSame(answer, 'the order in Link of the second page', [...second.keys()], order)
        for (const name of ['prev', 'first']) expectThat(answer, second.has(name), `expected Link of the second page to name ${name}`)
        const first = relationsOf(answer)
        expectThat(answer, first.has('next') && !first.has('prev'), `expected Link to name next and not prev, got ${[...first.keys()]}`)
        const last = await lastPage(target, page)
        expectThat(last, !relationsOf(last).has('next'), 'expected the last page to have no next')
      },
    ),
    check(`${id}.link-next`, 'must', 'pagination-link', 'The next link of Link leads to the next page.', async (target) => {
      const both = await needsTwo(target)
      const { parameters, how } = await exemplar(target, id)
      const first = await page(target, { per_page: 1 })
      const next = await target.ask(id, { ...parameters, ...followed(first, 'next') }, { ...how, wrong: true })
      expectStatus(next, 200)
      expectSame(next, 'the entry of the page that next leads to', keyOf(rowsOf(next)[0]), keyOf(rowsOf(both)[1]))
    }),
    check(
      `${id}.link-parameters`,
      'should',
      'pagination-link-parameters',
      'The addresses in Link repeat the parameters of the request.',
      async (target) => {
        await needsTwo(target)
        const answer = await page(target, { per_page: 1 })
        expectSame(answer, 'per_page in the next link', followed(answer, 'next')['per_page'], '1')
      },
    ),
    ...(['page', 'per_page'] as const).map((name) =>
      check(
        `${id}.invalid-${name.replace('_', '-')}`,
        'must',
        ['pagination-parameters', 'errors-invalid-parameter', 'errors-error-shape'],
        `A ${name} that is no integer is refused with 400, and named.`,
        (target) => refuses(target, id, { parameters: { [name]: 'many' }, how: { wrong: true } }, 400, { error: `${name} is invalid` }),
      ),
    ),
    check(
      `${id}.several-invalid`,
      'should',
      ['errors-several-parameters', 'errors-error-shape'],
      'Every faulty parameter is named, in one sentence.',
      (target) =>
        refuses(target, id, { parameters: { page: 'first', per_page: 'many' }, how: { wrong: true } }, 400, {
          error: 'page is invalid, per_page is invalid',
        }),
    ),
  ]
}

/** Lists that count tell how long they are; the one that does not never says. */
export const totals = (id: OperationId): Check[] => [
  check(
    `${id}.totals`,
    'must',
    ['pagination-totals', 'pagination-pipeline-lists-totals', ...(id === 'listJobArtifactTree' ? (['artifacts-tree-pages'] as const) : [])],
    'X-Total, X-Total-Pages and the last link tell how long the list is.',
    async (target) => {
      const { parameters, how } = await exemplar(target, id)
      const all = await target.ask(id, { ...parameters, per_page: 100 }, how)
      expectStatus(all, 200)
      const count = rowsOf(all).length
      const answer = await target.ask(id, { ...parameters, per_page: 1 }, how)
      expectSame(answer, 'X-Total', answer.headers.get('X-Total'), String(count))
      expectSame(answer, 'X-Total-Pages', answer.headers.get('X-Total-Pages'), String(count))
      expectSame(answer, 'the page of the last link', followed(answer, 'last')['page'], String(count))
    },
  ),
  check(`${id}.totals-empty`, 'must', 'pagination-totals', 'Even an empty list has one page.', async (target) => {
    const { parameters, how } = await exemplar(target, id)
    const answer = await target.ask(id, { ...parameters, page: farBeyond, per_page: 100 }, how)
    expectStatus(answer, 200)
    expectHeader(answer, 'X-Total-Pages', /^[1-9]\d*$/)
  }),
  check(
    `${id}.keyset-ignored`,
    'must',
    'pagination-keyset-ignored',
    'pagination=keyset is ignored: the pages have numbers all the same.',
    async (target) => {
      const { parameters, how } = await exemplar(target, id)
      const answer = await target.ask(id, { ...parameters, pagination: 'keyset' }, { ...how, wrong: true })
      expectStatus(answer, 200)
      expectHeader(answer, 'X-Page', /^1$/)
      expectHeader(answer, 'X-Total', /^\d+$/)
    },
  ),
]

function expectTwo(answer: Exchange): Exchange {
  if (rowsOf(answer).length < 2) throw new Untestable('needs a list with two entries')
  return answer
}

/** What tells entries apart: jobs have a number, entries of an archive a path. */
const keyOf = (row: Row | undefined) => row?.['id'] ?? row?.['path']

function expectPlace(answer: Exchange, page: string | undefined, next: string, previous: string | undefined): void {
  if (page !== undefined) expectSame(answer, 'X-Page', answer.headers.get('X-Page'), page)
  expectSame(answer, 'X-Next-Page', answer.headers.get('X-Next-Page'), next)
  if (previous !== undefined) expectSame(answer, 'X-Prev-Page', answer.headers.get('X-Prev-Page'), previous)
}

/** The last page: the first one that is not full. */
async function lastPage(target: Target, read: (target: Target, more: Parameters) => Promise<Exchange>): Promise<Exchange> {
  for (let page = 1; page < 30; page++) {
    const answer = await read(target, { page, per_page: 100 })
    const isFull = rowsOf(answer).length >= Number(answer.headers.get('X-Per-Page') ?? 100)
    if (!isFull || answer.headers.get('X-Next-Page') === '') return answer
  }
  throw new Untestable('needs a list that ends within three thousand entries')
}
