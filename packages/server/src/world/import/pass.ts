import { isDeepStrictEqual } from 'node:util'
import type { JobWriter } from '../../storage/job-store.ts'
import type { Stores } from '../load-world.ts'
import type { Ledger } from './ledger.ts'
import type { Fetched, Wishes } from './remains.ts'
import { keep } from './work.ts'

/** What an import was asked for; another wish is another pass. */
export interface PassOptions extends Wishes {
  readonly since: string | null
}

export interface Counts {
  pipelines: number
  jobs: number
  logs: number
  logBytes: number
  archives: number
  archiveBytes: number
}

export interface PassState {
  readonly options: PassOptions
  readonly begun: string
  /** The newest job when it began. */
  newest: number
  /** The page of jobs that is being copied; null: the first. */
  at: string | null
  /** Pipelines that are copied, of that page. */
  done: number[]
  readonly counts: Counts
  /** What could not be copied, and why; of many, the first. */
  readonly gaps: string[]
  gapCount: number
  /** Members that the source shows with another value than this server will, and in how many jobs. */
  readonly differences: Record<string, number>
}

/** What came of a pipeline. */
interface Tally {
  /** Whether it was here already, and had not changed. */
  readonly isKnown: boolean
  readonly jobs: number
  readonly gaps: readonly string[]
  readonly differences: readonly string[]
}

/** So many gaps are kept word for word, the others are counted. */
const gapLimit = 200
/** So many pipelines are remembered; one that comes again after that is copied again, which does no harm. */
const doneLimit = 50_000

/** One way through a project, from its newest job to its oldest, written down so often that it can be gone on with. */
export class Pass {
  readonly #stores: Stores
  readonly #about: string
  readonly #done: Set<number>
  readonly state: PassState
  readonly isResumed: boolean

  private constructor(stores: Stores, about: string, before: PassState | undefined, fresh: PassState) {
    this.#stores = stores
    this.#about = about
    this.state = before ?? fresh
    this.#done = new Set(this.state.done)
    this.isResumed = before !== undefined
  }

  /** Goes on with the pass that was not finished, if there is one that was asked for the same. */
  static async open(stores: Stores, ledger: Ledger, project: number, options: PassOptions): Promise<Pass> {
    const about = ledger.about(`pass ${project}`)
    const note = await stores.store.read((reader) => reader.note(about))
    const before: PassState | null = JSON.parse(note ?? 'null') // nobody else writes this note
    const counts: Counts = { pipelines: 0, jobs: 0, logs: 0, logBytes: 0, archives: 0, archiveBytes: 0 }
    const begun = new Date().toISOString()
    const fresh: PassState = { options, begun, newest: 0, at: null, done: [], counts, gaps: [], gapCount: 0, differences: {} }
    const goesOn = before !== null && isDeepStrictEqual(before.options, options)
    const pass = new Pass(stores, about, goesOn ? before : undefined, fresh)
    await keep(stores, (writer) => pass.saveIn(writer))
    return pass
  }

  isDone(pipeline: number): boolean {
    return this.#done.has(pipeline)
  }

  count(fetched: Fetched): void {
    const { counts } = this.state
    const [log, archive] = [fetched.get('trace'), fetched.get('archive')]
    if (log !== undefined && log.size > 0) [counts.logs, counts.logBytes] = [counts.logs + 1, counts.logBytes + log.size]
    if (archive?.key != null) [counts.archives, counts.archiveBytes] = [counts.archives + 1, counts.archiveBytes + archive.size]
  }

  /** A pipeline is copied. One that was known as it is comes again where the list of jobs goes on with it. */
  add(id: number, { isKnown, jobs, gaps, differences }: Tally): void {
    const { state } = this
    if (!isKnown && !this.#done.has(id)) {
      this.#done.add(id)
      state.done.push(id)
      if (this.#done.size > doneLimit) this.#done.delete(this.#done.values().next().value ?? id)
      state.counts.pipelines++
      state.counts.jobs += jobs
    }
    const news = gaps.filter((gap) => !state.gaps.includes(gap))
    state.gapCount += news.length
    state.gaps.push(...news.slice(0, Math.max(0, gapLimit - state.gaps.length)))
    for (const path of differences) state.differences[path] = (state.differences[path] ?? 0) + 1
  }

  /** The page is copied; `next` comes now. */
  async turnTo(next: string): Promise<void> {
    this.state.at = next
    this.state.done = []
    await keep(this.#stores, (writer) => this.saveIn(writer))
  }

  async finish(): Promise<void> {
    await keep(this.#stores, (writer) => writer.saveNote(this.#about, 'null'))
  }

  saveIn(writer: JobWriter): Promise<void> {
    return writer.saveNote(this.#about, JSON.stringify(this.state))
  }
}
