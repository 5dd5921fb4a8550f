import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { DiskArtifactStore } from '../storage/disk/disk-artifact-store.ts'
import { DiskLogStore } from '../storage/disk/disk-log-store.ts'
import { SqliteJobStore } from '../storage/sqlite/sqlite-job-store.ts'
import { loadWorld } from './load-world.ts'
import { parseWorld } from './read-world.ts'

// Groups within groups: whose members and visibility reach how far down.

const users = ['ada', 'bob', 'cyd'].map((username, index) => ({ id: index + 1, username, name: username.toUpperCase() }))
const fleet = { id: 5, path: 'harbor/fleet', name: 'Fleet' }
const groups = (harbor: object = {}, below: object = {}) => [
  { id: 3, path: 'harbor', name: 'Harbor', ...harbor },
  { ...fleet, ...below },
]
const tracker = (changes: object = {}) => ({ id: 1, path: 'harbor/fleet/tracker', name: 'Tracker', ...changes })
const parsed = (world: object) => parseWorld(JSON.stringify({ users, projects: [], ...world }), 'world.yaml')

async function loaded(world: object): Promise<SqliteJobStore> {
  const store = new SqliteJobStore(':memory:')
  onTestFinished(() => store.close())
  const nowhere = join(tmpdir(), 'jobs-api-namespaces')
  await loadWorld(await parsed(world), { store, logs: new DiskLogStore(nowhere), archives: new DiskArtifactStore(nowhere) }, 0)
  return store
}

/** What ada, bob and cyd may do in project 1. */
const levels = (store: SqliteJobStore) => store.read((reader) => Promise.all([1, 2, 3].map((user) => reader.accessLevel(1, user))))

test.each([
  ['of the group', groups({}, { members: { ada: 'developer' } }), {}, [30, 0, 0]],
  ['of the group above', groups({ members: { ada: 'developer' } }), {}, [30, 0, 0]],
  ['of both, who are more below', groups({ members: { ada: 'guest', bob: 'owner' } }, { members: { ada: 'developer' } }), {}, [30, 50, 0]],
  ['of the project', groups(), { ada: 'maintainer' }, [40, 0, 0]],
  ['of the project, who are more there', groups({ members: { ada: 'guest', cyd: 'reporter' } }), { ada: 'maintainer' }, [40, 0, 20]],
  ['of the project, who are as much there', groups({ members: { ada: 'guest' } }), { ada: 'guest' }, [10, 0, 0]],
])('members %s', async (_, all, members, wanted) => {
  expect(await levels(await loaded({ groups: all, projects: [tracker({ members })] }))).toEqual(wanted)
})

test('members of a group are none beside or above it, however alike the names', async () => {
  const alike = { id: 6, path: 'harbor/fleeting', name: 'Fleeting', members: { cyd: 'guest' } }
  const all = [...groups({}, { members: { bob: 'owner' } }), alike]
  const inside = async (path: string) => levels(await loaded({ groups: all, projects: [{ ...tracker(), path }] }))
  expect([await inside('harbor/tracker'), await inside('harbor/fleeting/tracker')]).toEqual([
    [0, 0, 0],
    [0, 0, 10],
  ])
})

test('a project knows its group and those above it, the topmost first', async () => {
  const store = await loaded({ groups: groups().toReversed(), projects: [tracker(), { id: 2, path: 'harbor/web', name: 'Web' }] })
  const seen = await store.read((reader) => Promise.all([1, 2].map((id) => reader.project(id))))
  expect(seen.map((project) => [project?.groups, project?.namespaceName])).toEqual([
    [[3, 5], 'Harbor / Fleet'],
    [[3], 'Harbor'],
  ])
})

test('a project of a user belongs to them, and to no group', async () => {
  const store = await loaded({ projects: [tracker({ path: 'ada/tracker' })] })
  expect(await levels(store)).toEqual([50, 0, 0])
  expect(await store.read((reader) => reader.project(1))).toMatchObject({ groups: [], namespaceName: 'ADA' })
})

