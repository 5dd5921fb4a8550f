import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { environmentsOf } from './environments.ts'
import { membersOf } from './namespaces.ts'
import { parseWorld, readWorld } from './read-world.ts'
import type { WorldJob } from './world.ts'

// worlds/README.md describes the demo world for people. Everything it says is compared with the world itself.

const readme = await readFile(new URL('../../worlds/README.md', import.meta.url), 'utf8')
const world = await readWorld('demo')
const { users, tokens = [], projects } = world
const rolesIn = (project: (typeof projects)[number]) => Object.fromEntries(membersOf(world, project))
const pipelines = projects.flatMap((project) => project.pipelines.map((pipeline) => ({ ...pipeline, project })))
const jobs = pipelines.flatMap((pipeline) => pipeline.jobs.map((job) => ({ ...job, pipeline })))
const inWebshop = projects[0] === undefined ? {} : rolesIn(projects[0])
const job = (id: number) => jobs.find((each) => each.id === id)

/** The rows of the table whose first heading is this, as cells. */
function table(heading: string): string[][] {
  const lines = readme.split('\n')
  const begin = lines.findIndex((line) => line.startsWith(`| ${heading} |`))
  const rows = lines.slice(begin + 2)
  const end = rows.findIndex((line) => !line.startsWith('|'))
  return rows.slice(0, end).map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  )
}

