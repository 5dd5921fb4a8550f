import { type Check, check } from '../check.ts'
import { expectRefusal, expectSame, expectStatus, expectThat, isRow, messageOf, numberedRowsOf, rowOf } from '../expectations.ts'
import { acting } from '../families/acting.ts'
import { fitsContract } from '../families/contract.ts'
import { ignoresJobToken } from '../families/job-token.ts'
import { lookedUpFirst } from '../families/looked-up-first.ts'
import { oneJob } from '../families/one-job.ts'
import { oneProject } from '../families/one-project.ts'
import { signIn } from '../families/sign-in.ts'
import { refuses } from '../families/twin.ts'
import { refusals } from '../refusals.ts'
import { pipelineIdOf } from '../surroundings/look-around.ts'
import { own } from '../surroundings/own.ts'
import { type JobState, ownStates } from '../surroundings/states.ts'
import type { Caller } from '../target/callers.ts'
import type { Target } from '../target/target.ts'

const id = 'retryJob'
const copied = ['name', 'stage', 'ref', 'tag', 'allow_failure'] as const

export const retryJob: readonly Check[] = [
  ...signIn(id),
  ...ignoresJobToken(id),
  ...oneProject(id),
  ...oneJob(id),
  ...acting(id, ['developer'], ['reporter', 'guest'], ['retry-forbidden']),
  ...lookedUpFirst(id),
  ...fitsContract(id, ['history-first-operations', 'retry-answer']),
  check(
    `${id}.new-job`,
    'must',
    ['retry-answer', 'retry-creates-new-job', 'retry-new-status'],
    'The answer is 201 with a new job, on its way to run.',
    async (target) => {
      const { old, job, answer } = await retry(target)
      expectThat(answer, job.id > old.id, `expected a new job, got ${job.id} for ${old.id}`)
      const under = ['created', 'waiting_for_resource', 'preparing', 'waiting_for_callback', 'pending', 'running']
      expectThat(answer, under.includes(String(job['status'])), `expected a job on its way, got one that is ${job['status']}`)
      const again = await target.ask('getJob', { job_id: job.id })
      expectStatus(again, 200)
      expectSame(again, 'name', rowOf(again)['name'], old['name'])
    },
  ),
  check(`${id}.copies`, 'must', 'retry-copies', 'The new job is like the old one, in the same pipeline.', async (target) => {
    const { old, job, answer } = await retry(target)
    for (const name of copied) if (name in old) expectSame(answer, name, job[name], old[name])
    if ('pipeline' in job) expectSame(answer, 'the pipeline', pipelineIdOf(job), pipelineIdOf(old))
  }),
  check(`${id}.user`, 'must', 'retry-copies', 'The user of the new job is who retried it.', async (target) => {
    const { job, answer } = await retry(target, 'developer')
    const other = await retry(target, 'maintainer')
    const [one, two] = [job, other.job].map(({ user }) => (isRow(user) ? user['username'] : undefined))
    expectThat(answer, typeof one === 'string' && one !== two, `expected the developer and the maintainer, got ${one} and ${two}`)
  }),
  check(
    `${id}.old-job`,
    'must',
    ['retry-old-job', 'retry-creates-new-job'],
    'The old job keeps its status, its times and its log.',
    async (target) => {
      const { old } = await retry(target, 'maintainer', ownStates.finished)
      const after = await target.ask('getJob', { job_id: old.id })
      expectStatus(after, 200)
      for (const name of ['status', 'started_at', 'finished_at', 'artifacts', 'artifacts_file'])
        expectSame(after, name, rowOf(after)[name], old[name])
      const log = await target.ask('getJobLog', { job_id: old.id })
      expectStatus(log, 200)
      expectThat(log, log.bytes.length > 0, 'expected the log to be there still')
    },
  ),
  check(
    `${id}.hides-old-job`,
    'must',
    ['retry-old-job', 'list-jobs-pipeline-latest'],
    'The list of the pipeline shows the new job in place of the old one, unless include_retried is given.',
    async (target) => {
      const { old, job } = await retry(target)
      const pipeline_id = pipelineIdOf(job)
      const latest = await target.ask('listPipelineJobs', { pipeline_id, per_page: 100 })
      expectStatus(latest, 200)
      const shown = numberedRowsOf(latest).map((each) => each.id)
      expectThat(latest, shown.includes(job.id) && !shown.includes(old.id), `expected ${job.id} in place of ${old.id}, got ${shown}`)
      const all = await target.ask('listPipelineJobs', { pipeline_id, include_retried: true, per_page: 100 })
      expectStatus(all, 200)
      expectThat(
        all,
        numberedRowsOf(all).some((each) => each.id === old.id),
        `expected ${old.id} among all attempts`,
      )
    },
    { from: '17.x' },
  ),
  check(`${id}.twice`, 'must', 'retry-not-retryable', 'A job that was retried cannot be retried again: 403.', async (target) => {
    const { old } = await retry(target)
    expectRefusal(await target.ask(id, { job_id: old.id }), 403, refusals.notRetryable)
  }),
  check(`${id}.not-over`, 'must', 'retry-not-retryable', 'A job that is not over is refused with 403.', async (target) => {
    const job_id = await own(target, ownStates.waiting)
    await refuses(target, id, { parameters: { job_id } }, 403, refusals.notRetryable)
  }),
  check(`${id}.archived`, 'must', 'access-archived', 'An archived job can no longer be retried: 403.', async (target) => {
    const job_id = await own(target, ownStates.archived)
    await refuses(target, id, { parameters: { job_id } }, 403, refusals.forbidden)
  }),
  check(
    `${id}.protected-ref`,
    'must',
    ['access-protected-ref', 'retry-forbidden'],
    'On a branch to which only maintainers may push, a developer is refused with 403.',
    async (target) => {
      const there = target.inProject(target.projectThatIs('protected'))
      const job_id = await own(there, ownStates.protected)
      expectRefusal(await there.ask(id, { job_id }, { as: 'developer' }), 403, refusals.forbidden)
      expectStatus(await there.ask(id, { job_id }), 201)
    },
  ),
  check(`${id}.played-before`, 'must', 'retry-manual', 'A new attempt of a manual job does not wait for a hand again.', async (target) => {
    const { job, answer } = await retry(target, 'maintainer', ownStates.played)
    expectThat(answer, job['status'] !== 'manual', 'expected a job that is queued, got one that is manual')
  }),
  check(
    `${id}.trigger-job`,
    'must',
    ['retry-bridge', 'requests-job-lookup', 'history-retry-bridges'],
    'A trigger job can be retried as well; the answer then looks like a job, without runner_manager.',
    async (target) => {
      const job_id = await own(target, ownStates.bridge)
      const answer = await target.ask(id, { job_id })
      expectStatus(answer, 201)
      expectThat(answer, rowOf(answer).id !== job_id, `expected a new job, got ${job_id} again`)
      expectThat(answer, !('runner_manager' in rowOf(answer)), 'expected runner_manager to be missing')
      expectSame(answer, 'artifacts', rowOf(answer)['artifacts'], [])
    },
    { from: '17.x' },
  ),
  check(
    `${id}.trigger-job-hides-old`,
    'must',
    'list-jobs-bridges-latest',
    'The list of trigger jobs shows the new attempt in place of the old one.',
    async (target) => {
      const job_id = await own(target, ownStates.bridge)
      const answer = await target.ask(id, { job_id })
      expectStatus(answer, 201)
      const list = await target.ask('listPipelineBridges', { pipeline_id: pipelineIdOf(rowOf(answer)), per_page: 100 })
      expectStatus(list, 200)
      const shown = numberedRowsOf(list).map((each) => each.id)
      const { id: latest } = rowOf(answer)
      expectThat(list, shown.includes(latest) && !shown.includes(job_id), `expected ${latest} in place of ${job_id}, got ${shown}`)
    },
    { from: '17.x' },
  ),
  check(
    `${id}.skipped-later`,
    'must',
    ['retry-skipped-later', 'statuses-process'],
    'Later jobs that were skipped because of the old one get their turn again.',
    async (target) => {
      const { old } = await retry(target, 'maintainer', ownStates.blocking)
      const list = await target.ask('listPipelineJobs', { pipeline_id: pipelineIdOf(old), per_page: 100 })
      expectStatus(list, 200)
      const skipped = numberedRowsOf(list).filter(({ status }) => status === 'skipped')
      expectThat(list, numberedRowsOf(list).length > 1, 'expected a later job in the same pipeline')
      expectSame(
        list,
        'the jobs that are still skipped',
        skipped.map((job) => job.id),
        [],
      )
    },
  ),
  check(
    `${id}.inputs`,
    'must',
    ['retry-inputs', 'history-retry-inputs', 'retry-default-inputs'],
    'Inputs that the job declares may be given anew.',
    async (target) => {
      const job_id = await own(target, ownStates.inputs)
      expectStatus(await target.ask(id, { job_id }, { body: { inputs: { region: 'eu-south', attempts: 5 } } }), 201)
    },
    { from: 'current' },
  ),
  check(
    `${id}.unknown-input`,
    'must',
    'retry-unknown-input',
    'An input that the job does not declare is refused with 400, and named; so are several.',
    async (target) => {
      const job_id = await own(target, ownStates.inputs)
      const refused = (inputs: Record<string, string>, message: string) =>
        target.ask(id, { job_id }, { body: { inputs } }).then((answer) => expectRefusal(answer, 400, { message }))
      await refused({ colour: 'red' }, '400 Bad request - Unknown input: colour')
      await refused({ colour: 'red', shape: 'round' }, '400 Bad request - Unknown inputs: colour, shape')
      expectStatus(await target.ask(id, { job_id }, { body: { inputs: { region: 'eu-south' } } }), 201)
    },
    { from: 'current' },
  ),
  check(
    `${id}.invalid-input`,
    'must',
    ['retry-invalid-input', 'errors-bad-request'],
    'An input of the wrong type is refused with 400.',
    async (target) => {
      const job_id = await own(target, ownStates.inputs)
      const answer = await target.ask(id, { job_id }, { body: { inputs: { attempts: 'many' } } })
      expectStatus(answer, 400)
      expectThat(answer, messageOf(answer).startsWith('400 Bad request - '), `expected a reason after 400 Bad request, got ${answer.text}`)
      expectStatus(await target.ask(id, { job_id }, { body: { inputs: { attempts: 4 } } }), 201)
    },
    { from: 'current' },
  ),
  check(
    `${id}.undeclared-inputs`,
    'must',
    'retry-undeclared-inputs',
    'A job that declares no inputs ignores those that are given.',
    async (target) => {
      const job_id = await own(target, ownStates.retryable)
      expectStatus(await target.ask(id, { job_id }, { body: { inputs: { colour: 'red' } } }), 201)
    },
    { from: 'current' },
  ),
]

async function retry(target: Target, as: Caller = 'maintainer', state: JobState = ownStates.retryable) {
  const job_id = await own(target, state)
  const before = await target.ask('getJob', { job_id })
  expectStatus(before, 200)
  const answer = await target.ask(id, { job_id }, { as })
  expectStatus(answer, 201)
  return { old: rowOf(before), job: rowOf(answer), answer }
}
