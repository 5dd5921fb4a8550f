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
  groups: [{ id: 1, path: 'team', name: 'Team' }],
  ...changes.top,
})

test('what a world leaves out gets its default', async () => {
  const { users, projects } = await readWorld(await written(stringify(world())))
  expect(users).toMatchObject([{ state: 'active', bot: false, created: '-600d' }])
  expect(projects).toMatchObject([{ visibility: 'private', public_pipelines: true, keep_latest_artifacts: true, members: {} }])
  expect(projects[0]?.pipelines[0]?.jobs).toMatchObject([{ kind: 'build', when: 'on_success', tags: [], retried: false }])
})

const base = 'projects[0].pipelines[0]'

test.each([
  ['an empty file', '', '1:1  must be a set of members, not nothing'],
  ['no projects', stringify({ users }), '1:1  "projects" is missing'],
  [
    'a member nobody knows',
    stringify(world({ top: { people: [] } })),
    '27:1  people: there is no such member; there are extends, additions',
  ],
  [
    'a misspelt member',
    stringify(world({ job: { statsu: 'failed' } })),
    `23:13  ${base}.jobs[0].statsu: there is no such member; did you mean "status"?`,
  ],
  ['no name', stringify(world({ job: { name: undefined } })), `19:13  ${base}.jobs[0]: "name" is missing`],
  ['a number for a name', stringify(world({ job: { name: 3 } })), `20:19  ${base}.jobs[0].name: must be a text, not 3`],
  [
    'a time of day',
    stringify(world({ pipeline: { created: '10:00' } })),
    `13:18  ${base}.created: must be such as -3h20m or +30d or 0, not "10:00"`,
  ],
  [
    'an unknown visibility',
    stringify(world({ project: { visibility: 'privat' } })),
    'must be one of private, internal, public, not "privat"; did you mean "private"?',
  ],
  [
    'an unknown role',
    stringify(world({ project: { members: { ada: 'queen' } } })),
    'projects[0].members.ada: must be one of guest, planner, reporter,',
  ],
  ['an id below 1', stringify(world({ job: { id: 0 } })), `${base}.jobs[0].id: must be at least 1, not 0`],
  ['a path without a group', stringify(world({ project: { path: 'app' } })), '7:11  projects[0].path: must be such as group/project or'],
  [
    'a token of nobody',
    stringify(world({ top: { tokens: [{ token: 'secret-ada' }] } })),
    '28:5  tokens[0]: must have exactly one of user, job',
  ],
  [
    'a log of two kinds',
    stringify(world({ job: { log: { file: 'a', generated: 3 } } })),
    `${base}.jobs[0].log: must NOT have more than 1 properties`,
  ],
  [
    'a stranger among the members',
    stringify(world({ project: { members: { ad: 'owner' } } })),
    'projects[0].members.ad: there is no user ad; did you mean "ada"?',
  ],
  ['a pipeline of a stranger', stringify(world({ pipeline: { user: 'bob' } })), `${base}.user: there is no user bob`],
  ['a job of a stranger', stringify(world({ job: { user: 'bob' } })), '23:19  projects[0].pipelines[0].jobs[0].user: there is no user bob'],
  [
    'a token of a stranger',
    stringify(world({ top: { tokens: [{ token: 'secret-bob', user: 'bob' }] } })),
    'tokens[0].user: there is no user bob',
  ],
  ['a token of no job', stringify(world({ top: { tokens: [{ token: 'secret-job', job: 9 }] } })), 'tokens[0].job: there is no job 9'],
  [
    'a token of a job of nobody',
    stringify(world({ top: { tokens: [{ token: 'secret-job', job: 3 }] } })),
    'nobody started job 3, so it has no token; give it',
  ],
  [
    'a token twice',
    stringify(world({ top: { tokens: [1, 2].map(() => ({ token: 'secret-ada', user: 'ada' })) } })),
    'tokens[1].token: there are two of token secret-ada',
  ],
  ['an unknown runner', stringify(world({ job: { runner: 4 } })), `${base}.jobs[0].runner: there is no runner 4`],
  [
    'a pipeline to be started in an unknown project',
    stringify(world({ job: { run: { retry: { trigger: { project: 'team/moon', jobs: [{ name: 'a', stage: 's' }] } } } } })),
    `${base}.jobs[0].run.retry.trigger.project: there is no project team/moon`,
  ],
  [
    'a length of time with a sign',
    stringify(world({ job: { run: { duration: '+5s' } } })),
    `${base}.jobs[0].run.duration: must be such as 12s or 1h30m, not "+5s"`,
  ],
  [
    'an unknown pipeline downstream',
    stringify(world({ job: { kind: 'bridge', downstream: 8 } })),
    `${base}.jobs[0].downstream: there is no pipeline 8`,
  ],
  [
    'a build with a pipeline downstream',
    stringify(world({ job: { downstream: 2 } })),
    'only a trigger job starts a pipeline; say kind: bridge',
  ],
  [
    'an agent of an unknown project',
    stringify(world({ project: { agents: [{ id: 1, config_project: 'team/ap' }] } })),
    'projects[0].agents[0].config_project: there is no project team/ap; did you mean "team/app"?',
  ],
  [
    'an unknown project let in',
    stringify(world({ project: { job_token_allow_list: ['tea'] } })),
    'projects[0].job_token_allow_list[0]: there is no project or group tea; did you mean "team"?',
  ],
  [
    'a job twice',
    stringify(world({ pipeline: { jobs: [job, { ...job }] } }), { aliasDuplicateObjects: false }),
    `23:17  ${base}.jobs[1].id: there are two of job 3`,
  ],
  [
    'a person twice',
    stringify(world({ top: { users: [...users, { id: 2, username: 'ada', name: 'Ada' }] } })),
    'users[1].username: there are two of user ada',
  ],
  [
    'a path that was its own',
    stringify(world({ project: { former_paths: ['team/app'] } })),
    'projects[0].former_paths[0]: there are two of path team/app',
  ],
  [
    'an end before the start',
    stringify(world({ job: { started: '-1m', finished: '-2m' } })),
    `${base}.jobs[0].finished: finished (-2m) cannot be before started (-1m)`,
  ],
  [
    'a start before the queue',
    stringify(world({ job: { queued: '-1m', started: '-2m', finished: '0' } })),
    'started (-2m) cannot be before queued (-1m)',
  ],
  [
    'a start without an end',
    stringify(world({ job: { started: '-1m' } })),
    'a job that is success needs the time at which it finished; add finished',
  ],
  [
    'a run without a start',
    stringify(world({ job: { status: 'running' } })),
    'a job that is running needs the time at which it started; add started',
  ],
  ['a delay without a time', stringify(world({ job: { status: 'scheduled' } })), 'needs the time at which it shall start; add scheduled'],
  [
    'an end of what is under way',
    stringify(world({ job: { status: 'pending', finished: '-1m' } })),
    'a job that is pending has not finished',
  ],
  [
    'an addition to nothing',
    stringify(world({ top: { additions: [{ project: 'team/ap' }] } })),
    'additions[0].project: there is no project team/ap; did you mean "team/app"?',
  ],
  ['what is no YAML', 'users: [\n  {id: 1,\nprojects: 3', '3:'],
  ['a member said twice', 'users: []\nusers: []\nprojects: []\n', '2:1  Map keys must be unique'],
])('%s is refused in words, with its place', async (_, text, wanted) => {
  const path = await written(text)
  const reading = readWorld(path)
  await expect(reading).rejects.toThrow(SettingError)
  await expect(reading).rejects.toThrow(`The world ${path} is not right; nothing was stored.\n  ${path}:`)
  await expect(reading).rejects.toThrow(wanted)
})

