import { type FSWatcher, watch } from 'node:fs'
import { type Knowledge, learn } from './knowledge.ts'
import type { DocumentSource } from './source.ts'

/** Told what became of a change. */
export interface Narrator {
  say(sentence: string): void
  complain(sentence: string): void
}

/** An editor writes a file in several steps. In milliseconds. */
const calm = 40

/**
 * What is known of a document that changes while it is mocked. A document that cannot be read or understood changes
 * nothing: the last good one stays, and the narrator is told where the new one is broken.
 */
export class LivingDocument {
  readonly #source: DocumentSource
  readonly #narrator: Narrator
  readonly #watchers = new Map<string, FSWatcher>()
  #knowledge: Knowledge
  #timer: NodeJS.Timeout | undefined
  #reading: Promise<void> = Promise.resolve()
  #broken: string | undefined

  private constructor(source: DocumentSource, narrator: Narrator, knowledge: Knowledge) {
    this.#source = source
    this.#narrator = narrator
    this.#knowledge = knowledge
    this.#watch()
  }

  /** Rejects if the document is broken from the start. */
  static async open(source: DocumentSource, narrator: Narrator): Promise<LivingDocument> {
    return new LivingDocument(source, narrator, await learn(await source.read()))
  }

  get knowledge(): Knowledge {
    return this.#knowledge
  }

  /** Where the document is broken now, while an older one is mocked. */
  get broken(): string | undefined {
    return this.#broken
  }

  async close(): Promise<void> {
    clearTimeout(this.#timer)
    for (const watcher of this.#watchers.values()) watcher.close()
    await this.#reading
  }

  #watch(): void {
    for (const folder of this.#source.folders()) {
      if (this.#watchers.has(folder)) continue
      const watcher = watch(folder, (_, file) => {
        if (file === null || /\.(ya?ml|json)$/i.test(file)) this.#changed()
      })
      // A folder that is removed: what referred to it says so.
      watcher.on('error', () => this.#changed())
      this.#watchers.set(folder, watcher)
    }
  }

  #changed(): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => {
      this.#reading = this.#reading.then(() => this.#readAgain())
    }, calm)
  }

  async #readAgain(): Promise<void> {
    try {
      this.#knowledge = await learn(await this.#source.read())
      this.#broken = undefined
      this.#narrator.say(`${this.#source.name} has changed; the new one is mocked from now on.`)
    } catch (error) {
      this.#broken = error instanceof Error ? error.message : String(error)
      this.#narrator.complain(`the last good document is kept, because the new one is broken. ${this.#broken}`)
    }
    this.#watch()
  }
}
