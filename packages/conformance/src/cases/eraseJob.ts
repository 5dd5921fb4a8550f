import { type Check, check } from '../check.ts'
import { expectRefusal, expectSame, expectStatus, expectThat, rowOf } from '../expectations.ts'
import { acting } from '../families/acting.ts'
import { fitsContract } from '../families/contract.ts'
import { ignoresJobToken } from '../families/job-token.ts'
import { lookedUpFirst } from '../families/looked-up-first.ts'
import { noTriggerJob, oneJob } from '../families/one-job.ts'
import { oneProject } from '../families/one-project.ts'
import { refreshing } from '../families/refreshing.ts'
import { signIn } from '../families/sign-in.ts'
import { refuses } from '../families/twin.ts'
import { refusals } from '../refusals.ts'
import { own } from '../surroundings/own.ts'
import { ownStates } from '../surroundings/states.ts'
import type { Target } from '../target/target.ts'

const id = 'eraseJob'

export const eraseJob: readonly Check[] = [
  ...signIn(id),
  ...ignoresJobToken(id),
  ...oneProject(id),
  ...oneJob(id),
  ...noTriggerJob(id),
  ...acting(id, [], ['developer', 'reporter', 'guest'], ['access-erase']),
  ...lookedUpFirst(id),
  ...refreshing(id, ['erase-order', 'errors-stats-refresh']),
  ...fitsContract(id, ['history-first-operations', 'erase-answer']),
  check(
    `${id}.answer`,
    'must',
    ['erase-answer', 'erase-example', 'erase-documented-effect'],
    'The answer is 201 with the same job, without artifacts and without an archive.',
    async (target) => {
      const { before, after, answer } = await erase(target)
      expectSame(answer, 'id', after.id, before.id)
      if ('artifacts' in before) expectSame(answer, 'artifacts', after['artifacts'], [])
      expectSame(answer, 'artifacts_file', after['artifacts_file'] ?? null, null)
    },
  ),
  check(`${id}.status-stays`, 'must', 'erase-effect', 'The status of the job stays as it was.', async (target) => {
    const { before, after, answer } = await erase(target)
    expectSame(answer, 'status', after['status'], before['status'])
  }),
  check(
    `${id}.expiry`,
    'must',
    'erase-effect',
    'Nothing is left that could expire.',
    async (target) => {
      const { before, after, answer } = await erase(target)
      expectThat(answer, typeof before['artifacts_expire_at'] === 'string', 'expected an archive that expires to begin with')
      expectSame(answer, 'artifacts_expire_at', after['artifacts_expire_at'], null)
    },
    { from: '11.x' },
  ),
  check(
    `${id}.erased-at`,
    'must',
    ['erase-effect', 'job-erased-at'],
    'The time of the erasure is told, by the answer and afterwards.',
    async (target) => {
      const { before, after, answer } = await erase(target)
      expectSame(answer, 'erased_at before', before['erased_at'], null)
      expectThat(answer, typeof after['erased_at'] === 'string', 'expected erased_at to be a time')
      const again = await target.ask('getJob', { job_id: before.id })
      expectSame(again, 'erased_at', rowOf(again)['erased_at'], after['erased_at'])
    },
    { from: '17.x' },
  ),
  check(`${id}.log-gone`, 'must', ['erase-effect', 'erase-afterwards', 'erase-documented-effect'], 'The log is gone.', async (target) => {
    const { before } = await erase(target)
    const log = await target.ask('getJobLog', { job_id: before.id })
    expectStatus(log, target.edition === 'current' ? 200 : 404)
    if (log.status === 200) expectSame(log, 'the number of bytes', log.bytes.length, 0)
  }),
  check(
    `${id}.archive-gone`,
    'must',
    ['erase-effect', 'erase-afterwards', 'erase-documented-effect'],
    'The archive is gone.',
    async (target) => {
      const job_id = await own(target, ownStates.finished)
      expectStatus(await target.ask('downloadJobArtifacts', { job_id }), 200)
      expectStatus(await target.ask(id, { job_id }), 201)
      expectStatus(await target.ask('downloadJobArtifacts', { job_id }), 404)
    },
  ),
  check(`${id}.twice`, 'must', ['erase-twice', 'erase-not-erasable'], 'A second erase is refused with 403.', async (target) => {
    const { before } = await erase(target)
    expectRefusal(await target.ask(id, { job_id: before.id }), 403, refusals.notErasable)
  }),
  check(
    `${id}.not-over`,
    'must',
    ['erase-not-erasable', 'statuses-erasable'],
    'A job that is not over is refused with 403.',
    async (target) => {
      const job_id = await own(target, ownStates.running)
      await refuses(target, id, { parameters: { job_id } }, 403, refusals.notErasable)
    },
  ),
  check(
    `${id}.nothing-left`,
    'must',
    ['erase-not-erasable', 'statuses-erasable'],
    'A job that has left nothing behind is refused with 403.',
    async (target) => {
      const job_id = await own(target, ownStates.empty)
      await refuses(target, id, { parameters: { job_id } }, 403, refusals.notErasable)
    },
  ),
  check(
    `${id}.archived`,
    'must',
    ['access-archived', 'erase-archived-documented'],
    'An archived job can no longer be erased: 403.',
    async (target) => {
      const job_id = await own(target, ownStates.archived)
      await refuses(target, id, { parameters: { job_id } }, 403, refusals.forbidden)
    },
  ),
  check(
    `${id}.own-job`,
    'must',
    'access-erase',
    'A developer may erase a job that he or she started on a branch that is not protected.',
    async (target) => {
      const job_id = await own(target, ownStates.byDeveloper)
      expectStatus(await target.ask(id, { job_id }, { as: 'developer' }), 201)
    },
  ),
]

async function erase(target: Target) {
  const job_id = await own(target, ownStates.finished)
  const job = await target.ask('getJob', { job_id })
  expectStatus(job, 200)
  const answer = await target.ask(id, { job_id })
  expectStatus(answer, 201)
  return { before: rowOf(job), after: rowOf(answer), answer }
}
