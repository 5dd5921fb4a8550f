import { Readable } from 'node:stream'
import type { ArtifactStore } from '../artifact-store.ts'
import type { LogStore } from '../log-store.ts'
import { Database } from './database.ts'
import { restingLogs, settleLog } from './settle-log.ts'

/** So many bytes are stored in one row at most, and read by one question. */
const pieceSize = 256 * 1024

/** Connections of their own: whoever appends to a log may be in the middle of a change, and must not wait for others to end theirs. */
const connections = 4

interface Options {
  /** Where logs at rest are kept; left out, they stay in the database. */
  readonly objects?: ArtifactStore | undefined
  /** How long a log has to be at rest, in milliseconds. */
  readonly restTime?: number
}

/**
 * Keeps logs in pieces in a PostgreSQL database, where every server sees each byte at once. What has been at rest for a while is one object
 * in an object store; should the log grow again, its pieces follow after that.
 */
export class PostgresLogStore implements LogStore {
  readonly #database: Database
  readonly #objects: ArtifactStore | undefined
  readonly #restTime: number

  private constructor(database: Database, { objects, restTime = 600_000 }: Options) {
    this.#database = database
    this.#objects = objects
    this.#restTime = restTime
  }

  static async open(url: string, options: Options = {}): Promise<PostgresLogStore> {
    return new PostgresLogStore(await Database.open(url, { connections }), options)
  }

  async append(jobId: number, bytes: Uint8Array): Promise<void> {
    const added = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    await this.#database.write(async (session) => {
      // Whoever appends to the same log waits here until the other one is done.
      const size = await session.number(grow, [jobId, added.length])
      const before = size - added.length
      for (let start = 0; start < added.length; start += pieceSize)
        await session.run('insert into log_pieces (job_id, start, bytes) values ($1, $2, $3)', [
          jobId,
          before + start,
          added.subarray(start, start + pieceSize),
        ])
    })
  }

  async read(jobId: number) {
    const [found] = await this.#database.read((session) => session.table('select size, changed_at from logs where job_id = $1', [jobId]))
    if (found === undefined) return undefined
    const [size = 0, changedAt = 0] = found.map(Number)
    const open = (start: number, end: number) => Readable.from(this.#stretch(jobId, start, end), { objectMode: false })
    return { size, changedAt, ranges: true, open }
  }

  /** The objects go first: as long as a row speaks of them, somebody will come back for them. */
  async remove(jobIds: readonly number[]): Promise<void> {
    const keys = await this.#database.read((session) => session.table(objectsOfLogs, [jobIds]))
    if (keys.length > 0) await this.#objects?.remove(keys.map(([key]) => String(key)))
    await this.#database.write((session) => session.run('delete from logs where job_id = any($1)', [jobIds]))
  }

  async settle(): Promise<void> {
    if (this.#objects === undefined) return
    for (const log of await restingLogs(this.#database, Date.now() - this.#restTime))
      await settleLog(this.#database, this.#objects, log, this.#stretch(log.jobId, 0, log.size))
  }

  close(): Promise<void> {
    return this.#database.close()
  }

  /** Asks again before each part where it lies: meanwhile a log may be settled. */
  async *#stretch(jobId: number, start: number, end: number): AsyncGenerator<Buffer> {
    for (let position = start; position < end; ) {
      const began = position
      for await (const part of this.#next(jobId, position, end)) {
        position += part.length
        yield part
      }
      if (position === began) throw new Error(`the log of job ${jobId} ends at ${position} in place of ${end}`)
    }
  }

  async *#next(jobId: number, position: number, end: number): AsyncGenerator<Buffer> {
    const until = Math.min(position + pieceSize, end)
    const found = await this.#database.read(async (session) => {
      const [[settled = 0, object] = []] = await session.table('select settled, object from logs where job_id = $1', [jobId])
      if (position < Number(settled)) return { object: String(object), settled: Number(settled) }
      return { pieces: await session.bytes(stretchOfPieces, [jobId, position, until]) }
    })
    if ('pieces' in found) return yield* found.pieces
    const bytes = await this.#objects?.read(found.object)
    if (bytes !== undefined) yield* bytes.open(position, Math.min(found.settled, end))
  }
}

const grow = `
  insert into logs (job_id, size, changed_at) values ($1, $2, extract(epoch from clock_timestamp()) * 1000)
  on conflict (job_id) do update set size = logs.size + excluded.size, changed_at = excluded.changed_at returning size`

const objectsOfLogs = `
  select object from logs where job_id = any($1) and object is not null
  union all select next_object from logs where job_id = any($1) and next_object is not null`

/** The bytes from one position up to another; the piece that begins before the first is cut. */
const stretchOfPieces = `
  select substring(bytes from (greatest($2 - start, 0) + 1)::integer for ($3 - greatest($2, start))::integer) from log_pieces
  where job_id = $1 and start < $3 and start >= (select max(start) from log_pieces where job_id = $1 and start <= $2) order by start`
