import { JobsApiError, type Pages } from '@jobs-api/client'
import type { Instant } from '../../storage/records.ts'
import type { Place } from './job-of-source.ts'
import type { Shown, ShownBridge, ShownJob, ShownPipeline } from './shown.ts'
import { answeredAt, type Source } from './source.ts'

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
export async function readPipeline(source: Source, id: number, listed?: ShownPipeline): Promise<WholePipeline | undefined> {
  const { jobs, project, signal } = source
  const [builds, bridges] = await Promise.all([
    everything<ShownJob>(jobs.listPipelineJobs(project.id, id, { include_retried: true, signal })),
    everything<ShownBridge>(jobs.listPipelineBridges(project.id, id, { signal })).catch(refused),
  ])
  const pipeline = builds.items[0]?.pipeline ?? bridges.items[0]?.pipeline ?? listed
  if (pipeline === undefined) return undefined
  const gaps = bridges.refusal === undefined ? [] : [`trigger jobs of pipeline ${id}: ${bridges.refusal}`]
  return { pipeline, jobs: placed(builds.items, bridges.items), shownAt: builds.shownAt, gaps }
}

interface List<Item> {
  readonly items: readonly Item[]
  readonly shownAt: Instant
  readonly refusal?: string
}

async function everything<Item>(pages: Pages<Item>): Promise<List<Item>> {
  const items: Item[] = []
  let shownAt: Instant | undefined
  for await (const page of pages.pages()) {
    items.push(...page.items)
    shownAt ??= answeredAt(page.response)
  }
  return { items, shownAt: shownAt ?? Date.now() }
}

/** Whoever may not see trigger jobs may still see the others. */
function refused(error: unknown): List<never> {
  if (!(error instanceof JobsApiError) || (error.kind !== 'refused' && error.kind !== 'not_found')) throw error
  return { items: [], shownAt: 0, refusal: error.message }
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
