import type { JobReader, JobStore, JobWriter } from '../job-store.ts'
import { artifactReader, artifactWriter } from './artifacts.ts'
import { Database } from './database.ts'
import { jobReader, jobWriter } from './jobs.ts'
import { noteReader, noteWriter } from './notes.ts'
import { projectReader, projectWriter } from './projects.ts'

/** Keeps everything in one SQLite file, with no service to start. */
export class SqliteJobStore implements JobStore {
  readonly #database: Database
  readonly #writer: JobWriter

  /**
   * `:memory:` keeps everything in memory. `patience` is how many milliseconds to wait for others who write to the same file, `copy`
   * what `copy()` of another store gave, for one in memory to begin with.
   */
  constructor(path: string, { patience, copy }: { patience?: number; copy?: Uint8Array } = {}) {
    const database = new Database(path, patience, copy)
    this.#database = database
    this.#writer = {
      ...projectReader(database),
      ...projectWriter(database),
      ...jobReader(database),
      ...jobWriter(database),
      ...artifactReader(database),
      ...artifactWriter(database),
      ...noteReader(database),
      ...noteWriter(database),
    }
  }

  read<Answer>(ask: (reader: JobReader) => Promise<Answer>): Promise<Answer> {
    return this.#database.read(() => ask(this.#writer))
  }

  write<Answer>(change: (writer: JobWriter) => Promise<Answer>): Promise<Answer> {
    return this.#database.write(() => change(this.#writer))
  }

  mark(): string | undefined {
    return this.#database.mark()
  }

  /** Everything in the store at one moment. */
  copy(): Promise<Uint8Array> {
    return this.#database.alone(async () => this.#database.copy())
  }

  close(): Promise<void> {
    return this.#database.close()
  }
}
