import { type Check, check } from '../check.ts'
import { expectRefusal, expectSame, expectStatus, expectThat, isRow, json, type Row, rowOf } from '../expectations.ts'
import { fitsContract } from '../families/contract.ts'
import { takesJobToken } from '../families/job-token.ts'
import { reading } from '../families/reading.ts'
import { signIn } from '../families/sign-in.ts'
import { refusals } from '../refusals.ts'
import { given } from '../surroundings/given.ts'
import { pipelineIdOf } from '../surroundings/look-around.ts'
import { numberOfProject, pathOfProject } from '../surroundings/projects.ts'
import { states } from '../surroundings/states.ts'
import type { Target } from '../target/target.ts'

const id = 'getAllowedAgents'
const roles = ['guest', 'planner', 'reporter', 'security_manager', 'developer', 'maintainer', 'owner']

export const getAllowedAgents: readonly Check[] = [
  ...signIn(id),
  ...takesJobToken(id),
  ...reading(id),
  ...fitsContract(id, ['history-allowed-agents', 'token-job-agents', 'allowed-agents-agents']),
  check(
    `${id}.that-job`,
    'must',
    ['allowed-agents-job', 'token-job-agents', 'token-job-agents-token-required'],
    'The answer is about the job that the token belongs to, its pipeline and its user.',
    async (target) => {
      const { agents, answer } = await allowed(target)
      const job_id = await given(target, states.tokenJob)
      const job = await target.ask('getJob', { job_id })
      expectStatus(job, 200)
      expectSame(answer, 'the number of the job', idOf(agents['job']), job_id)
      expectSame(answer, 'the number of the pipeline', idOf(agents['pipeline']), pipelineIdOf(rowOf(job)))
      expectSame(answer, 'the number of the user', idOf(agents['user']), idOf(rowOf(job)['user']))
    },
  ),
  check(`${id}.project`, 'must', 'allowed-agents-project', 'The answer names the project and the groups that it is in.', async (target) => {
    const { agents, answer } = await allowed(target)
    expectSame(answer, 'the number of the project', String(idOf(agents['project'])), await numberOfProject(target))
    const groups = isRow(agents['project']) ? agents['project']['groups'] : undefined
    const path = await pathOfProject(target)
    expectThat(answer, Array.isArray(groups), 'expected a list of groups')
    expectThat(answer, Array.isArray(groups) && groups.length > 0, `expected the groups of ${path}, got none`)
  }),
  check(
    `${id}.roles`,
    'must',
    ['allowed-agents-user', 'access-roles'],
    'The roles of the user are all those up to the highest one.',
    async (target) => {
      const { agents, answer } = await allowed(target)
      const names =
        isRow(agents['user']) && Array.isArray(agents['user']['roles_in_project']) ? agents['user']['roles_in_project'].map(String) : []
      expectThat(answer, names.includes('developer'), `expected developer among the roles of who runs jobs, got ${names}`)
      const highest = Math.max(...names.map((name) => roles.indexOf(name)))
      for (const role of ['guest', 'reporter', 'developer', 'maintainer'])
        if (roles.indexOf(role) < highest)
          expectThat(answer, names.includes(role), `expected ${role} below ${roles[highest]}, got ${names}`)
    },
  ),
  check(
    `${id}.environment`,
    'must',
    'allowed-agents-environment',
    'Where the job has an environment, its tier and slug are told; where it has none, nothing is.',
    async (target) => {
      const { agents, answer } = await allowed(target)
      const environment = agents['environment']
      if (environment === undefined) return
      expectThat(answer, isRow(environment) && typeof environment['slug'] === 'string', 'expected a slug of the environment')
      expectThat(answer, isRow(environment) && typeof environment['tier'] === 'string', 'expected a tier of the environment')
    },
  ),
  check(
    `${id}.other-token`,
    'must',
    ['token-job-other-token', 'token-job-agents-auth'],
    'A token that belongs to no job is told that there is no such job.',
    async (target) => {
      expectRefusal(await target.ask(id), 404, refusals.tokenJobNotFound)
      expectStatus(await target.ask(id, {}, { as: 'job' }), 200)
    },
  ),
]

const idOf = (row: unknown) => (isRow(row) ? row['id'] : undefined)

async function allowed(target: Target) {
  const answer = await target.ask(id, {}, { as: 'job' })
  expectStatus(answer, 200)
  const agents: unknown = json(answer)
  const row: Row = isRow(agents) ? agents : {}
  return { agents: row, answer }
}
