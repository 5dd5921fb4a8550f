import { JobsApiError, type Pages } from '@jobs-api/client'
import type { Instant } from '../../storage/records.ts'
import type { Place } from './job-of-source.ts'
import type { Shown, ShownBridge, ShownJob, ShownPipeline } from './shown.ts'
import { answeredAt, type Source } from './source.ts'
import type { FoundPipeline } from './walk.ts'

/** A pipeline with everything in it, oldest first. */
export interface WholePipeline {
  readonly pipeline: ShownPipeline
  readonly jobs: readonly (Shown & Place)[]
  /** By the clock of the source. */
  readonly shownAt: Instant
  /** What of it could not be read, and why. */
  readonly gaps: readonly string[]
}

/** Reads a pipeline; undefined if it has no jobs, and nothing but its jobs would tell of it. */
export async function readPipeline(source: Source, { pipeline: found, isListed }: FoundPipeline): Promise<WholePipeline | undefined> {
  const { jobs, project, signal } = source
  const [builds, bridges] = await Promise.all([
    everything<ShownJob>(jobs.listPipelineJobs(project.id, found.id, { include_retried: true, signal })),
    everything<ShownBridge>(jobs.listPipelineBridges(project.id, found.id, { signal })).catch((error) => refused(error, found.id)),
  ])
  const pipeline = builds.items[0]?.pipeline ?? bridges.items[0]?.pipeline ?? (isListed ? found : undefined)
  return pipeline && { pipeline, jobs: placed(builds.items, bridges.items), shownAt: builds.shownAt, gaps: bridges.gaps }
}

interface List<Item> {
  readonly items: readonly Item[]
  readonly shownAt: Instant
  readonly gaps: readonly string[]
}

async function everything<Item>(pages: Pages<Item>): Promise<List<Item>> {
  const items: Item[] = []
  let shownAt: Instant | undefined
  for await (const page of pages.pages()) {
    items.push(...page.items)
    shownAt ??= answeredAt(page.response)
  }
  return { items, shownAt: shownAt ?? Date.now(), gaps: [] }
}

/** Whoever may not see trigger jobs may still see the others; and GitLab before 13 has no list of them, which its router says. */
function refused(error: unknown, pipeline: number): List<never> {
  if (!(error instanceof JobsApiError) || (error.kind !== 'refused' && error.kind !== 'not_found')) throw error
  const isUnknown = error.status === 404 && typeof error.body === 'object' && error.body !== null && 'error' in error.body
  const gap = isUnknown ? 'all trigger jobs: this server does not list them' : `trigger jobs of pipeline ${pipeline}: ${error.message}`
  return { items: [], shownAt: 0, gaps: [gap] }
}

/**
 * GitLab creates the jobs of a pipeline stage by stage, so numbers tell the order of stages; and it marks a job as retried when
 * a later one of its name comes into the pipeline (`Ci::Processable#clone`, `CommitStatus#update_older_statuses_retried!`).
 */
function placed(builds: readonly ShownJob[], bridges: readonly ShownBridge[]): (Shown & Place)[] {
  const all: Shown[] = [
    ...builds.map((job) => ({ kind: 'build', job }) as const),
    ...bridges.map((job) => ({ kind: 'bridge', job }) as const),
  ].sort((one, other) => one.job.id - other.job.id)
  const stages = [...new Set(all.map(({ job }) => job.stage))]
  const latest = new Map(all.map(({ job }) => [job.name, job.id]))
  return all.map((shown) => ({
    ...shown,
    stageIndex: stages.indexOf(shown.job.stage),
    retried: latest.get(shown.job.name) !== shown.job.id,
  }))
}