const quoted = (text = '') => [...text.matchAll(/`([^`]+)`/g)].map(([, word = '']) => word)

test('people, their roles in the webshop and their tokens', () => {
  const told = table('people').map(([name, role, cell]) => [name, role, quoted(cell).filter((word) => word.startsWith('demo-'))])
  const true_ = users.map(({ username }) => [
    username,
    inWebshop[username] ?? 'none',
    tokens.filter(({ user }) => user === username).map(({ token }) => token),
  ])
  expect(told.sort()).toEqual(true_.sort())
})

test('in the other projects everybody has the same role, unless their row says otherwise', () => {
  const others = projects.filter(({ id }) => id !== 1)
  const different = others.filter((project) => JSON.stringify(rolesIn(project)) !== JSON.stringify(inWebshop))
  expect(different.map((project) => [project.path, rolesIn(project)])).toEqual([['harbor/vault', { olga: 'owner', mia: 'maintainer' }]])
})

test('job tokens', () => {
  const told = table('job token').map(([token, cell = '']) => [quoted(token)[0], Number.parseInt(cell, 10), quoted(cell)[0]])
  const true_ = tokens.filter(({ job }) => job !== undefined).map(({ token, job: id = 0 }) => [token, id, job(id)?.pipeline.project.path])
  expect(told).toEqual(true_)
  const alive = table('job token').map(([, cell = '']) => [/running/.test(cell), job(Number.parseInt(cell, 10))?.status === 'running'])
  expect(alive.every(([said, is]) => said === is)).toBe(true)
})

test('projects', () => {
  const told = table('project').map(([cell = '', special = '']) => ({
    id: Number.parseInt(cell, 10),
    path: quoted(cell)[0],
    visibility: /\bpublic(?! pipelines)\b/.test(special.replace('pipelines not public', '')) ? 'public' : 'private',
    publicPipelines: !special.includes('pipelines not public'),
    refreshing: special.includes('statistics are being refreshed'),
    former: special.includes('formerly') ? quoted(special).slice(0, 1) : [],
  }))
  const true_ = projects.map(({ id, path, visibility, public_pipelines, refreshing_statistics, former_paths }) => ({
    ...{ id, path, visibility, publicPipelines: public_pipelines, refreshing: refreshing_statistics, former: former_paths },
  }))
  expect(told).toEqual(true_)
  const letIn = projects.filter((project) => project.job_token_allow_list.length > 0)
  expect(letIn.map(({ id, job_token_allow_list }) => [id, job_token_allow_list])).toEqual([[1, ['harbor/console']]])
  expect(projects.find(({ id }) => id === 3)?.pipeline_variables_role).toBe('maintainer')
})

test('the two examples are worlds', async () => {
  const [groups = '', environments = ''] = [...readme.matchAll(/```yaml\n(.*?)```/gs)].map(([, text = '']) => text)
  const example = `${groups}    ${environments.trimEnd().replaceAll('\n', '\n    ')}`
  const [, sandbox] = (await parseWorld(example, 'README')).projects
  const [, slug, tier] = /slug (\S+), tier (\w+)/.exec(environments) ?? []
  expect(sandbox?.environments.map(({ name }) => name)).toEqual(['production', 'review/quay-map', 'customer'])
  expect(environmentsOf(sandbox === undefined ? [] : [sandbox])('dana/sandbox', 'review/quay-map')).toEqual({ slug, tier })
})

test('pipelines', () => {
  const told = table('pipeline').map(([id, cell = '']) => [
    ...[Number(id), Number(/project (\d)/.exec(cell)?.[1]), quoted(cell)[0]],
    /\b(success|failed|running|under way)\b/.exec(cell)?.[1]?.replace('under way', 'running'),
  ])
  const true_ = pipelines.map(({ id, project, ref, status }) => [id, project.id, ref, status])
  expect(told.sort()).toEqual(true_.sort())
})

test.each([
  [40, [51, 52, 53]],
  [70, [71]],
  [80, [81]],
  [90, [91, 92]],
])('the jobs of pipeline %i', (id, wanted) => {
  const [, cell = ''] = table('pipeline').find(([number]) => Number(number) === id) ?? []
  const named = [...cell.replace(/project \d/, '').matchAll(/\b\d+\b/g)].map(([number]) => Number(number))
  expect(named).toEqual(wanted)
  expect(jobs.filter(({ pipeline }) => pipeline.id === id).map((each) => each.id)).toEqual(wanted)
})

const told = table('job of project 1').map(([cell = '', pipeline, status = '', special = '']) => ({
  ...{ id: Number.parseInt(cell, 10), name: quoted(cell)[0], pipeline: Number(pipeline), status, special },
}))

test('the jobs of the webshop, all of them', () => {
  const true_ = jobs.filter(({ pipeline }) => pipeline.project.id === 1)
  const brief = (rows: readonly { id: number; name?: string | undefined; status: string }[]) =>
    rows.map(({ id, name, status }) => `${id} ${name} ${status}`).sort()
  expect(brief(told)).toEqual(brief(true_))
  expect(told.map(({ id, pipeline }) => [id, pipeline])).toEqual(told.map(({ id }) => [id, job(id)?.pipeline.id]))
})

const facts: readonly (readonly [RegExp, (job: WorldJob) => boolean | undefined])[] = [
  [/(?<!no |expired )\barchive\b(?! for| has expired)/, ({ artifacts }) => artifacts?.files !== undefined],
  [/archive for Maintainers only/, ({ artifacts }) => artifacts?.access === 'maintainer'],
  [/archive for nobody/, ({ artifacts }) => artifacts?.access === 'none'],
  [/its archive has expired/, ({ artifacts }) => artifacts?.expire?.startsWith('-')],
  [/expires in 30 days/, ({ artifacts }) => artifacts?.expire === '+30d'],
  [/kept for good/, ({ artifacts }) => artifacts?.files !== undefined && artifacts.expire === undefined],
  [/without a table of contents/, ({ artifacts }) => artifacts?.table_of_contents === false],
  [/junit report/, ({ artifacts }) => artifacts?.reports?.some(({ type }) => type === 'junit')],
  [/(?<!no )\blog\b(?! is)/, ({ log }) => log !== undefined],
  [/no log/, ({ log }) => log === undefined],
  [/coverage(?!\/)/, ({ coverage }) => coverage !== undefined],
  [/^manual and finished/, ({ when, status }) => when === 'manual' && status === 'success'],
  [/trigger job/, ({ kind }) => kind === 'bridge'],
  [/started pipeline 9/, ({ downstream }) => downstream === 9],
  [/`script_failure`/, ({ failure_reason }) => failure_reason === 'script_failure'],
  [/`downstream_pipeline_creation_failed`/, ({ failure_reason }) => failure_reason === 'downstream_pipeline_creation_failed'],
  [/first attempt, retried/, ({ retried }) => retried],
  [/can stop gracefully/, ({ cancels_gracefully }) => cancels_gracefully],
  [/cannot stop gracefully/, ({ cancels_gracefully }) => !cancels_gracefully],
  [/input[s]? `region`/, ({ inputs }) => inputs['region']?.default === 'eu-north'],
  [/`attempts` \(number\)/, ({ inputs }) => inputs['attempts']?.type === 'number'],
  [/environment `production`/, ({ environment }) => environment === 'production'],
  [/delayed by 30 minutes/, ({ when, scheduled }) => when === 'delayed' && scheduled === '+30m'],
  [/never started/, ({ started }) => started === undefined],
  [/^erased/, ({ erased }) => erased !== undefined],
  [/^archived/, ({ archived }) => archived],
  [/debug mode/, ({ debug }) => debug],
  [/waits to be played/, ({ when, status }) => when === 'manual' && status === 'manual'],
]

test.each(facts)('every job of which is said %s', (pattern, holds) => {
  const meant = told.filter(({ special }) => pattern.test(special))
  expect(meant.length).toBeGreaterThan(0)
  expect(meant.filter(({ id }) => !jobs.some((each) => each.id === id && holds(each)))).toEqual([])
})

test.each([
  [5, 'some/release/file.pdf'],
  [8, 'coverage/index.html'],
  [8, 'coverage/lcov.info'],
  [8, 'report.txt'],
])('job %i has a file %s, as is told', (id, path) => {
  expect(told.find((row) => row.id === id)?.special).toContain(`\`${path}\``)
  expect(Object.keys(job(id)?.artifacts?.files ?? {})).toContain(path)
})
