import { answering, instead, type Row, rowOf, to, withRow, withUrl } from '../changes.ts'
import { type Behaviour, fault, type Sketch } from '../mutant.ts'

/** Changes each job that is answered to `getJob`. */
const job = (change: (job: Row) => Row): Behaviour =>
  answering((asked, { status }) => asked.operation === 'getJob' && status === 200, withRow(change))

const files = (change: (file: Row) => Row | undefined): Behaviour =>
  job((one) => ({
    ...one,
    artifacts: Array.isArray(one['artifacts']) ? one['artifacts'].flatMap((file) => change(rowOf(file)) ?? []) : [],
  }))

/** Wrong in a single job. */
export const getJob: readonly Sketch[] = [
  fault(
    'state',
    'queued_duration stands still',
    'getJob.queued-duration',
    job((one) => ({ ...one, queued_duration: 4.5 })),
  ),
  fault(
    'state',
    'queued_duration goes on after the start',
    'getJob.queued-duration',
    job((one) => ({ ...one, queued_duration: Date.now() / 1000 })),
  ),
  fault(
    'behaviour',
    'always the same job',
    'getJob.that-job',
    instead(
      to('getJob'),
      withUrl((address) => address.replace(/jobs\/\d+/, 'jobs/8')),
    ),
  ),
  fault(
    'behaviour',
    'another name than in the list',
    'getJob.as-listed',
    job((one) => ({ ...one, name: `${one['name']}!` })),
  ),
  fault(
    'shape',
    'times without milliseconds',
    'getJob.times',
    job((one) => ({ ...one, created_at: String(one['created_at']).replace(/\.\d+/, '') })),
  ),
  fault(
    'shape',
    'times with an offset',
    'getJob.times',
    job((one) => ({ ...one, started_at: one['started_at'] === null ? null : String(one['started_at']).replace('Z', '+00:00') })),
  ),
  fault(
    'state',
    'finished before it started',
    'getJob.times-in-order',
    job((one) => ({ ...one, started_at: one['finished_at'] ?? null, finished_at: one['started_at'] ?? null })),
  ),
  fault(
    'state',
    'started though it was not',
    'getJob.not-started',
    job((one) => ({ ...one, started_at: one['started_at'] ?? one['created_at'] ?? null })),
  ),
  fault(
    'behaviour',
    'durations in milliseconds',
    'getJob.duration',
    job((one) => ({ ...one, duration: one['duration'] === null ? null : Number(one['duration']) * 1000 })),
  ),
  fault(
    'behaviour',
    'a duration of nothing',
    'getJob.duration',
    job((one) => ({ ...one, duration: one['duration'] ?? 0 })),
  ),
  fault(
    'state',
    'the duration stands still',
    'getJob.running',
    job((one) => (one['status'] === 'running' ? { ...one, duration: 12.5 } : one)),
  ),
  fault(
    'state',
    'a running job without a runner',
    'getJob.running',
    job((one) => ({ ...one, runner: null })),
  ),
  fault(
    'behaviour',
    'failures without a reason',
    'getJob.failure-reason',
    job(({ failure_reason: _, ...one }) => one),
  ),
  fault(
    'behaviour',
    'a reason for success',
    'getJob.failure-reason',
    job((one) => ({ failure_reason: 'unknown_failure', ...one })),
  ),
  fault(
    'behaviour',
    'forgets the archive',
    'getJob.artifacts-file',
    job(({ artifacts_file: _, ...one }) => one),
  ),
  fault(
    'bytes',
    'another size of the archive',
    'getJob.artifacts-file',
    job((one) => (one['artifacts_file'] === undefined ? one : { ...one, artifacts_file: { ...rowOf(one['artifacts_file']), size: 4711 } })),
  ),
  fault(
    'behaviour',
    'an archive where there is none',
    'getJob.artifacts-file',
    job((one) => ({ artifacts_file: { filename: 'a.zip', size: 1 }, ...one })),
  ),
  fault(
    'behaviour',
    'the log is no artifact',
    'getJob.artifacts',
    files((file) => (file['file_type'] === 'trace' ? undefined : file)),
  ),
  fault(
    'behaviour',
    'archives are raw',
    'getJob.artifact-formats',
    files((file) => ({ ...file, file_format: 'raw' })),
  ),
  fault(
    'behaviour',
    'the log is called trace.txt',
    'getJob.artifact-names',
    files((file) => ({ ...file, filename: file['file_type'] === 'trace' ? 'trace.txt' : (file['filename'] ?? null) })),
  ),
  fault(
    'behaviour',
    'tags in another order',
    'getJob.tag-list',
    job((one) => ({ ...one, tag_list: Array.isArray(one['tag_list']) ? one['tag_list'].toReversed() : [] })),
  ),
  fault(
    'behaviour',
    'web_url leads to the project',
    'getJob.web-url',
    job((one) => ({ ...one, web_url: String(one['web_url']).replace(/\/-\/jobs.*/, '') })),
  ),
]
