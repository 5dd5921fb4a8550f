import { extname } from 'node:path'
import { Worker } from 'node:worker_threads'

/** Run from its source, or built. */
const program = new URL(`./checkpoint-thread${extname(import.meta.filename)}`, import.meta.url)

export interface Patience {
  /** Statements after which the log is brought into the database: so seldom that it is nothing to those who write. */
  readonly statements: number
  /** Pages of the log from which on it has to begin anew; 10,000 are 40 MB. */
  readonly pages: number
}

/**
 * Brings SQLite's log into the database, in a thread of its own with a connection of its own. SQLite would do it in the middle of some
 * commit, and everybody who is served would wait for the disk meanwhile.
 */
export class Checkpoints {
  readonly #path: string
  readonly #patience: Patience
  #thread: Worker | undefined
  #isAtWork = false
  #statements = 0
  #resume: (() => void) | undefined
  #pause: Promise<void> | undefined

  constructor(path: string, patience: Patience = { statements: 20_000, pages: 10_000 }) {
    this.#path = path
    this.#patience = patience
  }

  /** Told before every group of changes how many statements there have been; resolves when the group may begin. */
  async before(statements: number): Promise<void> {
    if (!this.#isAtWork && statements - this.#statements >= this.#patience.statements) {
      this.#statements = statements
      this.#isAtWork = true
      this.#thread ??= this.#started()
      this.#thread.postMessage(null)
    }
    await this.#pause
  }

  /** The last connection to close a database brings in the rest, so this one has to be gone before. */
  async close(): Promise<void> {
    await this.#thread?.terminate()
  }

  #started(): Worker {
    const thread = new Worker(program, { workerData: this.#path, resourceLimits: { maxYoungGenerationSizeMb: 1 } })
    thread.unref()
    thread.on('message', (pages: number) => {
      if (this.#pause !== undefined || pages < this.#patience.pages) return this.#end()
      // What was written meanwhile is little. Done while nobody writes, it is the last, and SQLite begins its log anew: otherwise, with
      // writers who never rest, that grows without end.
      this.#pause = new Promise((resume) => {
        this.#resume = resume
      })
      thread.ref() // somebody waits for it
      thread.postMessage(null)
    })
    // As if a checkpoint of SQLite's own had failed: the log stays as it is, and the next one is tried by another thread.
    thread.on('error', () => {
      this.#thread = undefined
      this.#end()
    })
    return thread
  }

  #end(): void {
    this.#thread?.unref()
    this.#resume?.()
    this.#pause = undefined
    this.#isAtWork = false
  }
}
