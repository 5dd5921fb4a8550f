import { hash } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { DiskArtifactStore } from '../storage/disk/disk-artifact-store.ts'
import { DiskLogStore } from '../storage/disk/disk-log-store.ts'
import { SqliteJobStore } from '../storage/sqlite/sqlite-job-store.ts'
import { slugOf, tierOf } from './environments.ts'
import { loadWorld } from './load-world.ts'
import { parseWorld } from './read-world.ts'
import type { World } from './world.ts'

/** The six letters that a name which lost something gets, reckoned by dividing. */
function suffix(name: string): string {
  let [rest, letters] = [BigInt(`0x${hash('sha256', name)}`), '']
  for (; letters.length < 6; rest /= 36n) letters = '0123456789abcdefghijklmnopqrstuvwxyz'.charAt(Number(rest % 36n)) + letters
  return letters
}

// The names and the first parts of the slugs are those of GitLab's own spec/lib/gitlab/slug/environment_spec.rb.
test.each([
  ['production', 'production'],
  ['staging-1234567890123456', 'staging-1234567890123456'],
  ['staging-12345678-', 'staging-12345678'],
  ['foo-', 'foo'],
  ['staging-12345678901234567', 'staging-123456789-*'],
  ['9-staging-123456789012345', 'env-9-staging-123-*'],
  ['staging-1234567890123456-', 'staging-123456789-*'],
  ['staging-12345678-01234567', 'staging-12345678-*'],
  ['PRODUCTION', 'production-*'],
  ['review/1-foo', 'review-1-foo-*'],
  ['1-foo', 'env-1-foo-*'],
  ['1/foo', 'env-1-foo-*'],
  ['foo--bar', 'foo-bar-*'],
  ['foo**bar', 'foo-bar-*'],
  ['*-foo', 'env-foo-*'],
])('the slug of %s is %s', (name, slug) => {
  expect(slugOf({ name })).toBe(slug.replace('*', suffix(name)))
})

test('a slug that is given stays', () => {
  expect(slugOf({ name: 'Production', slug: 'live' })).toBe('live')
})

test.each([
  ['production', 'production'],
  ['Live', 'production'],
  ['prd-eu', 'production'],
  ['staging', 'staging'],
  ['stg', 'staging'],
  ['pre-production', 'staging'],
  ['demo', 'staging'],
  ['qa', 'testing'],
  ['integration', 'testing'],
  ['test-production', 'testing'],
  ['review/new-basket', 'development'],
  ['preview', 'development'],
  ['customer-portal', 'other'],
])('the tier of %s is %s', (name, tier) => {
  expect(tierOf(name)).toBe(tier)
})

const commit = { sha: 'c0ffee00c0ffee00c0ffee00c0ffee00c0ffee00', message: 'Brew', author: 'Ada <ada@example.com>' }

function parsed(environments: readonly object[], job: object): Promise<World> {
  const jobs = [{ id: 3, name: 'deploy', stage: 'deploy', status: 'manual', ...job }]
  const pipelines = [{ id: 2, ref: 'main', status: 'manual', created: '-1h', commit, jobs }]
  const projects = [
    { id: 1, path: 'ada/app', name: 'App', environments, pipelines },
    { id: 2, path: 'ada/infra', name: 'Infra', environments: [{ name: 'cluster' }] },
  ]
  return parseWorld(JSON.stringify({ users: [{ id: 1, username: 'ada', name: 'Ada' }], projects }), 'world.yaml')
}

const live = { name: 'live' }
const starts = (environment: string, project?: string) => ({
  ...{ kind: 'bridge', run: { trigger: { project, jobs: [{ name: 'a', stage: 's', environment }] } } },
})

