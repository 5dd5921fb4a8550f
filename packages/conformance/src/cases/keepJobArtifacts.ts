import { type Check, check } from '../check.ts'
import { expectSame, expectStatus, expectThat, rowOf } from '../expectations.ts'
import { acting } from '../families/acting.ts'
import { fitsContract } from '../families/contract.ts'
import { ignoresJobToken } from '../families/job-token.ts'
import { lookedUpFirst } from '../families/looked-up-first.ts'
import { noTriggerJob, oneJob } from '../families/one-job.ts'
import { oneProject } from '../families/one-project.ts'
import { signIn } from '../families/sign-in.ts'
import { refuses } from '../families/twin.ts'
import { own } from '../surroundings/own.ts'
import { ownStates } from '../surroundings/states.ts'

const id = 'keepJobArtifacts'

export const keepJobArtifacts: readonly Check[] = [
  ...signIn(id),
  ...ignoresJobToken(id),
  ...oneProject(id),
  ...oneJob(id),
  ...noTriggerJob(id),
  ...acting(id, ['developer'], ['reporter', 'guest'], ['keep-answer']),
  ...lookedUpFirst(id),
  ...fitsContract(id, ['history-first-operations', 'keep-answer']),
  check(
    `${id}.kept`,
    'must',
    ['keep-answer', 'keep-purpose', 'job-artifacts-expire-at'],
    'The answer is 200 with the same job, whose archive no longer expires, now or later.',
    async (target) => {
      const job_id = await own(target, ownStates.finished)
      const before = await target.ask('getJob', { job_id })
      expectThat(before, typeof rowOf(before)['artifacts_expire_at'] === 'string', 'expected an archive that expires to begin with')
      const answer = await target.ask(id, { job_id })
      expectStatus(answer, 200)
      const after = await target.ask('getJob', { job_id })
      for (const job of [answer, after]) {
        expectSame(job, 'id', rowOf(job).id, job_id)
        expectSame(job, 'artifacts_expire_at', rowOf(job)['artifacts_expire_at'], null)
      }
    },
    { from: '11.x' },
  ),
  check(`${id}.archive-stays`, 'must', 'keep-purpose', 'The archive can be downloaded as before.', async (target) => {
    const job_id = await own(target, ownStates.finished)
    const before = await target.ask('downloadJobArtifacts', { job_id })
    expectStatus(before, 200)
    expectStatus(await target.ask(id, { job_id }), 200)
    const after = await target.ask('downloadJobArtifacts', { job_id })
    expectStatus(after, 200)
    expectSame(after, 'the number of bytes', after.bytes.length, before.bytes.length)
  }),
  check(`${id}.nothing`, 'must', 'keep-nothing', 'A job without an archive has nothing to keep: 404.', async (target) => {
    const job_id = await own(target, ownStates.empty)
    await refuses(target, id, { parameters: { job_id } }, 404)
  }),
  check(`${id}.expired`, 'must', 'keep-nothing', 'What has expired cannot be kept any more: 404.', async (target) => {
    const job_id = await own(target, ownStates.expired)
    await refuses(target, id, { parameters: { job_id } }, 404)
  }),
]
