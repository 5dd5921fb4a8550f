import { finishRemovals, removeArtifacts } from '../../operations/remove-artifacts.ts'
import type { JobStore } from '../../storage/job-store.ts'
import type { Stores } from '../load-world.ts'
import { differences } from './differences.ts'
import { downloadArchive, downloadLog } from './download.ts'
import { Ledger } from './ledger.ts'
import { letIn, type Owner } from './owner.ts'
import { type Counts, Pass, type PassOptions } from './pass.ts'
import { instant, projectOf, Strange } from './records-of-source.ts'
import { type Fetched, type Held, logNote, type Missing, missingOf, writeRows } from './remains.ts'
import type { ShownPipeline } from './shown.ts'
import type { Source } from './source.ts'
import { pagesOfPipelines } from './walk.ts'
import { readPipeline, type WholePipeline } from './whole-pipeline.ts'
import { type Written, writePipeline } from './write-pipeline.ts'
import { Places } from './write-places.ts'

export interface ImportOptions extends PassOptions {
  /** Whether the owner gets a new token although there is one already. */
  readonly newToken: boolean
  readonly onProgress: (counts: Readonly<Counts>) => void
  readonly onGap: (gap: string) => void
  readonly onBegin: (begin: { readonly isResumed: boolean; readonly begun: string; readonly shift: number }) => void
}

export interface Imported {
  readonly counts: Readonly<Counts>
  readonly gaps: readonly string[]
  readonly gapCount: number
  readonly differences: Readonly<Record<string, number>>
  readonly owner: Owner
  readonly projectId: number
  /** Whether pipelines that have only trigger jobs were looked for. */
  readonly listsPipelines: boolean
}

/** A project that is here already and came from elsewhere. */
export class PathTaken extends Error {
  override name = 'PathTaken'
}

interface Work {
  readonly source: Source
  readonly stores: Stores
  readonly ledger: Ledger
  readonly pass: Pass
  readonly options: ImportOptions
}

/** So many pipelines at once: a server far away answers several as fast as one, and its limits are not exhausted at once. */
const hands = 4

/**
 * Copies a project, pipeline by pipeline from the newest on; whatever was copied before and has not changed is left alone. It can
 * be ended at any moment, and goes on where it was when it is called again with the same wishes.
 */
export async function importProject(source: Source, stores: Stores, options: ImportOptions): Promise<Imported> {
  const ledger = await Ledger.open(stores.store, source.url)
  const projectId = await writeProject(stores.store, ledger, source)
  const { since, logs, artifacts } = options
  const pass = await Pass.open(stores.store, ledger, source.project.id, { since, logs, artifacts })
  const work: Work = { source, stores, ledger, pass, options }
  options.onBegin({ isResumed: pass.isResumed, begun: pass.state.begun, shift: ledger.shift })
  const done = new Set(pass.state.done)
  let listsPipelines = true
  for await (const page of pagesOfPipelines(source, pass)) {
    if (page === undefined) {
      listsPipelines = false
      continue
    }
    const waiting = page.pipelines.filter(({ id }) => !done.has(id)).values()
    const hand = async () => {
      for (const pipeline of waiting) {
        if (page.isListed && (await isCopied(work, pipeline))) continue
        await copyPipeline(work, pipeline, page.isListed)
        done.add(pipeline.id)
        if (!page.isListed) await pass.pipelineDone(pipeline.id)
      }
    }
    await Promise.all(Array.from({ length: hands }, hand))
    if (page.next !== undefined) await pass.turnTo(page.next)
  }
  await finishRemovals(stores)
  const owner = await letIn({ ...stores, ledger, projectId }, await source.neighbours.user(), options.newToken)
  await pass.finish()
  const { counts, gaps, gapCount, differences: found } = pass.state
  return { counts, gaps, gapCount, differences: found, owner, projectId, listsPipelines }
}

