import { type Check, check } from '../check.ts'
import { expectSame, expectStatus, expectThat, rowOf } from '../expectations.ts'
import { acting } from '../families/acting.ts'
import { fitsContract } from '../families/contract.ts'
import { ignoresJobToken } from '../families/job-token.ts'
import { noTriggerJob, oneJob } from '../families/one-job.ts'
import { oneProject } from '../families/one-project.ts'
import { refreshing } from '../families/refreshing.ts'
import { signIn } from '../families/sign-in.ts'
import { fileTypesOf } from '../job-members.ts'
import { own } from '../surroundings/own.ts'
import { ownStates } from '../surroundings/states.ts'
import type { Target } from '../target/target.ts'

const id = 'deleteJobArtifacts'

export const deleteJobArtifacts: readonly Check[] = [
  ...signIn(id),
  ...ignoresJobToken(id),
  ...oneProject(id),
  ...oneJob(id),
  ...noTriggerJob(id),
  ...acting(id, [], ['developer', 'reporter', 'guest'], ['access-delete-artifacts']),
  ...refreshing(id, ['delete-artifacts-stats-refresh', 'errors-stats-refresh']),
  ...fitsContract(id, ['history-delete-artifacts', 'delete-artifacts-answer']),
  check(`${id}.no-content`, 'must', 'delete-artifacts-answer', 'The answer is 204 without a body.', async (target) => {
    const { answer } = await remove(target)
    expectSame(answer, 'the number of bytes', answer.bytes.length, 0)
  }),
  check(
    `${id}.archive-gone`,
    'must',
    'delete-artifacts-log',
    'The archive is gone, and its metadata and reports with it.',
    async (target) => {
      const { job_id } = await remove(target)
      expectStatus(await target.ask('downloadJobArtifacts', { job_id }), 404)
      const job = await target.ask('getJob', { job_id })
      expectStatus(job, 200)
      expectSame(job, 'artifacts_file', rowOf(job)['artifacts_file'] ?? null, null)
      const left = fileTypesOf(rowOf(job)).filter((type) => type !== 'trace')
      expectSame(job, 'the artifacts that are left beside the log', left, [])
    },
  ),
  check(`${id}.log-stays`, 'must', 'delete-artifacts-log', 'The log stays.', async (target) => {
    const { job_id } = await remove(target)
    const log = await target.ask('getJobLog', { job_id })
    expectStatus(log, 200)
    expectThat(log, log.bytes.length > 0, 'expected the log to be there still')
  }),
  check(
    `${id}.twice`,
    'must',
    'delete-artifacts-nothing',
    'Where nothing is left to delete the answer is 204 all the same.',
    async (target) => {
      const { job_id } = await remove(target)
      expectStatus(await target.ask(id, { job_id }), 204)
    },
  ),
]

async function remove(target: Target) {
  const job_id = await own(target, ownStates.finished)
  expectStatus(await target.ask('downloadJobArtifacts', { job_id }), 200)
  const answer = await target.ask(id, { job_id })
  expectStatus(answer, 204)
  return { job_id, answer }
}
