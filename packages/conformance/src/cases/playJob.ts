import { type Check, check } from '../check.ts'
import { expectRefusal, expectSame, expectStatus, expectThat, isRow, messageOf, rowOf } from '../expectations.ts'
import { acting } from '../families/acting.ts'
import { fitsContract } from '../families/contract.ts'
import { ignoresJobToken } from '../families/job-token.ts'
import { oneJob } from '../families/one-job.ts'
import { oneProject } from '../families/one-project.ts'
import { signIn } from '../families/sign-in.ts'
import { refuses, succeeds } from '../families/twin.ts'
import { refusals } from '../refusals.ts'
import { own } from '../surroundings/own.ts'
import { type JobState, ownStates } from '../surroundings/states.ts'
import type { Target } from '../target/target.ts'

const id = 'playJob'
const onItsWay = ['created', 'waiting_for_resource', 'preparing', 'waiting_for_callback', 'pending', 'running', 'success', 'failed']
const variables = { job_variables_attributes: [{ key: 'REGION', value: 'eu-south' }] }

export const playJob: readonly Check[] = [
  ...signIn(id),
  ...ignoresJobToken(id),
  ...oneProject(id),
  ...oneJob(id),
  ...acting(id, ['developer'], ['reporter', 'guest'], ['play-forbidden']),
  ...fitsContract(id, ['history-first-operations', 'play-answer']),
  check(
    `${id}.manual`,
    'must',
    ['play-answer', 'play-manual', 'play-manual-only', 'play-no-body-before', 'statuses-enqueue'],
    'A manual job is queued under its own id, and is no longer manual.',
    (target) => queues(target, ownStates.manual),
  ),
  check(`${id}.scheduled`, 'must', 'play-manual', 'A delayed job need not wait for its time.', (target) =>
    queues(target, ownStates.scheduled),
  ),
  check(`${id}.user`, 'must', 'play-manual', 'The user of the job is who played it.', async (target) => {
    const one = await succeeds(target, id, { how: { as: 'developer' } })
    const other = await succeeds(target, id)
    const [developer, maintainer] = [one, other].map((answer) => userOf(rowOf(answer)))
    expectThat(one, typeof developer === 'string' && developer !== maintainer, `expected who played it, got ${developer} and ${maintainer}`)
  }),
  check(
    `${id}.played-before`,
    'must',
    'play-again',
    'A manual job that was played and has ended gets a new attempt, and that is answered.',
    async (target) => {
      const job_id = await own(target, ownStates.played)
      const answer = await target.ask(id, { job_id })
      expectStatus(answer, 200)
      expectThat(answer, rowOf(answer).id > job_id, `expected a new job, got ${rowOf(answer).id} for ${job_id}`)
      const old = await target.ask('getJob', { job_id })
      expectThat(old, ['success', 'failed', 'canceled'].includes(String(rowOf(old)['status'])), 'expected the old job to stay as it was')
    },
    { from: 'current' },
  ),
  ...(['waiting', 'finished', 'archived'] as const).map((state) =>
    check(
      `${id}.unplayable-${state}`,
      'must',
      state === 'archived' ? ['play-unplayable', 'access-archived'] : ['play-unplayable', 'statuses-playable', 'errors-bad-request'],
      `${ownStates[state].sentence.replace(/, to be.*/, '').replace(/^a/, 'A')}, is not played.`,
      async (target) => {
        const job_id = await own(target, ownStates[state])
        const [status, body] = state === 'archived' ? [403, refusals.forbidden] : [400, refusals.notPlayable]
        await refuses(target, id, { parameters: { job_id } }, status, body)
      },
    ),
  ),
  check(
    `${id}.variables`,
    'must',
    ['play-variables', 'play-variables-documented', 'history-play-variables'],
    'Variables for the job are accepted.',
    async (target) => void (await succeeds(target, id, { how: { body: variables } })),
    { from: '17.x' },
  ),
  check(
    `${id}.variables-missing-key`,
    'must',
    ['play-variables-missing-key', 'play-variables', 'errors-missing-parameter', 'errors-error-shape'],
    'A variable without a key is refused with 400, and named.',
    (target) =>
      refuses(target, id, { how: { body: { job_variables_attributes: [{ value: 'eu-south' }] }, wrong: true } }, 400, {
        error: 'job_variables_attributes[0][key] is missing',
      }),
    { from: '17.x' },
  ),
  check(
    `${id}.variables-coerced`,
    'must',
    'play-variables-coerced',
    'A number as the value of a variable is taken as its text; a list is refused.',
    async (target) => {
      const listed = { job_variables_attributes: [{ key: 'REGION', value: ['eu'] }] }
      const { parameters, how } = { parameters: { job_id: await own(target, ownStates.manual) }, how: { wrong: true } as const }
      expectStatus(await target.ask(id, parameters, { ...how, body: listed }), 400)
      expectStatus(await target.ask(id, parameters, { ...how, body: { job_variables_attributes: [{ key: 'COUNT', value: 3 }] } }), 200)
    },
    { from: '17.x' },
  ),
  check(
    `${id}.variables-restricted`,
    'must',
    ['access-play-variables', 'play-forbidden'],
    'Where only maintainers may set variables, a developer who gives some is refused with 403.',
    async (target) => {
      const there = target.inProject(target.projectThatIs('members'))
      const job_id = await own(there, ownStates.manual)
      expectRefusal(await there.ask(id, { job_id }, { as: 'developer', body: variables }), 403, refusals.forbidden)
      expectStatus(await there.ask(id, { job_id }, { as: 'developer' }), 200)
    },
    { from: '17.x' },
  ),
  check(
    `${id}.inputs`,
    'must',
    ['play-inputs', 'history-play-inputs'],
    'Inputs that the job declares may be given.',
    async (target) => {
      const job_id = await own(target, ownStates.manualInputs)
      expectStatus(await target.ask(id, { job_id }, { body: { job_inputs: { region: 'eu-south' } } }), 200)
    },
    { from: 'current' },
  ),
  check(
    `${id}.invalid-input`,
    'must',
    ['play-invalid-input', 'errors-bad-request'],
    'An input of the wrong type is refused with 400.',
    async (target) => {
      const job_id = await own(target, ownStates.manualInputs)
      const answer = await target.ask(id, { job_id }, { body: { job_inputs: { attempts: 'many' } } })
      expectStatus(answer, 400)
      expectThat(answer, messageOf(answer).startsWith('400 Bad request - '), `expected a reason after 400 Bad request, got ${answer.text}`)
      expectStatus(await target.ask(id, { job_id }), 200)
    },
    { from: 'current' },
  ),
  check(
    `${id}.trigger-job`,
    'must',
    ['play-bridge', 'requests-job-lookup'],
    'A trigger job can be played, and is answered as one.',
    async (target) => {
      const job_id = await own(target, ownStates.manualBridge)
      const answer = await target.ask(id, { job_id })
      expectStatus(answer, 200)
      expectSame(answer, 'id', rowOf(answer).id, job_id)
      expectThat(answer, 'downstream_pipeline' in rowOf(answer), 'expected downstream_pipeline to be there')
    },
    { from: '13.2' },
  ),
  check(
    `${id}.protected-ref`,
    'must',
    ['access-protected-ref', 'play-forbidden'],
    'On a branch to which only maintainers may push, a developer is refused with 403.',
    async (target) => {
      const there = target.inProject(target.projectThatIs('protected'))
      const job_id = await own(there, ownStates.protectedManual)
      expectRefusal(await there.ask(id, { job_id }, { as: 'developer' }), 403, refusals.forbidden)
      expectStatus(await there.ask(id, { job_id }), 200)
    },
  ),
  check(
    `${id}.reads-first`,
    'must',
    ['access-play-needs-read', 'errors-check-order'],
    'Who may not read the jobs of the project is refused with 403, whether the job exists or not.',
    async (target) => {
      const there = target.inProject(target.projectThatIs('members'))
      expectRefusal(await there.ask(id, { job_id: 999_999_999 }, { as: 'guest' }), 403, refusals.forbidden)
      expectRefusal(await there.ask(id, { job_id: 999_999_999 }, { as: 'maintainer' }), 404, refusals.recordNotFound)
    },
  ),
]

const userOf = ({ user }: { readonly [member: string]: unknown }) => (isRow(user) ? user['username'] : undefined)

async function queues(target: Target, state: JobState): Promise<void> {
  const job_id = await own(target, state)
  const answer = await target.ask(id, { job_id })
  expectStatus(answer, 200)
  expectSame(answer, 'id', rowOf(answer).id, job_id)
  const after = await target.ask('getJob', { job_id })
  expectStatus(after, 200)
  for (const job of [answer, after])
    expectThat(job, onItsWay.includes(String(rowOf(job)['status'])), `expected a job on its way, got one that is ${rowOf(job)['status']}`)
}
