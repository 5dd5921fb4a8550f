import { type Check, check } from '../check.ts'
import { expectSame, expectStatus, expectThat, isRow, type NumberedRow, numberedRowsOf, rowOf } from '../expectations.ts'
import { refusesBlocked } from '../families/blocked.ts'
import { fitsContract } from '../families/contract.ts'
import { ignoresJobToken } from '../families/job-token.ts'
import { noTriggerJob, oneJob } from '../families/one-job.ts'
import { oneProject } from '../families/one-project.ts'
import { forReporters } from '../families/other-projects.ts'
import { reading } from '../families/reading.ts'
import { signIn } from '../families/sign-in.ts'
import { artifactsOf } from '../job-members.ts'
import { Untestable } from '../outcomes.ts'
import { given } from '../surroundings/given.ts'
import { type JobState, states } from '../surroundings/states.ts'
import type { Target } from '../target/target.ts'

const id = 'getJob'
const timestamp = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/

export const getJob: readonly Check[] = [
  ...signIn(id),
  ...refusesBlocked(id),
  ...ignoresJobToken(id),
  ...oneProject(id),
  ...oneJob(id),
  ...noTriggerJob(id),
  ...forReporters(id, ['list-jobs-get-access']),
  ...reading(id),
  ...fitsContract(id, ['list-jobs-get', 'job-id']),
  check(`${id}.that-job`, 'must', 'list-jobs-get', 'The job that was asked for is answered.', async (target) => {
    for (const state of [states.succeeded, states.failed]) {
      const { wanted, job, answer } = await read(target, state)
      expectSame(answer, 'id', job.id, wanted)
    }
  }),
  check(`${id}.as-listed`, 'must', 'list-jobs-get', 'A job is answered with the same members as in the list.', async (target) => {
    const { wanted, job, answer } = await read(target, states.succeeded)
    const list = await target.ask('listProjectJobs', { 'scope[]': ['success'], per_page: 100 })
    const listed = numberedRowsOf(list).find((each) => each.id === wanted)
    expectThat(list, listed !== undefined, `expected job ${wanted} to be listed`)
    for (const [name, value] of Object.entries(listed ?? {})) expectSame(answer, name, job[name], value)
  }),
  check(`${id}.times`, 'must', 'entity-times', 'Times are written in UTC with milliseconds.', async (target) => {
    const { job, answer } = await read(target, states.succeeded)
    for (const name of ['created_at', 'started_at', 'finished_at'])
      expectThat(answer, timestamp.test(String(job[name])), `expected ${name} as in 2026-11-20T09:00:00.000Z, got ${job[name]}`)
  }),
  check(
    `${id}.times-in-order`,
    'must',
    ['job-times', 'statuses-side-effects'],
    'A job is created, started and finished in this order.',
    async (target) => {
      const { job, answer } = await read(target, states.succeeded)
      const times = ['created_at', 'started_at', 'finished_at'].map((name) => Date.parse(String(job[name])))
      expectSame(
        answer,
        'the order of the times',
        times,
        times.toSorted((one, other) => one - other),
      )
    },
  ),
  check(
    `${id}.not-started`,
    'must',
    ['job-times', 'job-runner'],
    'A job that has not started has no time of start and end, and no runner.',
    async (target) => {
      const { job, answer } = await read(target, states.unstarted)
      for (const name of ['started_at', 'runner']) expectSame(answer, name, job[name], null)
      if (['created', 'pending', 'manual', 'scheduled'].includes(String(job['status'])))
        expectSame(answer, 'finished_at', job['finished_at'], null)
    },
  ),
  check(
    `${id}.duration`,
    'must',
    ['job-duration', 'job-duration-examples'],
    'duration is the time from start to end, in seconds; null for a job that has not started.',
    async (target) => {
      const { job, answer } = await read(target, states.succeeded)
      const seconds = (Date.parse(String(job['finished_at'])) - Date.parse(String(job['started_at']))) / 1000
      expectThat(answer, Math.abs(Number(job['duration']) - seconds) < 1, `expected a duration of ${seconds}, got ${job['duration']}`)
      const unstarted = await read(target, states.unstarted)
      expectSame(unstarted.answer, 'duration of a job that has not started', unstarted.job['duration'], null)
    },
    { from: '11.x' },
  ),
  check(
    `${id}.running`,
    'must',
    ['job-duration', 'job-times', 'job-runner'],
    'A running job has a start, a runner and a duration that grows, and no end.',
    async (target) => {
      const { wanted, job, answer } = await read(target, states.running)
      expectSame(answer, 'finished_at', job['finished_at'], null)
      expectThat(answer, isRow(job['runner']), 'expected a runner')
      await new Promise((done) => setTimeout(done, 30))
      const later = await target.ask(id, { job_id: wanted })
      expectStatus(later, 200)
      expectThat(
        later,
        Number(rowOf(later)['duration']) > Number(job['duration']),
        'expected the duration to grow while the job is running',
      )
    },
    { from: '17.x' },
  ),
  check(
    `${id}.queued-duration`,
    'must',
    ['job-queued-duration', 'statuses-side-effects'],
    'queued_duration grows while a job waits for a runner, and stands still afterwards.',
    async (target) => {
      const waiting = await read(target, states.pending)
      const over = await read(target, states.succeeded)
      await new Promise((done) => setTimeout(done, 30))
      const again = (await read(target, states.pending)).job['queued_duration']
      const grown = Number(again) > Number(waiting.job['queued_duration'])
      expectThat(waiting.answer, grown, `expected queued_duration to grow, got ${waiting.job['queued_duration']}, then ${again}`)
      const still = (await read(target, states.succeeded)).job['queued_duration']
      expectSame(over.answer, 'queued_duration of a job that is over', over.job['queued_duration'], still)
      expectThat(over.answer, typeof still === 'number', 'expected queued_duration of a job that is over to be a number')
    },
    { from: '17.x' },
  ),
  check(
    `${id}.failure-reason`,
    'must',
    ['job-failure-reason', 'statuses-side-effects'],
    'A failed job gives a reason, and no other job has that member.',
    async (target) => {
      const failed = await read(target, states.failed)
      expectThat(failed.answer, typeof failed.job['failure_reason'] === 'string', 'expected failure_reason to be there')
      const succeeded = await read(target, states.succeeded)
      expectThat(succeeded.answer, !('failure_reason' in succeeded.job), 'expected failure_reason to be missing')
    },
    { from: '17.x' },
  ),
  check(
    `${id}.artifacts-file`,
    'must',
    ['job-artifacts-file', 'artifacts-file-members'],
    'artifacts_file names the archive and its size, and is only there while the archive can be downloaded.',
    async (target) => {
      const { job, answer } = await read(target, states.archive)
      const file = job['artifacts_file']
      const size = isRow(file) ? file['size'] : undefined
      expectThat(answer, isRow(file) && typeof file['filename'] === 'string', 'expected artifacts_file to have a filename')
      const download = await target.ask('downloadJobArtifacts', { job_id: job.id })
      expectStatus(download, 200)
      expectSame(answer, 'the size of artifacts_file', size, download.bytes.length)
      const without = await read(target, states.noArchive)
      expectSame(without.answer, 'artifacts_file of a job without an archive', without.job['artifacts_file'] ?? null, null)
    },
  ),
  check(
    `${id}.artifacts`,
    'must',
    ['job-artifacts', 'artifact-members', 'statuses-file-types'],
    'artifacts lists all that is left of a job: the archive, its metadata and the log.',
    async (target) => {
      const { job, answer } = await read(target, states.archive)
      const types = artifactsOf(job).map(({ file_type }) => file_type)
      const log = (await hasWritten(target, job)) ? ['trace'] : []
      for (const type of ['archive', 'metadata', ...log])
        expectThat(answer, types.includes(type), `expected ${type} among the artifacts ${types}`)
    },
    { from: '11.x' },
  ),
  check(
    `${id}.artifact-formats`,
    'must',
    ['statuses-file-formats', 'artifact-format-null'],
    'An archive is a zip file, its metadata are gzip, and the log is raw, or without a format.',
    async (target) => {
      const { job, answer } = await read(target, states.archive)
      const formats = { archive: ['zip'], metadata: ['gzip'], junit: ['gzip'], trace: ['raw', null] } as const
      for (const { file_type, file_format } of artifactsOf(job))
        for (const [type, allowed] of Object.entries(formats))
          if (file_type === type)
            expectThat(
              answer,
              (allowed as readonly unknown[]).includes(file_format),
              `expected ${type} as ${allowed.join(' or ')}, got ${file_format}`,
            )
    },
    { from: '11.x' },
  ),
  check(
    `${id}.artifact-names`,
    'should',
    'statuses-file-names',
    'The log is called job.log and the metadata metadata.gz.',
    async (target) => {
      const { job, answer } = await read(target, states.archive)
      const names = new Map(artifactsOf(job).map(({ file_type, filename }) => [file_type, filename]))
      if (await hasWritten(target, job)) expectSame(answer, 'the name of the log', names.get('trace'), 'job.log')
      expectSame(answer, 'the name of the metadata', names.get('metadata'), 'metadata.gz')
    },
    { from: '11.x' },
  ),
  check(
    `${id}.tag-list`,
    'must',
    'job-tag-list',
    'tag_list is sorted.',
    async (target) => {
      const list = await target.ask('listProjectJobs', { per_page: 100 }, { lookAround: true })
      const many = numberedRowsOf(list).find(({ tag_list: tags }) => Array.isArray(tags) && tags.length > 1)
      const answer = await target.ask(id, { job_id: many?.id ?? (await given(target, states.settled)) })
      expectStatus(answer, 200)
      const tags = rowOf(answer)['tag_list']
      expectThat(answer, Array.isArray(tags), 'expected a list of tags')
      expectSame(answer, 'tag_list', tags, Array.isArray(tags) ? tags.toSorted() : [])
    },
    { from: '17.x' },
  ),
  check(
    `${id}.web-url`,
    'must',
    'job-web-url',
    'web_url is an address that ends in the number of the job.',
    async (target) => {
      const { wanted, job, answer } = await read(target, states.succeeded)
      expectThat(answer, new RegExp(`^https?://.+/jobs/${wanted}$`).test(String(job['web_url'])), `got ${job['web_url']}`)
    },
    { from: '11.x' },
  ),
]

async function read(target: Target, state: JobState) {
  const wanted = await given(target, state)
  const answer = await target.ask(id, { job_id: wanted })
  expectStatus(answer, 200)
  const job = rowOf(answer)
  if (isPassing(state) && state.fits?.(job) === false) throw new Untestable(`needs ${state.sentence}, and a moment later still is`)
  return { wanted, job, answer }
}

/** Runners go on while the kit looks: what was listed so may not be so any more. */
const isPassing = (state: JobState) => state === states.pending || state === states.running

/** A job that has written nothing has no log. */
async function hasWritten(target: Target, { id: job_id }: NumberedRow): Promise<boolean> {
  const log = await target.ask('getJobLog', { job_id })
  expectStatus(log, 200)
  return log.bytes.length > 0
}
