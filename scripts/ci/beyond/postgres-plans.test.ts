import { afterAll, beforeAll, expect, test } from 'vitest'
import type { JobFilter, Window } from '../../../packages/server/src/storage/job-store.ts'
import { artifactsOfProject } from '../../../packages/server/src/storage/postgres/artifacts.ts'
import { Database } from '../../../packages/server/src/storage/postgres/database.ts'
import { jobsUnderWay } from '../../../packages/server/src/storage/postgres/jobs.ts'
import { countOfJobs, pageOfJobs } from '../../../packages/server/src/storage/postgres/page-of-jobs.ts'
import { PostgresJobStore } from '../../../packages/server/src/storage/postgres/postgres-job-store.ts'
import { type Postgres, startPostgres } from './postgres.ts'

// After five questions PostgreSQL may plan a prepared statement for all values alike. No statement of a list may then walk through the
// whole project for a rare status, or from one end to a cursor. JOBS_API_TEST_PLAN_JOBS makes the project larger, and shows how long it takes.

const count = Number(process.env['JOBS_API_TEST_PLAN_JOBS'] ?? 40_000)

/** Nine of ten jobs are in one project; all succeeded but a few, and of those most lie where nobody looks first. */
const fill = `
  insert into projects select id, 'team/' || id, '{}' from generate_series(1, 10) id;
  insert into pipelines select id, id, case when id % 10 = 0 then 2 else 1 end, 'ref-' || id % 7, 'success', '{}'
    from generate_series(1, ${count / 20}) id;
  insert into jobs select n, p.project_id, p.id, 'build',
      case when n % ${count / 4} = 7 then 'failed' when n = 3 then 'manual' when n > ${count - 3} then 'running' else 'success' end,
      p.ref, 'job ' || n % 20, n % 50 = 0, false, json_build_object('id', n, 'text', repeat('x', 700))::text
    from generate_series(1, ${count}) n join pipelines p on p.id = (n - 1) / 20 + 1;
  insert into projects values (11, 'team/11', '{}');
  insert into pipelines values (${count}, 1, 11, 'main', 'success', '{}');
  insert into jobs select ${count} + n, 11, ${count}, 'build', 'success', 'main', 'job ' || n, false, false, '{}' from generate_series(1, 20) n;
  insert into artifacts select id, id, null, json_build_object('id', id)::text from jobs;
  analyze;`

let postgres: Postgres
beforeAll(async () => {
  postgres = await startPostgres()
  await (await PostgresJobStore.open(await postgres.create('plans'))).close()
  await postgres.sql('plans', fill)
}, 600_000)
afterAll(() => postgres.stop())

interface Node {
  readonly 'Relation Name'?: string
  readonly 'Actual Rows': number
  readonly 'Actual Loops': number
  readonly 'Rows Removed by Filter'?: number
  readonly 'Shared Hit Blocks': number
  readonly 'Shared Read Blocks': number
  readonly Plans?: readonly Node[]
}

/** How many rows of tables were looked at, each as often as it was. */
function touched(node: Node): number {
  const own = node['Relation Name'] === undefined ? 0 : (node['Actual Rows'] + (node['Rows Removed by Filter'] ?? 0)) * node['Actual Loops']
  return (node.Plans ?? []).reduce((sum, each) => sum + touched(each), own)
}

const literal = (value: unknown) => `'${Array.isArray(value) ? `{${value.join(',')}}` : value}'`

async function explained(sql: string, values: readonly unknown[]) {
  const explain = `explain (analyze, buffers, format json) execute question (${values.map(literal).join(', ')})`
  const said = await postgres.sql(
    'plans',
    `set plan_cache_mode = force_generic_plan; set jit = off; prepare question as ${sql}; ${explain}`,
  )
  const [plan] = JSON.parse(said.slice(said.indexOf('['))) as readonly { Plan: Node; 'Execution Time': number }[]
  if (plan === undefined) throw new Error('there is no plan')
  // Whoever walks along an index looks at its pages, whether rows are found there or not.
  const pages = plan.Plan['Shared Hit Blocks'] + plan.Plan['Shared Read Blocks']
  return { rows: touched(plan.Plan), pages, milliseconds: plan['Execution Time'] }
}

const project = { projectId: 1, kind: 'build' } as const
const page = { limit: 21 }
const middle = Math.floor(count / 2)
const rare = ['failed'] as const
const many = ['created', 'pending', 'running', 'failed', 'success', 'canceled', 'skipped', 'manual'] as const

const lists: readonly (readonly [string, JobFilter, Window])[] = [
  ['the newest', project, page],
  ['from the middle on', project, { ...page, before: middle }],
  ['a rare status', { ...project, statuses: rare }, page],
  ['a status that nothing has', { ...project, statuses: ['scheduled'] }, page],
  ['a rare status from the middle on', { ...project, statuses: rare }, { ...page, before: middle }],
  ['a status that nothing has, last by name', { ...project, statuses: ['waiting_for_resource'] }, page],
  ['a status that only the oldest has', { ...project, statuses: ['manual'] }, page],
  ['most statuses', { ...project, statuses: many }, page],
  ['most statuses from the middle on', { ...project, statuses: many }, { ...page, before: middle }],
  ['oldest first', project, { ...page, oldestFirst: true }],
  ['a small project', { ...project, projectId: 2 }, page],
  ['an empty project', { ...project, projectId: 9 }, page],
  ['a rare status of a small project', { ...project, projectId: 2, statuses: rare }, page],
  ['one pipeline', { ...project, pipelineId: middle / 20 }, page],
  ['a status of one pipeline', { ...project, pipelineId: middle / 20, statuses: rare }, page],
  ['a ref', { ...project, ref: 'ref-3' }, page],
  ['a ref that is not there', { ...project, ref: 'nowhere' }, page],
]

test.each(lists)('a page of %s touches little more than the page, planned for all values alike', async (name, filter, window) => {
  const { sql, values } = pageOfJobs(filter, window)
  const { rows, pages, milliseconds } = await explained(sql, values)
  if (count > 100_000) console.log(`${name}: ${rows} rows, ${pages} pages, ${milliseconds.toFixed(2)} ms`)
  // Each status has a walk of its own, and what is found is looked up once more.
  expect(rows).toBeLessThan(21 * 15)
  expect(pages).toBeLessThan(21 * 15)
})

test.each(lists)('to count %s goes no further than it was told', async (_, filter) => {
  const { sql, values } = countOfJobs(filter, 100)
  const { rows, pages } = await explained(sql, values)
  expect(rows).toBeLessThanOrEqual(100)
  expect(pages).toBeLessThan(21 * 15)
})

test('the artifacts of a small project are found without those of others', async () => {
  const { rows, pages } = await explained(artifactsOfProject, [11, Number.MAX_SAFE_INTEGER])
  expect(rows).toBe(20 + 20)
  expect(pages).toBeLessThan(200)
})

test('what is under way is found without those at rest', async () => {
  const { pages } = await explained(`${jobsUnderWay(['created', 'pending', 'running', 'manual'])} limit $1`, [1000])
  expect(pages).toBeLessThan(100)
})

test('nothing is compiled for what takes less time than to compile it', async () => {
  const database = await Database.open(postgres.url('plans'), { connections: 1 })
  expect(await database.read((session) => session.text('show jit')).finally(() => database.close())).toBe('off')
})
