import { isIn } from '@jobs-api/lifecycle'
import { copyRemains } from './copy-remains.ts'
import { differences } from './differences.ts'
import { Strange, statusOf } from './records-of-source.ts'
import { type Missing, missingOf } from './remains.ts'
import type { ShownPipeline } from './shown.ts'
import { unchangedPipeline, wholeNote } from './unchanged-pipeline.ts'
import type { FoundPipeline } from './walk.ts'
import { readPipeline, type WholePipeline } from './whole-pipeline.ts'
import { keep, type Work } from './work.ts'
import { type Written, writePipeline } from './write-pipeline.ts'

export interface Copied {
  /** Pipelines of the same project that it has started, which may have no job that a list would show. */
  readonly children: readonly FoundPipeline[]
}

/** Copies a pipeline with all that belongs to it. Of one that is here and has not changed, only the jobs that were found are looked at. */
export async function copyPipeline(work: Work, found: FoundPipeline): Promise<Copied> {
  const { source, stores, ledger, pass } = work
  const { id } = found.pipeline
  const known = await stores.store.read((reader) => unchangedPipeline(reader, ledger, found, pass.state.options))
  const { whole, gaps: unread } = known === undefined ? await readPipeline(work, found) : { whole: known, gaps: [] }
  if (whole === undefined) {
    say(work, unread)
    pass.add(id, { isKnown: unread.length === 0, jobs: 0, gaps: unread, differences: [] })
    return { children: [] }
  }
  const { jobs, gaps: unwritten } = await write(work, whole)
  say(work, [...unread, ...unwritten])
  await copyRemains(work, jobs, (undownloaded) => {
    const gaps = [...unread, ...unwritten, ...undownloaded]
    const unlike = jobs.flatMap(([{ shown }]) => differences(shown, source, whole.shownAt))
    pass.add(id, { isKnown: known !== undefined, jobs: jobs.length, gaps, differences: unlike })
    return async (writer) => {
      if (known !== undefined && gaps.length === 0) return
      const note = gaps.length === 0 && isAtRest(whole) ? wholeNote(ledger, whole.pipeline, pass.state.options) : undefined
      if (note !== undefined) await writer.saveNote(...note)
      await pass.saveIn(writer)
    }
  })
  return { children: childrenOf(whole, source.project.id) }
}

function say({ onGap }: Work, gaps: readonly string[]): void {
  for (const gap of gaps) onGap(gap)
}

async function write({ source, stores, ledger, pass }: Work, whole: WholePipeline) {
  const { options } = pass.state
  try {
    return await keep(stores, async (writer) => {
      const { jobs, gaps } = await writePipeline(writer, ledger, source, whole)
      const withMissing: (readonly [Written, Missing])[] = []
      for (const job of jobs) withMissing.push([job, await missingOf(writer, ledger, job, options)])
      return { jobs: withMissing, gaps }
    })
  } catch (error) {
    if (!(error instanceof Strange)) throw error
    return { jobs: [], gaps: [`pipeline ${whole.pipeline.id} with all its jobs: ${error.message}`] }
  }
}

/** Nothing goes on in it by itself, nor in what it has started. */
function isAtRest({ pipeline, jobs }: WholePipeline): boolean {
  const downstream = jobs.flatMap((shown) => (shown.kind === 'bridge' ? (shown.job.downstream_pipeline ?? []) : []))
  return [pipeline, ...downstream].every(({ status }) => isIn('complete', statusOf(status)))
}

function childrenOf({ jobs }: WholePipeline, project: number): FoundPipeline[] {
  const started = jobs.flatMap((shown) => (shown.kind === 'bridge' ? (shown.job.downstream_pipeline ?? []) : []))
  return started
    .filter(({ project_id }) => project_id === project)
    .map((pipeline: ShownPipeline) => ({ pipeline, jobs: [], isListed: true }))
}