test('a group on an allow-list stands for all projects below it', async () => {
  const others = ['harbor/web', 'harbor/fleet/maps', 'ada/sandbox', 'ada/sand'].map((path, index) => ({ id: index + 2, path, name: path }))
  const allowed = async (list: readonly string[]) => {
    const store = await loaded({ groups: groups(), projects: [tracker({ job_token_allow_list: list }), ...others] })
    return (await store.read((reader) => reader.project(1)))?.jobTokenAllowList
  }
  expect(await allowed(['harbor'])).toEqual([1, 2, 3])
  expect(await allowed(['harbor/fleet', 'ada/sand', 'harbor/fleet/maps'])).toEqual([1, 3, 5])
})

test.each([
  [
    'an unknown group',
    { groups: groups(), projects: [tracker({ path: 'harbour/tracker' })] },
    'projects[0].path: there is no group harbour; did you mean "harbor"?',
  ],
  ['a group that is none', { projects: [tracker()] }, 'projects[0].path: there is no group harbor/fleet; add it to groups'],
  ['a group that hangs in the air', { groups: [fleet] }, 'groups[0].path: there is no group harbor; add it to groups'],
  ['a group that is a user', { groups: [{ ...fleet, path: 'ada' }] }, 'groups[0].path: ada is a user; groups and users share their names'],
  [
    'a group that is a project',
    { groups: [...groups(), { id: 7, path: 'harbor/fleet/tracker', name: 'T' }], projects: [tracker()] },
    'projects[0].path: there are two of path harbor/fleet/tracker',
  ],
  [
    'a group twice, in other letters',
    { groups: [...groups(), { ...fleet, id: 9, path: 'harbor/Fleet' }] },
    'groups[2].path: there are two of path harbor/Fleet',
  ],
  ['a group twice', { groups: [...groups(), { ...fleet, id: 9 }] }, 'groups[2].path: there are two of path harbor/fleet'],
  ['a number of a group twice', { groups: groups({ id: 5 }) }, 'groups[1].id: there are two of group 5'],
  [
    'a stranger in a group',
    { groups: groups({ members: { bot: 'guest' } }) },
    'groups[0].members.bot: there is no user bot; did you mean "bob"?',
  ],
  [
    'a group that is more visible than the one above',
    { groups: groups({}, { visibility: 'internal' }) },
    'groups[1].visibility: a group in the private group harbor cannot be internal; make the group internal, or this private',
  ],
  [
    'a project that is more visible than its group',
    { groups: groups({ visibility: 'public' }, { visibility: 'internal' }), projects: [tracker({ visibility: 'public' })] },
    'projects[0].visibility: a project in the internal group harbor/fleet cannot be public; make the group public, or this internal',
  ],
  [
    'somebody who is less below',
    { groups: groups({ members: { ada: 'developer' } }, { members: { ada: 'reporter' } }) },
    'groups[1].members.ada: ada is developer here already, by the group harbor; say as much or more, or leave it out',
  ],
  [
    'somebody who is less in the project',
    { groups: groups({ members: { ada: 'developer' } }), projects: [tracker({ members: { ada: 'guest' } })] },
    'projects[0].members.ada: ada is developer here already, by the group harbor',
  ],
  [
    'a user who is less in what is theirs',
    { projects: [tracker({ path: 'ada/tracker', members: { ada: 'guest' } })] },
    'projects[0].members.ada: ada is owner here already, to whom it belongs',
  ],
  ['groups by their numbers', { groups: groups(), projects: [tracker({ groups: [3, 5] })] }, 'projects[0].groups: there is no such member'],
])('%s is refused in words, with its place', async (_, world, wanted) => {
  await expect(parsed(world)).rejects.toThrow(wanted)
  await expect(parsed(world)).rejects.toThrow(/world\.yaml:1:\d+ {2}/)
})