test.each([
  ['an unknown one', [live], { environment: 'life' }, 'jobs[0].environment: ada/app has no environment life; did you mean "live"?'],
  ['one far from all', [live, { name: 'qa' }], { environment: 'moon' }, 'ada/app has no environment moon; there are live, qa'],
  ['one where there is none', [], { environment: 'live' }, 'ada/app has no environment live; add it to the environments of the project'],
  ['one of what a job starts', [live], starts('life'), 'jobs[0].run.trigger.jobs[0].environment: ada/app has no environment life'],
  ['one of what starts elsewhere', [live], starts('live', 'ada/infra'), 'ada/infra has no environment live; there are cluster'],
  [
    'one described as it was before',
    [live],
    { environment: { slug: 'live', tier: 'other' } },
    'jobs[0].environment: must be a text, not a set of members',
  ],
  ['two of a name', [live, live], {}, 'environments[1].name: there are two of environment live'],
  ['two of a slug', [live, { name: 'Live', slug: 'live' }], {}, 'environments[1].slug: there are two of slug live'],
  [
    'a name that GitLab refuses',
    [{ name: '/live' }],
    {},
    'environments[0].name: must be such as production or review/new-basket, not "/live"',
  ],
  ['a slug that GitLab refuses', [{ name: 'live', slug: 'Live' }], {}, 'environments[0].slug: must be such as production or'],
  ['an unknown tier', [{ name: 'live', tier: 'prodution' }], {}, 'not "prodution"; did you mean "production"?'],
  [
    'a protection for nobody',
    [{ ...live, protected: {} }],
    {},
    'environments[0].protected: nobody could deploy; say deploy, users or groups',
  ],
  ['one for a stranger', [{ ...live, protected: { users: ['bob'] } }], {}, 'environments[0].protected.users[0]: there is no user bob'],
  [
    'one for an unknown group',
    [{ ...live, protected: { groups: ['adas'] } }],
    {},
    'environments[0].protected.groups[0]: there is no group adas',
  ],
  ['an unknown role', [{ name: 'live', protected: { deploy: 'captain' } }], {}, 'environments[0].protected.deploy: must be one of guest'],
])('%s is refused in words, with its place', async (_, environments, job, wanted) => {
  await expect(parsed(environments, job)).rejects.toThrow(wanted)
  await expect(parsed(environments, job)).rejects.toThrow(/world\.yaml:1:\d+ {2}projects\[0\]/)
})

test.each([
  ['its own', { environment: 'live' }],
  ['that of what it starts', starts('live')],
  ['that of what it starts elsewhere', starts('cluster', 'ada/infra')],
])('a job may name %s', async (_, job) => {
  await expect(parsed([live], job)).resolves.toBeDefined()
})

test('who may deploy to a protected environment: a role, users, and the own members of groups with the bots among them', async () => {
  const token = { token: 'secret-of-fleet', name: 'Deployments', role: 'developer', bot: 9 }
  const groups = [
    { id: 1, path: 'harbor', name: 'Harbor', members: { ada: 'owner' } },
    { id: 2, path: 'harbor/fleet', name: 'Fleet', members: { bob: 'developer' }, tokens: [token] },
  ]
  const environments = [
    { name: 'one', protected: { deploy: 'maintainer' } },
    { name: 'two', protected: { users: ['cyd', 'bob'], groups: ['harbor/fleet'] } },
    { name: 'three' },
  ]
  const users = ['ada', 'bob', 'cyd'].map((username, index) => ({ id: index + 1, username, name: username }))
  const projects = [{ id: 1, path: 'harbor/web', name: 'Web', environments }]
  const store = new SqliteJobStore(':memory:')
  onTestFinished(() => store.close())
  const nowhere = join(tmpdir(), 'jobs-api-environments')
  const world = await parseWorld(JSON.stringify({ users, groups, projects }), 'world.yaml')
  await loadWorld(world, { store, logs: new DiskLogStore(nowhere), archives: new DiskArtifactStore(nowhere) }, 0)
  expect((await store.read((reader) => reader.project(1)))?.protectedEnvironments).toEqual([
    { slug: 'one', deploy: 'maintainer', users: [] },
    { slug: 'two', deploy: null, users: [3, 2, 9] },
  ])
})
