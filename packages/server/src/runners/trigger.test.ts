import { expect, test } from 'vitest'
import { smallWorld, workshop } from './workshop.suite.ts'

// The user of a trigger job needs rights in both projects.

const commit = { sha: 'f'.repeat(40), message: 'Dig', author: 'Bob <b@example.com>' }
const trigger = { project: 'team/infra', ref: 'stable', jobs: [{ name: 'plan', stage: 'build' }] }

/** Two projects; a manual job of the first starts a pipeline of the second, once Ada has played it. */
async function openTwo(here: object, there: object, { ref = 'stable' } = {}) {
  const pipelines = [{ id: 5, ref, status: 'success', created: '-1d', commit }]
  const other = { id: 2, path: 'team/infra', name: 'Infra', pipelines, ...there }
  const bridge = { name: 'go', kind: 'bridge', status: 'manual', when: 'manual', run: { trigger: { ...trigger, ref } } }
  return workshop(smallWorld([bridge, { name: 'after', stage: 'z', status: 'created' }], { project: here, others: [other] }))
}

const guarded = { protected_refs: [{ ref: 'stable', push: 'maintainer' }] }

test.each([
  ['a Developer', {}, { members: { ada: 'developer' } }],
  ['a Maintainer, on a ref that only they may push to', {}, { members: { ada: 'maintainer' }, ...guarded }],
])('%s starts a pipeline there', async (_, here, there) => {
  const { advance, play, job, store } = await openTwo(here, there)
  await play(1)
  await advance(3)
  expect(await job(1)).toMatchObject({ status: 'success', failureReason: null, downstreamPipelineId: 6 })
  expect(await store.read((reader) => reader.pipeline(2, 6))).toMatchObject({ ref: 'stable' })
})

test.each([
  ['a stranger to a private project', { visibility: 'private' }, 'downstream_bridge_project_not_found'],
  ['a Guest', { members: { ada: 'guest' } }, 'insufficient_bridge_permissions'],
  ['a Reporter', { members: { ada: 'reporter' } }, 'insufficient_bridge_permissions'],
  [
    'a Developer, on a ref that only Maintainers may push to',
    { members: { ada: 'developer' }, ...guarded },
    'insufficient_bridge_permissions',
  ],
])('%s does not', async (_, there, reason) => {
  const { advance, play, job, statuses, store } = await openTwo({}, there)
  await play(1)
  await advance(3)
  expect(await job(1)).toMatchObject({ status: 'failed', failureReason: reason, downstreamPipelineId: null, startedAt: null })
  expect(await statuses(2)).toBe('skipped')
  expect(await store.read((reader) => reader.pipeline(2, 6))).toBeUndefined()
})

test('who may no longer start pipelines at home starts none elsewhere', async () => {
  const { advance, play, job, store, change } = await openTwo({}, { members: { ada: 'developer' } })
  await play(1)
  await store.write((writer) => writer.addUser({ ...ada, id: 2, username: 'eve' }))
  await change(1, { userId: 2 })
  await store.write((writer) => writer.addMember(2, 2, 30))
  await advance(3)
  expect(await job(1)).toMatchObject({ status: 'failed', failureReason: 'insufficient_bridge_permissions' })
})

test.each([
  ['that is not there', 'team/gone', 'downstream_bridge_project_not_found'],
  ['that is its own', 'team/app', 'invalid_bridge_trigger'],
])('a project %s', async (_, project, reason) => {
  const { advance, play, job, change } = await openTwo({}, { members: { ada: 'owner' } })
  await change(1, { plan: { trigger: { project, depend: false, jobs: [] } } })
  await play(1)
  await advance(3)
  expect(await job(1)).toMatchObject({ status: 'failed', failureReason: reason })
})

const ada = {
  ...{ id: 1, username: 'ada', name: 'Ada', state: 'active', bot: false, createdAt: 0, publicEmail: '' },
  ...{ jobTitle: null, organization: null, location: null, bio: null },
}
