import { pipelinesAPage } from './neighbours.ts'
import type { Pass } from './pass.ts'
import type { ShownJob, ShownPipeline } from './shown.ts'
import type { Source } from './source.ts'

/** A pipeline that may have to be copied, and the jobs by which it was found. */
export interface FoundPipeline {
  readonly pipeline: ShownPipeline
  readonly jobs: readonly ShownJob[]
  /** Whether it was found without a job of its own, so that it may have none. */
  readonly isListed: boolean
}

/** Pipelines to copy, together with the place to go on at once that is done. */
export interface PageOfPipelines {
  readonly pipelines: readonly FoundPipeline[]
  readonly next?: string | undefined
}

/**
 * The pipelines of a project by their newest jobs, from the newest on. Then those that have only trigger jobs, which no list of
 * jobs tells of; `undefined` if the source does not tell of those at all.
 */
export async function* walk(source: Source, pass: Pass): AsyncGenerator<PageOfPipelines | undefined, void, undefined> {
  yield* byJobs(source, pass)
  yield* byList(source, pass)
}

async function* byJobs(source: Source, { state }: Pass): AsyncGenerator<PageOfPipelines, void, undefined> {
  // What came since an interrupted pass began stands before everything that it has seen.
  if (state.at !== null) {
    for await (const { items } of pages(source)) {
      const news = items.filter(({ id }) => id > state.newest)
      yield { pipelines: pipelinesOf(news) }
      if (news.length < items.length) break
    }
  }
  for await (const { items, next } of pages(source, state.at ?? undefined)) {
    if (state.newest === 0) state.newest = items[0]?.id ?? 0
    const young = items.filter(({ created_at }) => isSince(created_at, state.options.since))
    if (young.length === 0) return
    yield { pipelines: pipelinesOf(young), next }
  }
}

const pages = ({ jobs, project, signal }: Source, startAt?: string) => jobs.listProjectJobs(project.id, { startAt, signal }).pages()

export const isSince = (time: string | null | undefined, since: string | null) =>
  since === null || time == null || Date.parse(time) >= Date.parse(since)

function pipelinesOf(jobs: readonly ShownJob[]): FoundPipeline[] {
  const groups = Map.groupBy(jobs, ({ pipeline }) => pipeline.id)
  return [...groups.values()].flatMap((group) => group.slice(0, 1).map(({ pipeline }) => ({ pipeline, jobs: group, isListed: false })))
}

async function* byList({ neighbours, project }: Source, { state }: Pass): AsyncGenerator<PageOfPipelines | undefined, void, undefined> {
  for (let page = 1; ; page++) {
    const pipelines = await neighbours.pipelines(project.id, page)
    if (pipelines === undefined) return yield undefined
    const young = pipelines.filter(({ created_at }) => isSince(created_at, state.options.since))
    yield { pipelines: young.map((pipeline) => ({ pipeline, jobs: [], isListed: true })) }
    if (pipelines.length < pipelinesAPage || young.length === 0) return
  }
}
