import { pipelinesAPage } from './neighbours.ts'
import type { Pass } from './pass.ts'
import type { ShownJob, ShownPipeline } from './shown.ts'
import type { Source } from './source.ts'

/** Pipelines to copy, together with the place to go on at once that is done. */
export interface PageOfPipelines {
  readonly pipelines: readonly ShownPipeline[]
  readonly next?: string | undefined
  /** Whether they were found without a job of theirs. */
  readonly isListed: boolean
}

/**
 * The pipelines of a project by their newest jobs, from the newest on. Then those that have only trigger jobs, which no list of
 * jobs tells of; `undefined` if the source does not tell of those at all.
 */
export async function* pagesOfPipelines(source: Source, pass: Pass): AsyncGenerator<PageOfPipelines | undefined, void, undefined> {
  yield* byJobs(source, pass)
  yield* byList(source, pass)
}

async function* byJobs(source: Source, { state }: Pass): AsyncGenerator<PageOfPipelines, void, undefined> {
  // What came since an interrupted pass began stands before everything that it has seen.
  if (state.at !== null) {
    for await (const { items } of pages(source)) {
      const news = items.filter(({ id }) => id > state.newest)
      if (news.length > 0) yield { pipelines: pipelinesOf(news), isListed: false }
      if (news.length < items.length) break
    }
  }
  for await (const { items, next } of pages(source, state.at ?? undefined)) {
    if (state.newest === 0) state.newest = items[0]?.id ?? 0
    const young = items.filter(({ created_at }) => isSince(created_at, state.options.since))
    if (young.length > 0 || next !== undefined) yield { pipelines: pipelinesOf(young), next, isListed: false }
    if (young.length === 0) return
  }
}

const pages = ({ jobs, project, signal }: Source, startAt?: string) => jobs.listProjectJobs(project.id, { startAt, signal }).pages()

const isSince = (time: string | null | undefined, since: string | null) =>
  since === null || time == null || Date.parse(time) >= Date.parse(since)

const pipelinesOf = (jobs: readonly ShownJob[]): ShownPipeline[] => [
  ...new Map(jobs.map(({ pipeline }) => [pipeline.id, pipeline])).values(),
]

async function* byList({ neighbours, project }: Source, { state }: Pass): AsyncGenerator<PageOfPipelines | undefined, void, undefined> {
  for (let page = 1; ; page++) {
    const pipelines = await neighbours.pipelines(project.id, page)
    if (pipelines === undefined) return yield undefined
    const young = pipelines.filter(({ created_at }) => isSince(created_at, state.options.since))
    yield { pipelines: young, isListed: true }
    if (pipelines.length < pipelinesAPage || young.length === 0) return
  }
}