test('all that is wrong is said at once, in the order of the lines', async () => {
  const path = await written(stringify(world({ job: { name: 3, color: 'red' }, project: { path: 'app' } })))
  const said = await readWorld(path).catch((error: Error) => error.message)
  const places = [...String(said).matchAll(/\.yaml:(\d+):\d+ {2}\S+?(\w+): /g)].map(([, line, member]) => `${line} ${member}`)
  expect(places).toEqual(['7 path', '20 name', '23 color'])
})

test('so are contradictions', async () => {
  const path = await written(stringify(world({ job: { runner: 4, user: 'bob' }, pipeline: { user: 'eve' } })))
  const said = await readWorld(path).catch((error: Error) => error.message)
  expect([...String(said).matchAll(/there is no (\w+ \w+)/g)].map(([, name]) => name)).toEqual(['runner 4', 'user bob', 'user eve'])
})

test('a world that extends another has what that has, and what it adds', async () => {
  await writeFile(join(folder, 'base.yaml'), stringify(world()))
  const more = { ...pipeline, id: 4, user: 'bob', jobs: [{ ...job, id: 5 }] }
  const additions = [{ project: 'team/app', members: { bob: 'guest' }, pipelines: [more] }]
  const path = await written(stringify({ extends: 'base.yaml', users: [{ id: 2, username: 'bob', name: 'Bob' }], additions }))
  const { users: people, projects } = await readWorld(path)
  expect(people.map(({ username }) => username)).toEqual(['ada', 'bob'])
  expect(projects.map(({ members, pipelines }) => [members, pipelines.map(({ id }) => id)])).toEqual([[{ bob: 'guest' }, [2, 4]]])
})

