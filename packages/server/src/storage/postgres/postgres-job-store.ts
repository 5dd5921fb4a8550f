import type { JobReader, JobStore, JobWriter } from '../job-store.ts'
import { artifactReader, artifactWriter } from './artifacts.ts'
import { Database } from './database.ts'
import { jobReader, jobWriter } from './jobs.ts'
import { noteReader, noteWriter } from './notes.ts'
import { projectReader, projectWriter } from './projects.ts'
import type { Session } from './session.ts'

/** Keeps everything in a PostgreSQL database, for any number of servers. */
export class PostgresJobStore implements JobStore {
  readonly #database: Database

  private constructor(database: Database) {
    this.#database = database
  }

  /** Connects, and makes or updates the tables. `connections` is how many there are at most. */
  static async open(url: string, connections = 10): Promise<PostgresJobStore> {
    return new PostgresJobStore(await Database.open(url, { connections, remembers: true }))
  }

  read<Answer>(ask: (reader: JobReader) => Promise<Answer>): Promise<Answer> {
    return this.#database.read((session) => ask(readerOf(session)))
  }

  write<Answer>(change: (writer: JobWriter) => Promise<Answer>): Promise<Answer> {
    return this.#database.write((session) => change(writerOf(session)))
  }

  close(): Promise<void> {
    return this.#database.close()
  }
}

const readerOf = (session: Session): JobReader => ({
  ...projectReader(session),
  ...jobReader(session),
  ...artifactReader(session),
  ...noteReader(session),
})

const writerOf = (session: Session): JobWriter => ({
  ...readerOf(session),
  ...projectWriter(session),
  ...jobWriter(session),
  ...artifactWriter(session),
  ...noteWriter(session),
})