async function writeProject(store: JobStore, ledger: Ledger, { project, url }: Source): Promise<number> {
  return store.write(async (writer) => {
    const known = await ledger.here(writer, 'project', project.id)
    const other = await writer.projectByPath(project.path_with_namespace)
    if (other !== undefined && other.id !== known)
      throw new PathTaken(`There is a project ${other.path} here already, and it was not imported from ${url}.`)
    return new Places(writer, ledger).project(projectOf(project), (before, now) => ({
      ...now,
      jobTokenScopeEnabled: before.jobTokenScopeEnabled,
    }))
  })
}

/** Whether a pipeline is here already as the source lists it. */
async function isCopied({ stores, ledger, source }: Work, { id, status, updated_at }: ShownPipeline): Promise<boolean> {
  return stores.store.read(async (reader) => {
    const here = await ledger.here(reader, 'pipeline', id)
    const projectId = await ledger.here(reader, 'project', source.project.id)
    const pipeline = here === undefined || projectId === undefined ? undefined : await reader.pipeline(projectId, here)
    return pipeline !== undefined && pipeline.status === status && pipeline.updatedAt === instant(updated_at)
  })
}

async function copyPipeline(work: Work, listed: ShownPipeline, isListed: boolean): Promise<void> {
  const { source, stores, ledger, pass, options } = work
  const whole = await readPipeline(source, listed.id, isListed ? listed : undefined)
  if (whole === undefined) return
  compare(work, whole)
  const { jobs, gaps } = await stores.store
    .write(async (writer) => {
      const written = await writePipeline(writer, ledger, source, whole)
      const missing = await Promise.all(written.jobs.map((each) => missingOf(writer, ledger, each, options)))
      return { ...written, jobs: written.jobs.map((each, index) => [each, missing[index]] as const) }
    })
    .catch(strangePipeline(listed.id))
  say(work, [...whole.gaps, ...gaps])
  pass.state.counts.pipelines++
  for (const [written, missing] of jobs) await copyRemains(work, written, missing ?? { log: false, archive: false })
  pass.state.counts.jobs += jobs.length
  options.onProgress(pass.state.counts)
}

function strangePipeline(id: number) {
  return (error: unknown) => {
    if (!(error instanceof Strange)) throw error
    return { jobs: [], gaps: [`pipeline ${id} with all its jobs: ${error.message}`] }
  }
}

function compare({ source, pass }: Work, whole: WholePipeline): void {
  const { differences: found } = pass.state
  for (const job of whole.jobs) {
    for (const path of differences(job, source, whole.shownAt)) found[path] = (found[path] ?? 0) + 1
  }
}

function say({ pass, options }: Work, gaps: readonly string[]): void {
  pass.addGaps(gaps)
  for (const gap of gaps) options.onGap(gap)
}

/** First the bytes, then the rows that speak of them. */
async function copyRemains(work: Work, written: Written, missing: Missing): Promise<void> {
  const { source, stores, ledger, pass, options } = work
  const { counts } = pass.state
  const fetched = new Map<string, Held>()
  const counted = (name: 'logBytes' | 'archiveBytes') => (bytes: number) => {
    counts[name] += bytes
    options.onProgress(counts)
  }
  if (missing.log) {
    const { held, gap } = await downloadLog(source, stores, written, counted('logBytes'))
    if (held !== undefined) fetched.set('trace', held)
    if (gap === undefined) counts.logs++
    else say(work, [gap])
  }
  if (missing.archive) {
    const { held, gap } = await downloadArchive(source, stores, written, counted('archiveBytes'))
    if (held !== undefined) fetched.set('archive', held)
    if (gap === undefined) counts.archives++
    else say(work, [gap])
  }
  await writeRemains({ stores, ledger }, written, fetched)
}

async function writeRemains({ stores, ledger }: Pick<Work, 'stores' | 'ledger'>, written: Written, fetched: Fetched): Promise<void> {
  const { job, artifacts } = written
  if (fetched.size === 0 && artifacts.length === 0 && (await stores.store.read((reader) => reader.artifacts(job.id))).length === 0) return
  const removal = removeArtifacts(stores)
  await stores.store.write(async (writer) => {
    await writeRows(writer, written, fetched, removal)
    if (fetched.has('trace') && job.finishedAt !== null) await writer.saveNote(logNote(ledger, job.id), String(job.finishedAt))
  })
  await removal.files()
}
