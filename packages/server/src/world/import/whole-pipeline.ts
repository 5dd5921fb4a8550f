import type { JobsApiError, Pages } from '@jobs-api/client'
import type { Instant } from '../../storage/records.ts'
import type { Place } from './job-of-source.ts'
import type { Shown, ShownBridge, ShownJob, ShownPipeline } from './shown.ts'
import { answeredAt } from './source.ts'
import type { FoundPipeline } from './walk.ts'
import type { Work } from './work.ts'

/** A pipeline with everything in it, oldest first. */
export interface WholePipeline {
  readonly pipeline: ShownPipeline
  readonly jobs: readonly (Shown & Place)[]
  /** By the clock of the source. */
  readonly shownAt: Instant
}

/** Reads a pipeline; undefined, with gaps or without, if nothing can be told of it. */
export async function readPipeline(
  { source, tolerance }: Pick<Work, 'source' | 'tolerance'>,
  { pipeline: found, isListed }: FoundPipeline,
): Promise<{ whole?: WholePipeline; gaps: readonly string[] }> {
  const { jobs, project, signal } = source
  const accept = (what: string) => (error: unknown) => refused(tolerance.accept(error), `${what} of pipeline ${found.id}`)
  const [builds, bridges] = await Promise.all([
    everything<ShownJob>(jobs.listPipelineJobs(project.id, found.id, { include_retried: true, signal })).catch(accept('jobs')),
    everything<ShownBridge>(jobs.listPipelineBridges(project.id, found.id, { signal })).catch(accept('trigger jobs')),
  ])
  const gaps = [...builds.gaps, ...bridges.gaps]
  // Without its jobs nobody could tell the order of its stages.
  if (builds.gaps.length > 0) return { gaps }
  tolerance.relax()
  const pipeline = builds.items[0]?.pipeline ?? bridges.items[0]?.pipeline ?? (isListed ? found : undefined)
  if (pipeline === undefined) return { gaps }
  return { whole: { pipeline, jobs: placed(builds.items, bridges.items), shownAt: builds.shownAt }, gaps }
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

/** GitLab before 13 has no list of trigger jobs, which its router says in words of its own. */
function refused({ status, body, message }: JobsApiError, what: string): List<never> {
  const isUnknown = status === 404 && typeof body === 'object' && body !== null && 'error' in body
  const gap = isUnknown ? 'all trigger jobs: this server does not list them' : `${what}: ${message}`
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
