import { isDeepStrictEqual } from 'node:util'
import type { JobStore } from '../../storage/job-store.ts'
import type { Ledger } from './ledger.ts'

/** What an import was asked for; another wish is another pass. */
export interface PassOptions {
  readonly since: string | null
  readonly logs: boolean
  readonly artifacts: boolean
}

export interface Counts {
  pipelines: number
  jobs: number
  logs: number
  logBytes: number
  archives: number
  archiveBytes: number
}

interface State {
  readonly options: PassOptions
  readonly begun: string
  /** The newest job when it began. */
  newest: number
  /** The page of jobs that is being copied; null: the first. */
  at: string | null
  /** Pipelines of that page that are copied. */
  done: number[]
  readonly counts: Counts
  /** What could not be copied, and why; of many, the first. */
  readonly gaps: string[]
  gapCount: number
  /** Members that the source shows with another value than this server will, and in how many jobs. */
  readonly differences: Record<string, number>
}

/** So many gaps are kept word for word, the others are counted. */
const gapLimit = 200

/** One way through a project, from its newest job to its oldest, written down so often that it can be gone on with. */
export class Pass {
  readonly #store: JobStore
  readonly #about: string
  readonly state: State
  readonly isResumed: boolean

  private constructor(store: JobStore, about: string, state: State, isResumed: boolean) {
    this.#store = store
    this.#about = about
    this.state = state
    this.isResumed = isResumed
  }

  /** Goes on with the pass that was not finished, if there is one that was asked for the same. */
  static async open(store: JobStore, ledger: Ledger, project: number, options: PassOptions): Promise<Pass> {
    const about = ledger.about(`pass ${project}`)
    const note = await store.read((reader) => reader.note(about))
    const before: State | null = JSON.parse(note ?? 'null') // nobody else writes this note
    if (before !== null && isDeepStrictEqual(before.options, options)) return new Pass(store, about, before, true)
    const counts: Counts = { pipelines: 0, jobs: 0, logs: 0, logBytes: 0, archives: 0, archiveBytes: 0 }
    const begun = new Date().toISOString()
    const fresh: State = { options, begun, newest: 0, at: null, done: [], counts, gaps: [], gapCount: 0, differences: {} }
    return new Pass(store, about, fresh, false)
  }

  addGaps(gaps: readonly string[]): void {
    this.state.gapCount += gaps.length
    this.state.gaps.push(...gaps.slice(0, Math.max(0, gapLimit - this.state.gaps.length)))
  }

  /** A pipeline is copied with all that belongs to it. */
  async pipelineDone(id: number): Promise<void> {
    this.state.done.push(id)
    await this.#save(JSON.stringify(this.state))
  }

  /** The page is copied; `next` comes now. */
  async turnTo(next: string): Promise<void> {
    this.state.at = next
    this.state.done = []
    await this.#save(JSON.stringify(this.state))
  }

  async finish(): Promise<void> {
    await this.#save('null')
  }

  #save(text: string): Promise<void> {
    return this.#store.write((writer) => writer.saveNote(this.#about, text))
  }
}
