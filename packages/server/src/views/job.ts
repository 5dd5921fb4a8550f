import type { components } from '@jobs-api/contract'
import type { JobDetails } from '../storage/job-store.ts'
import type { Instant, Job } from '../storage/records.ts'
import { archiveOf, artifactView } from './artifact.ts'
import { commitView } from './commit.ts'
import { onceAtRest } from './once-at-rest.ts'
import { pipelineView } from './pipeline.ts'
import { runnerManagerView, runnerView } from './runner.ts'
import { seconds, time } from './times.ts'
import { userView } from './user.ts'

type JobView = components['schemas']['Job']
type BridgeView = components['schemas']['Bridge']

/** What a representation depends on besides the job: the clock, for jobs under way, and the address of the pages. */
export interface Frame {
  readonly now: Instant
  readonly externalUrl: string
}

/** A job as `Job`. A trigger job has no `runner_manager` even then. Jobs at rest are rendered once for unchanged records. */
export const jobView = onceAtRest(renderJob)

function renderJob(details: JobDetails, frame: Frame): JobView {
  const { job, artifacts, runner } = details
  const archive = archiveOf(artifacts)
  const available = archive !== undefined && (archive.expireAt === null || archive.expireAt > frame.now)
  return {
    ...basicView(details, frame),
    ...(available ? { artifacts_file: { filename: archive.filename, size: archive.size } } : {}),
    artifacts: artifacts.map(artifactView),
    runner: runner === undefined ? null : runnerView(runner, frame.now),
    ...(job.kind === 'build' ? { runner_manager: runner === undefined ? null : runnerManagerView(runner, frame.now) } : {}),
    artifacts_expire_at: time(job.artifactsExpireAt),
    archived: job.archived,
    tag_list: [...job.tags].sort(),
  }
}

/** A trigger job as `Bridge`. */
export const bridgeView = onceAtRest(renderBridge)

function renderBridge(details: JobDetails, frame: Frame): BridgeView {
  const { downstream } = details
  return {
    ...basicView(details, frame),
    downstream_pipeline: downstream === undefined ? null : pipelineView(downstream.pipeline, downstream.project, frame),
  }
}

function basicView({ job, project, pipeline, user }: JobDetails, frame: Frame) {
  return {
    id: job.id,
    status: job.status,
    stage: job.stage,
    name: job.name,
    ref: pipeline.ref,
    tag: pipeline.tag,
    coverage: job.coverage,
    allow_failure: job.allowFailure,
    created_at: time(job.createdAt),
    started_at: time(job.startedAt),
    finished_at: time(job.finishedAt),
    erased_at: time(job.erasedAt),
    duration: job.startedAt === null ? null : seconds(job.startedAt, job.finishedAt ?? frame.now),
    queued_duration: queuedDuration(job, frame.now),
    user: user === undefined ? null : userView(user, frame),
    commit: commitView(pipeline.commit, project, frame),
    pipeline: pipelineView(pipeline, project, frame),
    ...(job.status === 'failed' ? { failure_reason: job.failureReason ?? 'unknown_failure' } : {}),
    web_url: `${frame.externalUrl}/${project.path}/-/jobs/${job.id}`,
    project: { ci_job_token_scope_enabled: project.jobTokenScopeEnabled },
  }
}

/** From the queue to the start, to the end of a job that never started, or to now. */
function queuedDuration(job: Job, now: Instant): number | null {
  return job.queuedAt === null ? null : seconds(job.queuedAt, job.startedAt ?? job.finishedAt ?? now)
}
