import { isObject, type OperationId } from '@jobs-api/contract'
import { type Check, check } from '../check.ts'
import { expectSame, expectStatus, expectThat, type NumberedRow, numberedRowsOf } from '../expectations.ts'
import type { FactId } from '../generated/facts.ts'
import { Untestable } from '../outcomes.ts'
import { exemplar } from '../surroundings/exemplars.ts'
import type { Exchange } from '../target/exchange.ts'
import type { How, Parameters } from '../target/request.ts'
import type { Target } from '../target/target.ts'
import { refuses } from './twin.ts'

const unlisted = { wrong: true } as const

/** How a list of jobs is narrowed by status. */
export function scope<Id extends OperationId>(id: Id, sources: readonly FactId[]): Check[] {
  return [
    check(`${id}.scope-one`, 'must', ['requests-scope-string', ...sources], 'One status may be given as plain scope.', async (target) => {
      const [one] = await statusesIn(target, id)
      await narrows(target, id, { scope: one }, [one])
    }),
    check(`${id}.no-scope`, 'must', ['list-jobs-no-scope', ...sources], 'Without scope, jobs in whatever status are listed.', (target) =>
      listsAll(target, id),
    ),
    check(
      `${id}.scope-list`,
      'must',
      ['requests-scope-array', 'requests-scope-brackets', ...sources],
      'Several statuses are given as scope[], and jobs in any of them are listed.',
      async (target) => {
        const [one, other] = await statusesIn(target, id)
        await narrows(target, id, { 'scope[]': [one, other] }, [one, other])
      },
    ),
    check(
      `${id}.scope-indexed`,
      'must',
      ['requests-scope-array', 'requests-scope-coercion'],
      'A list of statuses may be written with indices: scope[0].',
      async (target) => {
        const [one] = await statusesIn(target, id)
        await narrows(target, id, { 'scope[0]': one }, [one], unlisted)
      },
    ),
    check(
      `${id}.scope-repeated`,
      'must',
      'requests-scope-repeated',
      'Of a plain scope that is given twice only the last one counts.',
      async (target) => {
        const [one, other] = await statusesIn(target, id)
        await narrows(target, id, { scope: [one, other] }, [other], unlisted)
      },
    ),
    check(
      `${id}.scope-invalid`,
      'must',
      ['list-jobs-project-bad-scope', 'errors-invalid-value', 'statuses-scope-list', 'errors-error-shape'],
      'A status that does not exist is refused with 400.',
      (target) =>
        refuses(target, id, { parameters: { 'scope[]': ['broken'] }, how: unlisted }, 400, { error: 'scope does not have a valid value' }),
    ),
    check(
      `${id}.scope-every-status`,
      'must',
      [
        'statuses-scope-list',
        'statuses-scope-documented-8',
        'statuses-scope-documented-9',
        'history-scope-waiting-for-resource',
        'history-statuses-undocumented',
        ...sources,
      ],
      'Each status may be asked for.',
      async (target) => {
        const { parameters, how } = await exemplar(target, id)
        for (const one of askable(target)) {
          const answer = await target.ask(id, { ...parameters, 'scope[]': [one] }, how)
          expectOnly(answer, [one])
        }
      },
    ),
  ]
}

/** Without `scope`, jobs in whatever status are listed: the newest of each, as far as the first page goes. */
async function listsAll(target: Target, id: OperationId): Promise<void> {
  const { parameters, how } = await exemplar(target, id)
  const answer = await target.ask(id, { ...parameters, per_page: 100 }, how)
  expectStatus(answer, 200)
  const shown = numberedRowsOf(answer).map((job) => job.id)
  const newest: NumberedRow[] = []
  for (const one of askable(target))
    newest.push(...expectOnly(await target.ask(id, { ...parameters, 'scope[]': [one], per_page: 1 }, how), [one]))
  if (newest.length < 2) throw new Untestable('needs a list with jobs in two statuses')
  const isWhole = shown.length < 100
  const missing = newest.filter((job) => !shown.includes(job.id) && (isWhole || job.id > Math.min(...shown)))
  expectSame(
    answer,
    'the jobs that are only listed if one asks for their status',
    missing.map((job) => job.id),
    [],
  )
}

/** Asks for jobs in these statuses, and expects that they come, some of each, and no others. */
async function narrows(target: Target, id: OperationId, narrow: Parameters, statuses: readonly string[], more: How = {}): Promise<void> {
  const { parameters, how } = await exemplar(target, id)
  const answer = await target.ask(id, { ...parameters, per_page: 100, ...narrow }, { ...how, ...more })
  const jobs = expectOnly(answer, statuses)
  for (const one of statuses)
    expectThat(
      answer,
      jobs.some(({ status }) => status === one),
      `expected a job that is ${one} as well`,
    )
}

function expectOnly(answer: Exchange, statuses: readonly string[]): readonly NumberedRow[] {
  expectStatus(answer, 200)
  const jobs = numberedRowsOf(answer)
  const others = jobs.filter(({ status }) => !statuses.includes(String(status)))
  expectThat(answer, others.length === 0, `expected only jobs that are ${statuses.join(' or ')}, got ${others.map(({ status }) => status)}`)
  return jobs
}

/** Statuses in which jobs stay come first, so that they are not in another by the next request. */
const settled = ['success', 'failed', 'manual', 'canceled', 'skipped']

/** Two statuses that jobs of the list have, while the list has others, too. */
async function statusesIn(target: Target, id: OperationId): Promise<readonly [string, string]> {
  const { parameters, how } = await exemplar(target, id)
  const answer = await target.ask(id, { ...parameters, per_page: 100 }, { ...how, lookAround: true })
  const known = askable(target)
  const found = new Set(numberedRowsOf(answer).map(({ status }) => String(status)))
  const [one, other] = [...settled, ...known].filter((status) => found.has(status) && known.includes(status))
  if (one === undefined || other === undefined || found.size < 3) throw new Untestable('needs a list with jobs in three statuses')
  return [one, other]
}

/** The statuses that the edition lets one ask for. */
function askable({ session: { contract } }: Target): readonly string[] {
  const { JobScope: schema = null } = contract.document.components['schemas'] ?? {}
  return isObject(schema) && Array.isArray(schema['enum']) ? schema['enum'].map(String) : []
}
