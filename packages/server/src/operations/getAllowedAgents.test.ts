import { expect, test } from 'vitest'
import { demoWorld } from '../demo-world.suite.ts'

const { ask, fresh, changeJob } = demoWorld()

interface Agents {
  allowed_agents: { id: number; config_project: { id: number; path: string; path_with_namespace: string } }[]
  user: { username: string; roles_in_project: string[] }
}
const agents = async (as = 'webshop-job') => (await ask('GET /job/allowed_agents', { as })).json as Agents

test('agents are named with the project that configures them', async () => {
  const { allowed_agents } = await agents()
  expect(allowed_agents).toMatchObject([
    { id: 3, config_project: { id: 2, path: 'console', path_with_namespace: 'harbor/console', name_with_namespace: 'Harbor / Console' } },
  ])
})

test.each([
  ['webshop-job', { id: 14 }, { id: 20 }, { id: 1, groups: [{ id: 23 }] }],
  ['vault-job', { id: 71 }, { id: 70 }, { id: 4, groups: [{ id: 23 }] }],
])('%s: %o', async (as, job, pipeline, project) => {
  expect(await agents(as)).toMatchObject({ job, pipeline, project })
})

test('the roles are all that the user has there, by the levels below the own one', async () => {
  expect((await agents()).user).toMatchObject({
    username: 'dana',
    roles_in_project: ['guest', 'planner', 'reporter', 'security_manager', 'developer'],
  })
  expect((await agents('vault-job')).user).toMatchObject({ username: 'mia', roles_in_project: expect.arrayContaining(['maintainer']) })
})

test('the user is the one whose token it is', async () => {
  await fresh()
  await changeJob(14, { userId: 1 })
  expect((await agents()).user.username).toBe('dana')
})

test('a job without an environment does not speak of one', async () => {
  expect(await agents()).toHaveProperty('environment', { tier: 'staging', slug: 'staging' })
  expect(await agents('console-job')).not.toHaveProperty('environment')
})

test('a job that may use none is told so', async () => {
  expect((await agents('console-job')).allowed_agents).toEqual([])
})

test.each([
  ['dana', 404, { message: '404 Job Not Found' }],
  [null, 401, { message: '401 Unauthorized' }],
  ['finished-job', 401, { message: '401 Unauthorized' }],
])('%s: %i', async (as, status, body) => {
  expect((await ask('GET /job/allowed_agents', { as })).refusal).toEqual([status, body])
})
