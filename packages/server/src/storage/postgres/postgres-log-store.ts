import { Readable } from 'node:stream'
import type { LogStore } from '../log-store.ts'
import { Database } from './database.ts'

/** So many bytes are stored in one row at most, and read by one question at least. */
const piece = 256 * 1024

/** Connections of their own: whoever appends to a log may be in the middle of a change, and must not wait for others to end theirs. */
const connections = 4

/** Keeps logs in pieces in a PostgreSQL database, where every server sees each byte at once. */
export class PostgresLogStore implements LogStore {
  readonly #database: Database

  private constructor(database: Database) {
    this.#database = database
  }

  static async open(url: string): Promise<PostgresLogStore> {
    return new PostgresLogStore(await Database.open(url, connections))
  }

  async append(jobId: number, bytes: Uint8Array): Promise<void> {
    const added = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    await this.#database.write(async (session) => {
      // Whoever appends to the same log waits here until the other one is done.
      const size = await session.number(
        `insert into logs (job_id, size, changed_at) values ($1, $2, extract(epoch from clock_timestamp()) * 1000)
         on conflict (job_id) do update set size = logs.size + excluded.size, changed_at = excluded.changed_at returning size`,
        [jobId, added.length],
      )
      const before = size - added.length
      for (let start = 0; start < added.length; start += piece)
        await session.run('insert into log_pieces (job_id, start, bytes) values ($1, $2, $3)', [
          jobId,
          before + start,
          added.subarray(start, start + piece),
        ])
    })
  }

  async read(jobId: number) {
    const found = await this.#database.read((session) => session.row('select size, changed_at from logs where job_id = $1', [jobId]))
    if (found === undefined) return undefined
    const [size, changedAt] = found.map(Number)
    const open = (start: number, end: number) => Readable.from(this.#pieces(jobId, start, end), { objectMode: false })
    return { size: size ?? 0, changedAt: changedAt ?? 0, ranges: true, open }
  }

  async remove(jobIds: readonly number[]): Promise<void> {
    await this.#database.write((session) => session.run('delete from logs where job_id = any($1)', [jobIds]))
  }

  close(): Promise<void> {
    return this.#database.close()
  }

  async *#pieces(jobId: number, start: number, end: number): AsyncGenerator<Buffer> {
    for (let position = start; position < end; ) {
      const until = Math.min(position + piece, end)
      const stretch = Buffer.concat(await this.#database.read((session) => session.bytes(stretchOfLog, [jobId, position, until])))
      if (stretch.length === 0) throw new Error(`the log of job ${jobId} ends at ${position} in place of ${end}`)
      yield stretch
      position += stretch.length
    }
  }
}

/** The bytes of a log from one position up to another; the piece that begins before the first is cut. */
const stretchOfLog = `
  select substring(bytes from (greatest($2 - start, 0) + 1)::integer for ($3 - greatest($2, start))::integer) from log_pieces
  where job_id = $1 and start < $3 and start >= (select max(start) from log_pieces where job_id = $1 and start <= $2) order by start`
