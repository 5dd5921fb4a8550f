import { type Check, check } from '../check.ts'
import { expectHeader, expectRefusal, expectSame, expectStatus, expectThat, rowOf } from '../expectations.ts'
import { fitsContract } from '../families/contract.ts'
import { ignoresJobToken } from '../families/job-token.ts'
import { noTriggerJob, oneJob } from '../families/one-job.ts'
import { oneProject } from '../families/one-project.ts'
import { forReporters } from '../families/other-projects.ts'
import { reading } from '../families/reading.ts'
import { signIn } from '../families/sign-in.ts'
import { refuses, succeeds } from '../families/twin.ts'
import { artifactsOf } from '../job-members.ts'
import { Untestable } from '../outcomes.ts'
import { refusals } from '../refusals.ts'
import { given } from '../surroundings/given.ts'
import { jobWithLog } from '../surroundings/logs.ts'
import { states } from '../surroundings/states.ts'
import type { Target } from '../target/target.ts'

const id = 'getJobLog'

export const getJobLog: readonly Check[] = [
  ...signIn(id),
  ...ignoresJobToken(id),
  ...oneProject(id),
  ...oneJob(id),
  ...noTriggerJob(id),
  ...forReporters(id, ['log-access', 'access-read-trace']),
  ...reading(id),
  ...fitsContract(id, ['history-first-operations', 'log-status-documented']),
  check(
    `${id}.text`,
    'must',
    ['log-content-type', 'log-status-documented'],
    'The log of a job is plain text, and not empty.',
    async (target) => {
      const answer = await succeeds(target, id)
      expectHeader(answer, 'Content-Type', /^text\/plain\b/i)
      expectThat(answer, answer.bytes.length > 0, 'expected a log, got nothing')
    },
  ),
  check(
    `${id}.disposition`,
    'should',
    'log-disposition',
    'The log is named after the job, with the unusual disposition infile.',
    async (target) => {
      const job_id = await jobWithLog(target)
      const answer = await succeeds(target, id)
      expectHeader(answer, 'Content-Disposition', new RegExp(`^infile; *filename="${job_id}\\.log"`))
    },
  ),
  check(
    `${id}.all-bytes`,
    'must',
    ['log-content-type', 'job-artifacts'],
    'The log has as many bytes as the job says.',
    async (target) => {
      const job_id = await jobWithLog(target)
      const job = await target.ask('getJob', { job_id })
      expectStatus(job, 200)
      const size = artifactsOf(rowOf(job)).find(({ file_type }) => file_type === 'trace')?.['size']
      if (typeof size !== 'number') throw new Untestable(`needs the size of the log of job ${job_id}`)
      const answer = await target.ask(id, { job_id })
      expectStatus(answer, 200)
      expectSame(answer, 'the number of bytes', answer.bytes.length, size)
    },
    { from: '11.x' },
  ),
  check(
    `${id}.no-log`,
    'must',
    'log-empty',
    'A job that never wrote a log has an empty one; it is not missing.',
    async (target) => {
      const answer = await target.ask(id, { job_id: await given(target, states.noLog) })
      expectStatus(answer, 200)
      expectHeader(answer, 'Content-Type', /^text\/plain\b/i)
      expectSame(answer, 'the number of bytes', answer.bytes.length, 0)
    },
    { from: 'current' },
  ),
  check(
    `${id}.log-not-found`,
    'must',
    'log-missing-documented',
    'A job that never wrote a log is answered 404, as the documents say.',
    async (target) => {
      expectStatus(await target.ask(id, { job_id: await given(target, states.noLog) }), 404)
      await succeeds(target, id)
    },
    { until: '17.x' },
  ),
  check(`${id}.live`, 'must', 'log-live', 'The log of a running job is sent as far as it has come.', async (target) => {
    const answer = await target.ask(id, { job_id: await given(target, states.running) })
    expectStatus(answer, 200)
    expectHeader(answer, 'Content-Type', /^text\/plain\b/i)
  }),
  check(
    `${id}.debug`,
    'must',
    ['log-debug', 'access-read-trace-debug'],
    'The log of a job in debug mode is for developers, not for reporters.',
    async (target) => {
      const job_id = await given(target, states.debugLog)
      expectRefusal(await target.ask(id, { job_id }, { as: 'reporter' }), 403, refusals.forbidden)
      expectStatus(await target.ask(id, { job_id }, { as: 'developer' }), 200)
      expectStatus(await target.ask('getJob', { job_id }, { as: 'reporter' }), 200)
    },
  ),
  check(
    `${id}.byte-offset`,
    'must',
    ['log-byte-offset', 'history-log-byte-range'],
    'byte_offset leaves out that many bytes at the beginning.',
    async (target) => {
      const { whole, part } = await cut(target, { byte_offset: 5 })
      expectSame(part, 'the bytes', part.text, new TextDecoder().decode(whole.bytes.slice(5)))
    },
    { from: 'current' },
  ),
  check(
    `${id}.byte-limit`,
    'must',
    'log-byte-limit',
    'byte_limit ends the log after that many bytes.',
    async (target) => {
      const { whole, part } = await cut(target, { byte_limit: 7 })
      expectSame(part, 'the bytes', part.text, new TextDecoder().decode(whole.bytes.slice(0, 7)))
      const middle = await cut(target, { byte_offset: 3, byte_limit: 4 })
      expectSame(middle.part, 'the bytes', middle.part.text, new TextDecoder().decode(whole.bytes.slice(3, 7)))
    },
    { from: 'current' },
  ),
  check(
    `${id}.past-the-end`,
    'must',
    'log-byte-offset',
    'Past the end of the log there is nothing, which is no error.',
    async (target) => {
      const { part } = await cut(target, { byte_offset: 1_000_000_000 })
      expectSame(part, 'the number of bytes', part.bytes.length, 0)
    },
    { from: 'current' },
  ),
  ...[0, 512_001].map((byte_limit) =>
    check(
      `${id}.byte-limit-${byte_limit === 0 ? 'zero' : 'too-large'}`,
      'must',
      ['log-byte-limit-invalid', 'errors-invalid-value', 'errors-error-shape'],
      `A byte_limit of ${byte_limit} is out of bounds: 400.`,
      (target) =>
        refuses(target, id, { parameters: { byte_limit }, how: { wrong: true } }, 400, { error: 'byte_limit does not have a valid value' }),
      { from: 'current' },
    ),
  ),
  check(
    `${id}.range`,
    'may',
    'log-no-range',
    'Range may be ignored; if it is not, the right bytes come with 206.',
    async (target) => {
      const whole = await succeeds(target, id)
      const part = await askedForRange(target)
      expectSame(part, 'the bytes', part.text, part.status === 206 ? new TextDecoder().decode(whole.bytes.slice(2, 6)) : whole.text)
    },
    { from: 'current' },
  ),
]

async function askedForRange(target: Target) {
  const answer = await target.ask(id, { job_id: await jobWithLog(target) }, { headers: { Range: 'bytes=2-5' } })
  expectStatus(answer, 200, 206)
  return answer
}

async function cut(target: Target, parameters: { byte_offset?: number; byte_limit?: number }) {
  const job_id = await jobWithLog(target)
  const whole = await target.ask(id, { job_id })
  expectStatus(whole, 200)
  const part = await target.ask(id, { job_id, ...parameters })
  expectStatus(part, 200)
  return { whole, part }
}
