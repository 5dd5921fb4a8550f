import { type Check, check } from '../check.ts'
import { expectSame, expectStatus, expectThat, rowOf } from '../expectations.ts'
import { acting } from '../families/acting.ts'
import { refusesBlocked } from '../families/blocked.ts'
import { fitsContract } from '../families/contract.ts'
import { ignoresJobToken } from '../families/job-token.ts'
import { noTriggerJob, oneJob } from '../families/one-job.ts'
import { oneProject } from '../families/one-project.ts'
import { signIn } from '../families/sign-in.ts'
import { refuses } from '../families/twin.ts'
import { refusals } from '../refusals.ts'
import { own } from '../surroundings/own.ts'
import { type JobState, ownStates } from '../surroundings/states.ts'
import type { Target } from '../target/target.ts'

const id = 'cancelJob'

export const cancelJob: readonly Check[] = [
  ...signIn(id),
  ...refusesBlocked(id),
  ...ignoresJobToken(id),
  ...oneProject(id),
  ...oneJob(id),
  ...noTriggerJob(id),
  ...acting(id, ['developer'], ['reporter', 'guest'], ['cancel-answer']),
  ...fitsContract(id, ['history-first-operations', 'cancel-answer']),
  check(
    `${id}.waiting`,
    'must',
    ['cancel-running', 'cancel-answer', 'statuses-cancelable'],
    'A job that has not started becomes canceled at once, and stays so.',
    (target) => becomes(target, ownStates.waiting, 'canceled'),
  ),
  check(
    `${id}.running`,
    'must',
    ['cancel-running', 'statuses-cancel'],
    'A running job whose runner cannot end gracefully becomes canceled at once.',
    (target) => becomes(target, ownStates.running, 'canceled'),
  ),
  check(
    `${id}.running-gracefully`,
    'must',
    ['cancel-running', 'statuses-cancel', 'statuses-graceful-runner', 'history-canceling'],
    'A running job whose runner can end gracefully is canceling, until the runner has ended.',
    (target) => becomes(target, ownStates.graceful, 'canceling'),
    { from: '17.x' },
  ),
  check(`${id}.finished-at`, 'must', 'statuses-side-effects', 'A job that is canceled at once has its end.', async (target) => {
    const answer = await cancel(target, await own(target, ownStates.running))
    expectThat(answer, typeof rowOf(answer)['finished_at'] === 'string', 'expected finished_at to be a time')
  }),
  check(`${id}.finished`, 'must', 'cancel-nothing', 'Cancelling a job that has ended answers 201 and changes nothing.', (target) =>
    staysAsItIs(target, ownStates.finished),
  ),
  check(`${id}.manual`, 'must', 'cancel-nothing', 'Cancelling a manual job answers 201 and changes nothing.', (target) =>
    staysAsItIs(target, ownStates.manual),
  ),
  check(
    `${id}.canceling`,
    'must',
    'cancel-nothing',
    'Cancelling a job that is canceling already answers 201 and changes nothing.',
    (target) => staysAsItIs(target, ownStates.canceling),
    { from: '17.x' },
  ),
  check(
    `${id}.force`,
    'must',
    ['cancel-force', 'statuses-force-cancel', 'history-cancel-force'],
    'With force, a job that is canceling becomes canceled at once.',
    async (target) => {
      const job_id = await own(target, ownStates.canceling)
      const answer = await cancel(target, job_id, true)
      expectSame(answer, 'status', rowOf(answer)['status'], 'canceled')
    },
    { from: 'current' },
  ),
  check(
    `${id}.force-elsewhere`,
    'must',
    'cancel-force-elsewhere',
    'With force, a job that is not canceling stays as it is.',
    (target) => staysAsItIs(target, ownStates.waiting, true),
    { from: 'current' },
  ),
  check(
    `${id}.force-as-developer`,
    'must',
    ['cancel-force-role', 'access-force-cancel'],
    'force is for maintainers; a developer is refused with 403.',
    async (target) => {
      const job_id = await own(target, ownStates.canceling)
      const answer = await target.ask(id, { job_id }, { as: 'developer', body: { force: true } })
      expectStatus(answer, 403)
      await cancel(target, job_id, true)
    },
    { from: 'current' },
  ),
  check(
    `${id}.force-invalid`,
    'must',
    ['cancel-force-invalid', 'errors-invalid-parameter', 'errors-error-shape'],
    'A force that is no boolean is refused with 400, and named.',
    (target) => refuses(target, id, { how: { body: { force: 'perhaps' }, wrong: true } }, 400, { error: 'force is invalid' }),
    { from: 'current' },
  ),
  check(`${id}.archived`, 'must', 'access-archived', 'An archived job can no longer be changed: 403.', async (target) => {
    const job_id = await own(target, ownStates.archived)
    await refuses(target, id, { parameters: { job_id } }, 403, refusals.forbidden)
  }),
]

async function cancel(target: Target, job_id: number, force?: true) {
  const answer = await target.ask(id, { job_id }, force === true ? { body: { force } } : {})
  expectStatus(answer, 201)
  return answer
}

/** Cancels a job, and reads it again: what was answered must also have happened. */
async function becomes(target: Target, state: JobState, status: string): Promise<void> {
  const job_id = await own(target, state)
  const answer = await cancel(target, job_id)
  expectSame(answer, 'id', rowOf(answer).id, job_id)
  expectSame(answer, 'status', rowOf(answer)['status'], status)
  const after = await target.ask('getJob', { job_id })
  expectStatus(after, 200)
  expectSame(after, 'status afterwards', rowOf(after)['status'], status)
}

async function staysAsItIs(target: Target, state: JobState, force?: true): Promise<void> {
  const job_id = await own(target, state)
  const before = await target.ask('getJob', { job_id })
  expectStatus(before, 200)
  const answer = await cancel(target, job_id, force)
  const after = await target.ask('getJob', { job_id })
  expectStatus(after, 200)
  for (const job of [answer, after])
    for (const name of ['id', 'status', 'finished_at']) expectSame(job, name, rowOf(job)[name], rowOf(before)[name])
}
