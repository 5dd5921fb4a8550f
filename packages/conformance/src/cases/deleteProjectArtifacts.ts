import { type Check, check } from '../check.ts'
import { expectRefusal, expectStatus, expectThat } from '../expectations.ts'
import { acting } from '../families/acting.ts'
import { fitsContract } from '../families/contract.ts'
import { ignoresJobToken } from '../families/job-token.ts'
import { oneProject } from '../families/one-project.ts'
import { refreshing } from '../families/refreshing.ts'
import { signIn } from '../families/sign-in.ts'
import { succeeds } from '../families/twin.ts'
import { own } from '../surroundings/own.ts'
import { ownStates } from '../surroundings/states.ts'

const id = 'deleteProjectArtifacts'

export const deleteProjectArtifacts: readonly Check[] = [
  ...signIn(id),
  ...ignoresJobToken(id),
  ...oneProject(id),
  ...acting(id, [], ['developer', 'reporter', 'guest'], ['access-delete-artifacts']),
  ...refreshing(id, ['errors-stats-refresh']),
  ...fitsContract(id, ['history-delete-project-artifacts', 'delete-project-artifacts-answer']),
  check(`${id}.accepted`, 'must', 'delete-project-artifacts-answer', 'The answer is 202, and says no more than that.', async (target) =>
    expectRefusal(await succeeds(target, id), 202, { message: '202 Accepted' }),
  ),
  check(
    `${id}.archives-expire`,
    'must',
    'delete-project-artifacts-effect',
    'Sooner or later the archives can no longer be had.',
    async (target) => {
      const there = target.inProject(target.projectThatIs('expendable'))
      const job_id = await own(there, ownStates.unlocked)
      expectStatus(await there.ask('getJobArtifactFile', { job_id, artifact_path: 'report.txt' }), 200)
      await succeeds(target, id)
      const end = Date.now() + target.session.settings.patience
      let answer = await there.ask('getJobArtifactFile', { job_id, artifact_path: 'report.txt' })
      while (answer.status === 200 && Date.now() < end) {
        await new Promise((done) => setTimeout(done, 500))
        answer = await there.ask('getJobArtifactFile', { job_id, artifact_path: 'report.txt' })
      }
      expectStatus(answer, 404)
    },
  ),
  check(`${id}.logs-stay`, 'must', 'delete-project-artifacts-exceptions', 'Logs are spared.', async (target) => {
    const there = target.inProject(target.projectThatIs('expendable'))
    const job_id = await own(there, ownStates.unlocked)
    await succeeds(target, id)
    const log = await there.ask('getJobLog', { job_id })
    expectStatus(log, 200)
    expectThat(log, log.bytes.length > 0, 'expected the log to be there still')
  }),
]
