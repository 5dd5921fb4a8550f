import type { Artifact, Instant, Job } from '../../storage/records.ts'
import { instant, statusOf } from './records-of-source.ts'
import type { Shown, ShownJob } from './shown.ts'

/** Where a job stands among the others of its pipeline. */
export interface Place {
  readonly stageIndex: number
  readonly retried: boolean
}

/** The members of a job that the API shows, or that follow from what it shows. The others stay what they are here. */
export type Told = Omit<Job, keyof typeof untold | 'id' | 'projectId' | 'pipelineId'>

/** What no answer tells of a job, as it is assumed of a new one. */
export const untold = {
  ...{ debug: false, cancelsGracefully: true, environment: null, resourceGroup: null, inputs: {}, inputValues: {}, variables: [] },
  ...{ scheduledAt: null, plan: null, inHand: null },
} as const satisfies Partial<Job>

/** A job with the numbers of its source. `shownAt` is the clock of the source when it answered. Throws a `Strange`. */
export function jobOf(shown: Shown, { stageIndex, retried }: Place, shownAt: Instant): Told {
  const { job } = shown
  const status = statusOf(job.status)
  return {
    ...{ kind: shown.kind, name: job.name, stage: job.stage ?? '', stageIndex, retried, status },
    when: status === 'manual' ? 'manual' : status === 'scheduled' ? 'delayed' : 'on_success',
    allowFailure: job.allow_failure ?? false,
    coverage: job.coverage ?? null,
    createdAt: instant(job.created_at) ?? 0,
    queuedAt: queuedAt(job, shownAt),
    startedAt: instant(job.started_at),
    finishedAt: instant(job.finished_at),
    erasedAt: instant(job.erased_at),
    failureReason: job.failure_reason ?? null,
    userId: job.user?.id ?? null,
    ...(shown.kind === 'build' ? toldOfBuild(shown.job) : { runnerId: null, artifactsExpireAt: null, archived: false, tags: [] }),
    downstreamPipelineId: shown.kind === 'bridge' ? (shown.job.downstream_pipeline?.id ?? null) : null,
  }
}

const toldOfBuild = (job: ShownJob) => ({
  runnerId: job.runner?.id ?? null,
  artifactsExpireAt: instant(job.artifacts_expire_at),
  archived: job.archived ?? false,
  tags: (job.tag_list ?? []).flatMap((tag) => tag ?? []),
})

/** The API tells how long a job waited; that ends with its start, or with the end of a job that never started, or now. */
function queuedAt({ queued_duration, started_at, finished_at }: Shown['job'], shownAt: Instant): Instant | null {
  if (queued_duration == null) return null
  return (instant(started_at) ?? instant(finished_at) ?? shownAt) - Math.round(queued_duration * 1000)
}

/** An artifact as far as it is shown; whether its bytes are here is another matter. */
export type ToldArtifact = Pick<Artifact, 'fileType' | 'fileFormat' | 'filename' | 'size' | 'expireAt'>

/** What is left of a job, in the order in which it is shown. The oldest servers show the archive only. */
export function artifactsOf(job: ShownJob): ToldArtifact[] {
  const file = job.artifacts_file
  const listed = job.artifacts ?? (file?.filename == null ? [] : [{ ...file, file_type: 'archive' as const, file_format: 'zip' as const }])
  const expireAt = instant(job.artifacts_expire_at)
  return listed.flatMap((artifact) => {
    const { file_type: fileType, filename, size, file_format: format } = artifact
    if (fileType == null || filename == null) return []
    // An archive that can still be had although its time is over is kept for the latest pipeline of its ref.
    const isKept = fileType === 'trace' || (fileType === 'archive' && file != null && expireAt !== null && expireAt <= Date.now())
    return [{ fileType, fileFormat: formatOf(format), filename, size: size ?? 0, expireAt: isKept ? null : expireAt }]
  })
}

const formats = ['raw', 'zip', 'gzip'] as const
const formatOf = (format: string | null | undefined): Artifact['fileFormat'] => formats.find((one) => one === format) ?? null
