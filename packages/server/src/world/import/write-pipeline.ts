import { isDeepStrictEqual } from 'node:util'
import type { JobWriter } from '../../storage/job-store.ts'
import type { Job } from '../../storage/records.ts'
import { artifactsOf, jobOf, type Place, type Told, type ToldArtifact, untold } from './job-of-source.ts'
import type { Ledger } from './ledger.ts'
import { pipelineOf, runnerOf, Strange, userOf } from './records-of-source.ts'
import type { Shown } from './shown.ts'
import type { Source } from './source.ts'
import type { WholePipeline } from './whole-pipeline.ts'
import { Places } from './write-places.ts'

/** A job whose row is written, and whose artifacts come next. */
export interface Written {
  readonly there: number
  readonly shown: Shown & Place
  readonly job: Job
  readonly artifacts: readonly ToldArtifact[]
}

export interface WrittenPipeline {
  readonly jobs: readonly Written[]
  /** What could not be written, and why. */
  readonly gaps: readonly string[]
}

/** Writes the rows of a pipeline and of its jobs: what is new, and what has changed since it was imported before. */
export async function writePipeline(writer: JobWriter, ledger: Ledger, source: Source, whole: WholePipeline): Promise<WrittenPipeline> {
  const places = new Places(writer, ledger)
  const projectId = await ledger.here(writer, 'project', source.project.id)
  if (projectId === undefined) throw new Error('the project of the pipeline was not written')
  const first = whole.jobs[0]?.job
  const pipelineId = await places.pipeline(pipelineOf(whole.pipeline, source.project.id, first), projectId, (before, now) =>
    first === undefined ? { ...now, commit: before.commit, tag: before.tag } : now,
  )
  await writeScope(writer, projectId, first?.project?.ci_job_token_scope_enabled)
  const users = await numbersOf(
    whole,
    ({ job }) => job.user ?? undefined,
    (user) => places.user(userOf(user)),
  )
  const runners = await numbersOf(
    whole,
    (shown) =>
      shown.kind === 'build' && shown.job.runner != null ? { ...shown.job.runner, manager: shown.job.runner_manager } : undefined,
    (runner) => places.runner(runnerOf(runner, runner.manager, whole.shownAt)),
  )
  const jobs: Written[] = []
  const gaps: string[] = []
  for (const shown of whole.jobs) {
    try {
      const told = jobOf(shown, shown, whole.shownAt)
      const downstream = shown.kind === 'bridge' ? shown.job.downstream_pipeline : undefined
      const job = await writeJob(writer, ledger, shown.job.id, {
        ...{ ...told, projectId, pipelineId },
        userId: told.userId === null ? null : (users.get(told.userId) ?? null),
        runnerId: told.runnerId === null ? null : (runners.get(told.runnerId) ?? null),
        downstreamPipelineId: downstream == null ? null : await places.downstream(downstream, source),
      })
      jobs.push({ there: shown.job.id, shown, job, artifacts: shown.kind === 'build' ? artifactsOf(shown.job) : [] })
    } catch (error) {
      if (!(error instanceof Strange)) throw error
      gaps.push(`job ${shown.job.id}: ${error.message}`)
    }
  }
  await retireBridges(writer, { projectId, pipelineId }, jobs)
  return { jobs, gaps }
}

/** An attempt of a trigger job that is not the latest any more is shown by no list, so its record would stay as it was. */
async function retireBridges(writer: JobWriter, place: Pick<Job, 'projectId' | 'pipelineId'>, shown: readonly Written[]): Promise<void> {
  const latest = await writer.jobs({ ...place, kind: 'bridge', latestOnly: true }, { limit: 10_000 })
  const isReplaced = ({ name, id }: Job) => shown.some(({ job }) => job.kind === 'bridge' && job.name === name && job.id > id)
  for (const bridge of latest.filter(isReplaced)) await writer.saveJob({ ...bridge, retried: true })
}

/** A setting of the project, which only its jobs show. */
async function writeScope(writer: JobWriter, projectId: number, isEnabled: boolean | null | undefined): Promise<void> {
  const project = await writer.project(projectId)
  if (project === undefined || isEnabled == null || project.jobTokenScopeEnabled === isEnabled) return
  await writer.saveProject({ ...project, jobTokenScopeEnabled: isEnabled })
}

/** Writes each of what the jobs of a pipeline speak of once; from the number there to the number here. */
async function numbersOf<Thing extends { readonly id: number }>(
  { jobs }: WholePipeline,
  pick: (shown: Shown & Place) => Thing | undefined,
  write: (thing: Thing) => Promise<number>,
): Promise<Map<number, number>> {
  const things = new Map(jobs.flatMap((shown) => pick(shown) ?? []).map((thing) => [thing.id, thing]))
  const numbers = new Map<number, number>()
  for (const [id, thing] of things) numbers.set(id, await write(thing))
  return numbers
}

async function writeJob(
  writer: JobWriter,
  ledger: Ledger,
  there: number,
  told: Told & Pick<Job, 'projectId' | 'pipelineId'>,
): Promise<Job> {
  const known = await ledger.here(writer, 'job', there)
  const before = known === undefined ? undefined : await writer.job(known)
  if (before === undefined) {
    const wanted = there + ledger.shift
    const isTaken = (await writer.job(wanted)) !== undefined
    const added = await writer.addJob({ ...untold, ...told, ...(isTaken ? {} : { id: wanted }) })
    await ledger.remember(writer, 'job', there, added.id)
    return added
  }
  const now = { ...before, ...told, queuedAt: steady(before.queuedAt, told.queuedAt) }
  if (!isDeepStrictEqual(before, now)) await writer.saveJob(now)
  return now
}

/** Of a job that still waits, the moment is worked out from a clock that knows seconds only. */
const steady = (before: number | null, now: number | null) =>
  before !== null && now !== null && Math.abs(before - now) < 2000 ? before : now
