import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { stringify } from 'yaml'
import { SettingError } from '../settings.ts'
import { readWorld } from './read-world.ts'

const folder = await mkdtemp(join(tmpdir(), 'jobs-api-worlds-'))
afterAll(() => rm(folder, { recursive: true, force: true }))

let worlds = 0
async function written(text: string): Promise<string> {
  const path = join(folder, `${++worlds}.yaml`)
  await writeFile(path, text)
  return path
}

const commit = { sha: 'c0ffee00c0ffee00c0ffee00c0ffee00c0ffee00', message: 'Brew', author: 'Ada <ada@example.com>' }
const users = [{ id: 1, username: 'ada', name: 'Ada' }]
const job = { id: 3, name: 'test', stage: 'test', status: 'success' }
const pipeline = { id: 2, ref: 'main', status: 'success', created: '-1h', commit }

/** A world with one project, one pipeline, one job. */
const world = (changes: { job?: object; pipeline?: object; project?: object; top?: object } = {}) => ({
  users,
  projects: [
    {
      id: 1,
      path: 'team/app',
      name: 'App',
      pipelines: [{ ...pipeline, jobs: [{ ...job, ...changes.job }], ...changes.pipeline }],
      ...changes.project,
    },
  ],
  ...changes.top,
})

test('what a world leaves out gets its default', async () => {
  const { users, projects } = await readWorld(await written(stringify(world())))
  expect(users).toMatchObject([{ state: 'active', bot: false, created: '-600d' }])
  expect(projects).toMatchObject([{ visibility: 'private', public_pipelines: true, keep_latest_artifacts: true, members: {} }])
  expect(projects[0]?.pipelines[0]?.jobs).toMatchObject([{ kind: 'build', when: 'on_success', tags: [], retried: false }])
})

const place = '/projects/0/pipelines/0'

test.each([
  ['an empty file', '', '(top) must be object'],
  ['no projects', stringify({ users }), "(top) must have required property 'projects'"],
  ['a member nobody knows', stringify(world({ top: { people: [] } })), '(top) must NOT have additional properties (people)'],
  ['a misspelt member', stringify(world({ job: { statsu: 'failed' } })), `${place}/jobs/0 must NOT have additional properties (statsu)`],
  ['no name', stringify(world({ job: { name: undefined } })), `${place}/jobs/0 must have required property 'name'`],
  ['a number for a name', stringify(world({ job: { name: 3 } })), `${place}/jobs/0/name must be string`],
  ['a time of day', stringify(world({ pipeline: { created: '10:00' } })), `${place}/created must match pattern`],
  ['an unknown visibility', stringify(world({ project: { visibility: 'secret' } })), 'allowed values (private, internal, public)'],
  ['an unknown role', stringify(world({ project: { members: { ada: 'queen' } } })), '/projects/0/members/ada must be equal to one of'],
  ['a path without a group', stringify(world({ project: { path: 'app' } })), '/projects/0/path must match pattern'],
  ['a token of nobody', stringify(world({ top: { tokens: [{ token: 'secret-ada' }] } })), "/tokens/0 must have required property 'user'"],
  ['a stranger among the members', stringify(world({ project: { members: { bob: 'owner' } } })), 'there is no user bob'],
  ['a pipeline of a stranger', stringify(world({ pipeline: { user: 'bob' } })), 'there is no user bob'],
  ['a job of a stranger', stringify(world({ job: { user: 'bob' } })), 'there is no user bob'],
  ['a token of a stranger', stringify(world({ top: { tokens: [{ token: 'secret-bob', user: 'bob' }] } })), 'there is no user bob'],
  ['a token of no job', stringify(world({ top: { tokens: [{ token: 'secret-job', job: 9 }] } })), 'there is no job 9'],
  [
    'a token of a job of nobody',
    stringify(world({ top: { tokens: [{ token: 'secret-job', job: 3 }] } })),
    'nobody started job 3, so it has no token',
  ],
  ['an unknown runner', stringify(world({ job: { runner: 4 } })), 'there is no runner 4'],
  [
    'a pipeline to be started in an unknown project',
    stringify(world({ job: { run: { retry: { trigger: { project: 'team/moon', jobs: [{ name: 'a', stage: 's' }] } } } } })),
    'there is no project path team/moon',
  ],
  [
    'a length of time with a sign',
    stringify(world({ job: { run: { duration: '+5s' } } })),
    `${place}/jobs/0/run/duration must match pattern`,
  ],
  ['an unknown pipeline downstream', stringify(world({ job: { kind: 'bridge', downstream: 8 } })), 'there is no pipeline 8'],
  ['an agent of an unknown project', stringify(world({ project: { agents: [{ id: 1, config_project: 5 }] } })), 'there is no project 5'],
  ['a job twice', stringify(world({ pipeline: { jobs: [job, job] } })), 'there are two of job 3'],
  [
    'a person twice',
    stringify(world({ top: { users: [...users, { id: 2, username: 'ada', name: 'Ada' }] } })),
    'there are two of user ada',
  ],
  ['a path that was its own', stringify(world({ project: { former_paths: ['team/app'] } })), 'there are two of project path team/app'],
])('%s is refused in words', async (_, text, wanted) => {
  const path = await written(text)
  const reading = readWorld(path)
  await expect(reading).rejects.toThrow(SettingError)
  await expect(reading).rejects.toThrow(`The world ${path} is not right: `)
  await expect(reading).rejects.toThrow(wanted)
})

test('all that is wrong is said at once', async () => {
  const reading = readWorld(await written(stringify(world({ job: { name: 3, color: 'red' } }))))
  await expect(reading).rejects.toThrow(`${place}/jobs/0 must NOT have additional properties (color); ${place}/jobs/0/name must be string.`)
})

test('a file that is no YAML is refused with the line', async () => {
  await expect(readWorld(await written('users: [\n'))).rejects.toThrow(/is not YAML: .* line /s)
})

test('a file that is not there is named', async () => {
  await expect(readWorld(join(folder, 'nowhere.yaml'))).rejects.toThrow(`The world ${join(folder, 'nowhere.yaml')} cannot be read: ENOENT`)
})
