import { isRow, type NumberedRow, type Row } from '../expectations.ts'
import { fileTypesOf, hasArchive } from '../job-members.ts'
import type { Capability } from '../target/session.ts'

/** A state that a job can be in, and how it can be told from the job's representation. */
export interface JobState {
  /** How `--state` and a state handler name it. */
  readonly name: string
  /** Goes on from "needs". */
  readonly sentence: string
  /** Left out: the representation does not tell, so such a job has to be handed over. */
  readonly fits?: (job: NumberedRow) => boolean
  readonly isBridge?: true
  readonly capability?: Capability
}

const isOver = ({ status }: Row) => status === 'success' || status === 'failed'

/** Jobs that checks read and leave alone. */
export const states = {
  any: { name: 'any', sentence: 'a job', fits: () => true },
  settled: { name: 'settled', sentence: 'a job that has succeeded or failed', fits: isOver },
  succeeded: { name: 'succeeded', sentence: 'a job that has succeeded', fits: ({ status }) => status === 'success' },
  failed: { name: 'failed', sentence: 'a job that has failed', fits: ({ status }) => status === 'failed' },
  pending: { name: 'pending', sentence: 'a job that waits for a runner', fits: ({ status }) => status === 'pending' },
  running: { name: 'running', sentence: 'a job that is running', fits: ({ status }) => status === 'running' },
  unstarted: {
    name: 'unstarted',
    sentence: 'a job that has not started, and does not wait for a runner either',
    fits: ({ started_at, status }) => started_at === null && status !== 'pending',
  },
  log: { name: 'log', sentence: 'a finished job with a log', fits: (job) => isOver(job) && fileTypesOf(job).includes('trace') },
  noLog: {
    name: 'no-log',
    sentence: 'a job that never started, or whose log was erased',
    fits: ({ started_at, erased_at }) => started_at === null || typeof erased_at === 'string',
  },
  debugLog: { name: 'debug-log', sentence: 'a job that ran in debug mode, with a log', capability: 'debug-logs' },
  archive: {
    name: 'archive',
    sentence: 'a job that has succeeded, with an archive',
    fits: (job) => job['status'] === 'success' && hasArchive(job),
    capability: 'artifacts',
  },
  noArchive: {
    name: 'no-archive',
    sentence: 'a job that has no archive, not even an expired one',
    fits: (job) => !hasArchive(job) && !fileTypesOf(job).includes('archive') && (job['artifacts_expire_at'] ?? null) === null,
  },
  expiredArchive: {
    name: 'expired-archive',
    sentence: 'a job whose archive has expired and is still there',
    fits: (job) => !hasArchive(job) && fileTypesOf(job).includes('archive'),
    capability: 'artifacts',
  },
  noTable: {
    name: 'no-metadata',
    sentence: 'a job with an archive that has no table of contents',
    fits: (job) => hasArchive(job) && fileTypesOf(job).includes('archive') && !fileTypesOf(job).includes('metadata'),
    capability: 'artifacts',
  },
  maintainerArchive: { name: 'maintainer-archive', sentence: 'a job with an archive for maintainers only', capability: 'artifacts' },
  nobodyArchive: { name: 'nobody-archive', sentence: 'a job with an archive for nobody', capability: 'artifacts' },
  bridges: { name: 'bridges', sentence: 'a pipeline with three trigger jobs in different statuses', capability: 'trigger-jobs' },
  inFailedPipeline: {
    name: 'in-failed-pipeline',
    sentence: 'a job that has succeeded in a branch of which no pipeline has',
    fits: ({ status, pipeline }) => status === 'success' && isRow(pipeline) && pipeline['status'] === 'failed',
  },
  tokenJob: { name: 'token-job', sentence: 'to know the job that the job token belongs to', capability: 'job-tokens' },
  bridge: { name: 'bridge', sentence: 'a trigger job', fits: () => true, isBridge: true, capability: 'trigger-jobs' },
} as const satisfies Record<string, JobState>

/** Jobs that an action may be tried on: made by the kit, brought by a state handler, or handed over for that. */
export const ownStates = {
  waiting: { name: 'own-waiting', sentence: 'a job that has not started, to be canceled' },
  retryable: { name: 'own-retryable', sentence: 'a job that has ended, to be retried' },
  finished: { name: 'own-finished', sentence: 'a job that has succeeded, with a log, an archive that expires and a report, to be erased' },
  unlocked: {
    name: 'own-unlocked',
    sentence: 'a job with a log and an archive with a file report.txt, which is not in the latest successful pipeline of its ref',
  },
  empty: { name: 'own-empty', sentence: 'a job that has succeeded and left nothing behind, not even a log' },
  running: { name: 'own-running', sentence: 'a running job whose runner cannot end gracefully, to be canceled' },
  graceful: { name: 'own-graceful', sentence: 'a running job whose runner can end gracefully, to be canceled' },
  canceling: { name: 'own-canceling', sentence: 'a job that is being canceled' },
  manual: { name: 'own-manual', sentence: 'a manual job, to be played' },
  scheduled: { name: 'own-scheduled', sentence: 'a delayed job that waits for its time, to be played' },
  blocking: { name: 'own-blocking', sentence: 'a failed job because of which a later one was skipped, to be retried' },
  played: { name: 'own-played', sentence: 'a manual job that was played and has ended' },
  inputs: {
    name: 'own-inputs',
    sentence: 'a failed job that declares the inputs region and attempts, to be retried',
    capability: 'inputs',
  },
  manualInputs: { name: 'own-manual-inputs', sentence: 'a manual job that declares the inputs region and attempts', capability: 'inputs' },
  archived: { name: 'own-archived', sentence: 'a failed job that is archived, with a log', capability: 'archived-jobs' },
  expired: { name: 'own-expired', sentence: 'a job whose archive has expired and is still there', capability: 'artifacts' },
  protected: { name: 'own-protected', sentence: 'a failed job of a branch to which developers may not push' },
  protectedManual: { name: 'own-protected-manual', sentence: 'a manual job of a branch to which developers may not push' },
  byDeveloper: {
    name: 'own-by-developer',
    sentence: 'a finished job with a log, started by the developer on a branch that is not protected',
  },
  bridge: { name: 'own-bridge', sentence: 'a trigger job that has ended, to be retried', capability: 'trigger-jobs' },
  manualBridge: { name: 'own-manual-bridge', sentence: 'a manual trigger job, to be played', capability: 'trigger-jobs' },
} as const satisfies Record<string, JobState>