test('what contradicts the extended world is said of the file in which it stands', async () => {
  await writeFile(join(folder, 'base.yaml'), stringify(world()))
  const path = await written(stringify({ extends: 'base.yaml', additions: [{ project: 'team/app', pipelines: [pipeline] }] }))
  await expect(readWorld(path)).rejects.toThrow(`${path}:5:13  additions[0].pipelines[0].id: there are two of pipeline 2`)
})

test.each([
  ['a stranger among the members', { members: { ad: 'guest' } }, '5:11  additions[0].members.ad: there is no user ad; did you mean "ada"?'],
  ['somebody who would be less', { members: { ada: 'guest' } }, '5:12  additions[0].members.ada: ada is developer here already'],
  [
    'an environment that is there',
    { environments: [{ name: 'live' }] },
    '5:15  additions[0].environments[0].name: there are two of environment live',
  ],
])('%s is not lost when it is added to the extended world', async (_, addition, wanted) => {
  const groups = [{ id: 1, path: 'team', name: 'Team', members: { ada: 'developer' } }]
  await writeFile(join(folder, 'base.yaml'), stringify(world({ project: { environments: [{ name: 'live' }] }, top: { groups } })))
  const path = await written(stringify({ extends: 'base.yaml', additions: [{ project: 'team/app', ...addition }] }))
  await expect(readWorld(path)).rejects.toThrow(`${path}:${wanted}`)
})

test('what contradicts itself in the extended world is said of that, even of a project to which something is added', async () => {
  await writeFile(join(folder, 'base.yaml'), stringify(world({ project: { visibility: 'public' } })))
  const path = await written(stringify({ extends: 'base.yaml', additions: [{ project: 'team/app', environments: [{ name: 'live' }] }] }))
  await expect(readWorld(path)).rejects.toThrow(/base\.yaml:\d+:\d+ {2}projects\[0\]\.visibility: a project in the private group team/)
})

test('a world cannot extend itself', async () => {
  const path = join(folder, 'own-tail.yaml')
  await writeFile(path, stringify({ extends: 'own-tail.yaml' }))
  await expect(readWorld(path)).rejects.toThrow('1:10  extends: a world cannot extend itself')
})

test('a file that is not there is named', async () => {
  await expect(readWorld(join(folder, 'nowhere.yaml'))).rejects.toThrow(`The world ${join(folder, 'nowhere.yaml')} cannot be read: ENOENT`)
})
