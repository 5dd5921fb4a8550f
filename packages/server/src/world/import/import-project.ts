import { finishRemovals } from '../../operations/remove-artifacts.ts'
import type { Stores } from '../load-world.ts'
import { copyPipeline } from './copy-pipeline.ts'
import { Ledger } from './ledger.ts'
import { letIn, type Owner } from './owner.ts'
import { Pass, type PassOptions, type PassState } from './pass.ts'
import { projectOf } from './records-of-source.ts'
import type { Source } from './source.ts'
import { Tolerance } from './tolerance.ts'
import { type FoundPipeline, walk } from './walk.ts'
import { keep, type Work } from './work.ts'
import { Places } from './write-places.ts'

export interface ImportOptions extends PassOptions, Pick<Work, 'onBytes' | 'onGap'> {
  /** Whether the owner gets a new token although there is one already. */
  readonly newToken: boolean
  readonly onBegin: (state: PassState, begin: { readonly isResumed: boolean; readonly shift: number }) => void
  /** Is told after each pipeline. */
  readonly onPipeline: () => void
}

export interface Imported {
  readonly state: PassState
  readonly owner: Owner
  /** Whether pipelines that have only trigger jobs were looked for. */
  readonly listsPipelines: boolean
}

/** A project that is here already and came from elsewhere. */
export class PathTaken extends Error {
  override name = 'PathTaken'
}

/**
 * Copies a project, pipeline by pipeline from the newest on; whatever was copied before and has not changed is left alone. It can
 * be ended at any moment, and goes on where it was when it is called again with the same wishes.
 */
export async function importProject(given: Source, stores: Stores, options: ImportOptions): Promise<Imported> {
  const { since, logs, artifacts, newToken, onBytes, onGap, onBegin, onPipeline } = options
  const ledger = await Ledger.open(stores, given.url)
  const projectId = await writeProject(stores, ledger, given)
  const pass = await Pass.open(stores, ledger, given.project.id, { since, logs, artifacts })
  onBegin(pass.state, { isResumed: pass.isResumed, shift: ledger.shift })
  // When one hand fails, the others must let go of everything, too.
  const own = new AbortController()
  const source = { ...given, signal: AbortSignal.any([given.signal, own.signal]) }
  const work: Work = { source, stores, ledger, pass, tolerance: new Tolerance(), onBytes, onGap }
  let listsPipelines = true
  for await (const page of walk(source, pass)) {
    if (page === undefined) listsPipelines = false
    else {
      await copyAll(work, [...page.pipelines], onPipeline, own)
      if (page.next !== undefined) await pass.turnTo(page.next)
    }
  }
  await finishRemovals(stores)
  const owner = await letIn({ stores, ledger, projectId }, await source.neighbours.user(), newToken)
  await pass.finish()
  return { state: pass.state, owner, listsPipelines }
}

async function writeProject(stores: Stores, ledger: Ledger, { project, url }: Source): Promise<number> {
  return keep(stores, async (writer) => {
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

/** So many pipelines at once: a server far away answers several as fast as one, and its limits are not exhausted at once. */
const hands = 4

/** Copies pipelines and what they have started; ends when all are copied, or at the first error, which it throws. */
async function copyAll(work: Work, waiting: FoundPipeline[], onPipeline: ImportOptions['onPipeline'], own: AbortController): Promise<void> {
  const { pass } = work
  // What a pipeline has started may stand on the same page: two hands would write the same logs at once.
  const begun = new Set<number>()
  const hand = async () => {
    for (let found = waiting.shift(); found !== undefined; found = waiting.shift()) {
      const { id } = found.pipeline
      if (begun.has(id) || pass.isDone(id)) continue
      begun.add(id)
      const { children } = await copyPipeline(work, found)
      waiting.push(...children)
      onPipeline()
    }
  }
  const ended = await Promise.allSettled(
    Array.from({ length: hands }, () =>
      hand().catch((error: unknown) => {
        own.abort(error)
        throw error
      }),
    ),
  )
  // The others ended because of the first one.
  own.signal.throwIfAborted()
  for (const { reason } of ended.filter((each) => each.status === 'rejected')) throw reason
}
