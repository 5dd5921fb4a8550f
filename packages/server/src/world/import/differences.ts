import type { JobDetails } from '../../storage/job-store.ts'
import type { Instant } from '../../storage/records.ts'
import type { Frame } from '../../views/job.ts'
import { bridgeView, jobView } from '../../views/job.ts'
import { artifactsOf, jobOf, type Place, untold } from './job-of-source.ts'
import { pipelineOf, projectOf, runnerOf, shellOf, userOf } from './records-of-source.ts'
import type { Shown } from './shown.ts'
import type { Source } from './source.ts'

/**
 * Which members of a job this server will show with another value than its source: `user.avatar_url`, `commit.committer_name`.
 * Whatever a server may show now or later, nothing is lost without a word.
 */
export function differences(
  shown: Shown & Place,
  { project, externalUrl }: Pick<Source, 'project' | 'externalUrl'>,
  shownAt: Instant,
): string[] {
  const frame: Frame = { now: shownAt, externalUrl }
  const details = detailsOf(shown, project, shownAt)
  const here = shown.kind === 'build' ? jobView(details, frame) : bridgeView(details, frame)
  const moving = shown.job.finished_at == null ? growing : []
  return unlike(shown.job, here, '').filter((path) => !moving.includes(path))
}

/** Of a job under way these change while one looks. */
const growing = ['duration', 'queued_duration']

/** The job as it will be stored, with the numbers of its source. */
function detailsOf(shown: Shown & Place, project: Source['project'], shownAt: Instant): JobDetails {
  const { job } = shown
  const pipeline = pipelineOf(job.pipeline, project.id, job)
  const downstream = shown.kind === 'bridge' ? shown.job.downstream_pipeline : undefined
  const runner = shown.kind === 'build' ? shown.job.runner : undefined
  const artifacts = shown.kind === 'build' ? artifactsOf(shown.job) : []
  return {
    job: { ...untold, ...jobOf(shown, shown, shownAt), id: job.id, projectId: project.id, pipelineId: pipeline.id },
    project: { ...projectOf(project), jobTokenScopeEnabled: job.project?.ci_job_token_scope_enabled ?? false },
    pipeline: { iid: 0, ...pipeline },
    user: job.user == null ? undefined : userOf(job.user),
    runner: runner == null || shown.kind === 'bridge' ? undefined : runnerOf(runner, shown.job.runner_manager, shownAt),
    artifacts: artifacts.map((artifact, id) => ({ ...artifact, id, jobId: job.id, sha256: '', key: null, access: 'public' })),
    downstream:
      downstream == null
        ? undefined
        : {
            pipeline: { iid: 0, ...pipelineOf(downstream, project.id) },
            project: shellOf(downstream.project_id ?? project.id, pathIn(downstream.web_url ?? '')),
          },
  }
}

const pathIn = (webUrl: string) => /^https?:\/\/[^/]+\/(.+)\/-\//.exec(webUrl)?.[1] ?? ''

/** The paths of members that are not the same; a list or a map that differs is one difference. */
function unlike(there: unknown, here: unknown, path: string): string[] {
  if (!isObject(there) || !isObject(here) || path.endsWith('trailers')) return isAlike(there, here, path) ? [] : [path]
  // What an old server does not show is not lost.
  return Object.keys(there).flatMap((name) =>
    unlike(Reflect.get(there, name), Reflect.get(here, name), path === '' ? name : `${path}.${name}`),
  )
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null && !Array.isArray(value)

/** Times are the same in every zone, spans to the millisecond, and an empty text says no more than none. */
function isAlike(there: unknown, here: unknown, path: string): boolean {
  if (isNothing(there) && isNothing(here)) return true
  if (typeof there === 'number' && typeof here === 'number' && path.endsWith('duration')) return Math.abs(there - here) < 0.002
  if (typeof there === 'string' && typeof here === 'string' && /_(at|date)$/.test(path)) return Date.parse(there) === Date.parse(here)
  return JSON.stringify(there) === JSON.stringify(here)
}

const isNothing = (value: unknown) => value === undefined || value === null || value === ''
