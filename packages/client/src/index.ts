export { createJobsClient, type JobsClientOptions } from './client.ts'
export { type ArtifactsOf, type Downloaded, type DownloadOptions, downloadArtifacts } from './download-artifacts.ts'
export { type AnswerProblem, type ErrorKind, JobsApiError } from './errors.ts'
export { type ClientEvent, debugLines } from './events.ts'
export { type FollowLogOptions, followLog } from './follow-log.ts'
export type { Methods } from './generated/methods.ts'
export type { Reason } from './generated/reasons.ts'
export { type FinishedJob, isFailed, isFinished, isManual, isRunning } from './guards.ts'
export { linesOf } from './log-lines.ts'
export { type LogSection, sectionsOf } from './log-sections.ts'
export type { Page, Pages } from './pages.ts'
export type { Progress } from './resuming.ts'
export type {
  Answer,
  Bridge,
  CallOptions,
  CredentialKind,
  Data,
  FailureReason,
  Job,
  JobStatus,
  JobsClient,
  Options,
  Pending,
  Validate,
} from './types.ts'
export { type FollowOptions, type WaitOptions, waitForJob } from './wait-for-job.ts'
