import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipelineStatus } from '@jobs-api/lifecycle'
import { afterAll, expect, onTestFinished, test } from 'vitest'
import { start } from '../server.ts'
import { readSettings } from '../settings.ts'
import { DiskArtifactStore } from '../storage/disk/disk-artifact-store.ts'
import { DiskLogStore } from '../storage/disk/disk-log-store.ts'
import { SqliteJobStore } from '../storage/sqlite/sqlite-job-store.ts'
import { loadWorld } from './load-world.ts'
import { membersOf } from './namespaces.ts'
import { readWorld } from './read-world.ts'

// The world behind `npm start` is the demo world and more: what worlds/README.md says of either is compared with it.

const readme = await readFile(new URL('../../worlds/README.md', import.meta.url), 'utf8')
const demo = await readWorld('demo')
const company = await readWorld('company')
const [webshop] = company.projects
const inWebshop = webshop === undefined ? new Map() : membersOf(company, webshop)
const newPipelines = webshop?.pipelines.slice(demo.projects[0]?.pipelines.length) ?? []
const everyJob = company.projects.flatMap(({ pipelines }) => pipelines.flatMap(({ jobs }) => jobs))

/** The rows of the table whose first heading is this, as cells. */
function table(heading: string): string[][] {
  const [, after = ''] = readme.split(`\n| ${heading} |`)
  const [rows = ''] = after.split('\n\n')
  return rows
    .split('\n')
    .slice(2)
    .map((row) => row.split('|').slice(1, -1))
    .map((cells) => cells.map((cell) => cell.trim().replaceAll('`', '')))
}

test('everything of the demo world is in it, unchanged', () => {
  expect(company.users.slice(0, demo.users.length)).toEqual(demo.users)
  expect(company.tokens?.slice(0, demo.tokens?.length)).toEqual(demo.tokens)
  for (const project of demo.projects) {
    const same = company.projects.find(({ id }) => id === project.id)
    expect(same?.pipelines.slice(0, project.pipelines.length)).toEqual(project.pipelines)
    expect(same?.members).toMatchObject(project.members)
  }
})

test('the newcomers', () => {
  const people = company.users.slice(demo.users.length)
  const tokens = (name: string) => company.tokens?.flatMap(({ user, token }) => (user === name ? [token] : [])).join(', ')
  expect(table('newcomer').map(([name, role, list = '']) => [name, role, list.replace(' (read_api)', '')])).toEqual(
    people.map(({ username }) => [username, inWebshop.get(username) ?? 'none', tokens(username)]),
  )
  expect(people.find(({ bot }) => bot)?.username).toBe('release-bot')
})

test('the new projects', () => {
  const added = company.projects.slice(demo.projects.length)
  expect(table('new project').map(([name, visibility]) => [name, visibility])).toEqual(
    added.map(({ id, path, visibility }) => [`${id} ${path}`, visibility]),
  )
})

test('the new pipelines of the webshop', () => {
  expect(table('new pipeline of `harbor/webshop`').map((cells) => cells.slice(0, 3))).toEqual(
    newPipelines.map(({ id, ref, status }) => [String(id), ref, status]),
  )
})

test('pipeline 6 stays the latest successful one of master', () => {
  const successful = webshop?.pipelines.flatMap(({ id, ref, status }) => (ref === 'master' && status === 'success' ? [id] : [])) ?? []
  expect(Math.max(...successful)).toBe(6)
})

test('pipelines stand as their jobs do', () => {
  const pipelines = company.projects.flatMap((project) => project.pipelines.filter(({ id }) => id < 6 || id > 100))
  const asCounted = pipelines.map(({ id, jobs }) => [id, pipelineStatus(jobs.filter(({ retried }) => !retried))])
  expect(pipelines.map(({ id, status }) => [id, status])).toEqual(asCounted)
})

test('there is much to look at', () => {
  expect(webshop?.pipelines.flatMap(({ jobs }) => jobs).length).toBeGreaterThanOrEqual(70)
  expect(new Set(everyJob.map(({ status }) => status)).size).toBe(13)
  expect(new Set(everyJob.flatMap(({ failure_reason }) => failure_reason ?? [])).size).toBeGreaterThanOrEqual(6)
  expect(new Set(everyJob.flatMap(({ artifacts }) => artifacts?.access ?? []))).toEqual(
    new Set(['public', 'private', 'maintainer', 'none']),
  )
  expect(everyJob.flatMap(({ artifacts }) => artifacts?.reports ?? []).length).toBeGreaterThan(5)
})

