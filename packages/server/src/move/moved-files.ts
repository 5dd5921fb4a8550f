import type { Database } from '../storage/postgres/database.ts'

/** A file as it was when it was moved, and under which key it lies now; null for a log without a byte. */
export interface MovedFile {
  readonly path: string
  readonly size: number
  /** Milliseconds since 1970. */
  readonly changedAt: number
  readonly key: string | null
}

/**
 * Which files have been moved and verified, written down in the target: whoever is interrupted, or moves the rest later, need not
 * move them again.
 */
export class MovedFiles {
  readonly #database: Database
  readonly #known: Map<string, MovedFile>

  private constructor(database: Database, known: Map<string, MovedFile>) {
    this.#database = database
    this.#known = known
  }

  static async open(database: Database): Promise<MovedFiles> {
    const create = `create table if not exists moved_files (path text collate "C" primary key, size bigint not null,
      changed_at double precision not null, key text collate "C")`
    await database.write((session) => session.run(create))
    const rows = await database.read((session) => session.table('select path, size, changed_at, key from moved_files'))
    const files = rows.map(
      ([path, size, changedAt, key]): MovedFile => ({
        ...{ path: String(path), size: Number(size), changedAt: Number(changedAt) },
        key: key === null ? null : String(key),
      }),
    )
    return new MovedFiles(database, new Map(files.map((file) => [file.path, file])))
  }

  get(path: string): MovedFile | undefined {
    return this.#known.get(path)
  }

  all(): readonly MovedFile[] {
    return [...this.#known.values()]
  }

  /** Together with what says in the tables where the file lies: a log has a row there. */
  async keep(file: MovedFile, jobId: number | undefined): Promise<void> {
    const { path, size, changedAt, key } = file
    await this.#database.write(async (session) => {
      if (jobId !== undefined) await session.run(logRow, [jobId, size, changedAt, key])
      await session.run(keepFile, [path, size, changedAt, key])
    })
    this.#known.set(path, file)
  }

  async forget(path: string, jobId: number | undefined): Promise<void> {
    await this.#database.write(async (session) => {
      if (jobId !== undefined) await session.run('delete from logs where job_id = $1', [jobId])
      await session.run('delete from moved_files where path = $1', [path])
    })
    this.#known.delete(path)
  }
}

const keepFile = `insert into moved_files (path, size, changed_at, key) values ($1, $2, $3, $4)
  on conflict (path) do update set size = excluded.size, changed_at = excluded.changed_at, key = excluded.key`

/** A log that is an object altogether; should it grow, its pieces follow. */
const logRow = `insert into logs (job_id, size, changed_at, settled, object) values ($1, $2, $3, $2, $4)
  on conflict (job_id) do update set size = excluded.size, changed_at = excluded.changed_at, settled = excluded.settled, object = excluded.object`