test('the new groups', () => {
  const told = (cell = '') => Object.fromEntries([...cell.matchAll(/([\w-]+) \((\w+)\)/g)].map(([, name, role]) => [name, role]))
  expect(table('new group').map(([name, visibility, members]) => [name, visibility, told(members)])).toEqual(
    company.groups.slice(demo.groups.length).map(({ id, path, visibility, members }) => [`${id} ${path}`, visibility, members]),
  )
})

test('members are inherited, and more below than above', () => {
  const [, tracker, viewer, tides] = ['webshop', 'tracker', 'chart-viewer', 'tide-tables'].map((name) => {
    const project = company.projects.find(({ path }) => path.endsWith(name))
    return project && Object.fromEntries(membersOf(company, project))
  })
  expect(tracker).toMatchObject({ olga: 'owner', mia: 'maintainer', dana: 'developer', rita: 'reporter', bruno: 'developer' })
  expect(viewer).toMatchObject({ olga: 'owner', mia: 'maintainer', dana: 'developer', rita: 'developer', bruno: 'developer' })
  expect(tides).toMatchObject({ olga: 'owner', mia: 'maintainer', dana: 'maintainer', rita: 'developer', pia: 'planner' })
})

/** A server with a world that stands still, and what it said when it was up. */
async function opened(world: string) {
  const spoken: string[] = []
  const flags = ['--port', '0', '--data', ':memory:', '--world', world, '--runners', 'off', '--log-level', 'silent']
  const server = await start(readSettings(flags, {}), { say: (text) => void spoken.push(text), complain: () => undefined })
  onTestFinished(() => server.stop())
  const ask = async (token: string, path: string, method = 'GET') => {
    const headers = { [token.endsWith('-job') ? 'JOB-TOKEN' : 'PRIVATE-TOKEN']: token }
    return (await fetch(`${server.url}/api/v4/projects/${path}`, { method, headers })).status
  }
  return { ask, tokens: [...spoken.join('').matchAll(/(demo-[\w-]+) {2,}\S/g)].map(([, token = '']) => token) }
}

test('the screen tells the tokens, and each of them does what is said of it', async () => {
  const { ask, tokens } = await opened('company')
  const answers = await Promise.all(tokens.map(async (token) => [token, await ask(token, '1/jobs'), await ask(token, '9/jobs')]))
  expect(answers).toEqual([
    ['demo-olga-personal', 200, 200],
    ['demo-mia-personal', 200, 200],
    ['demo-dana-personal', 200, 200],
    ['demo-rita-personal', 200, 200],
    ['demo-gus-personal', 200, 404],
    ['demo-webshop-job', 200, 403],
    ['demo-fleet-group', 404, 200],
    ['demo-bruno-personal', 403, 403],
  ])
})

test('the screen tells no tokens that there are not', async () => {
  const { tokens } = await opened('demo')
  expect(tokens.map((token) => token.split('-')[1])).toEqual(['olga', 'mia', 'dana', 'rita', 'gus', 'webshop', 'bruno'])
})

test('only mia may deploy the tracker to production, not even an owner', async () => {
  const { ask } = await opened('company')
  const play = (user: string) => ask(`demo-${user}-personal`, '7/jobs/185/play', 'POST')
  expect([await play('olga'), await play('mia')]).toEqual([403, 200])
})

test('the log of 20 MB is stored to the byte, and always the same', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'jobs-api-company-'))
  afterAll(() => rm(folder, { recursive: true, force: true }))
  const stores = {
    store: new SqliteJobStore(':memory:'),
    logs: new DiskLogStore(join(folder, 'logs')),
    archives: new DiskArtifactStore(join(folder, 'artifacts')),
  }
  await loadWorld(company, stores, Date.UTC(2026, 10, 20, 10))
  const { id = 0 } = everyJob.find(({ log }) => typeof log === 'object') ?? {}
  expect((await stores.logs.read(id))?.size).toBe(20_000_000)
  const [trace] = await stores.store
    .read((reader) => reader.artifacts(id))
    .then((all) => all.filter(({ fileType }) => fileType === 'trace'))
  expect(trace?.sha256).toBe('c9c4e8afc099f9c59add855660cb3c770553b401ce84c5565c4646473440d44a')
  await stores.store.close()
})
