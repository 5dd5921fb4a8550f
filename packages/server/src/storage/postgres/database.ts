import { Pool, type PoolClient } from 'pg'
import { Remembered } from '../remembered.ts'
import { KnownRows } from './known-rows.ts'
import { migrate } from './migrations.ts'
import { Session } from './session.ts'
import { inOurWords, wasKept } from './trouble.ts'

const limits = {
  application_name: 'jobs-api',
  keepAlive: true,
  // Every statement looks at a few rows by an index. Planned for all values alike, some seem to be worth a compilation that takes 200 ms.
  options: '-c jit=off',
  // Milliseconds, all of them. Who waits longer for a connection or for a lock is told that the store is busy.
  connectionTimeoutMillis: 5000,
  lock_timeout: 5000,
  statement_timeout: 15_000,
  // A server that is stopped in the middle of a change must not keep others from theirs for longer than this.
  idle_in_transaction_session_timeout: 15_000,
  // For a database that does not answer at all; longer than its own limits.
  query_timeout: 20_000,
} as const

/** One PostgreSQL database, and a pool of connections to it. */
export class Database {
  readonly #pool: Pool
  readonly #remembered = new Remembered()
  readonly #remembers: boolean
  #known = new KnownRows('')

  private constructor(pool: Pool, remembers: boolean) {
    this.#pool = pool
    this.#remembers = remembers
    // Behind a new connection there may be another database, which was restored from a backup.
    pool.on('connect', () => this.#knownAt(''))
  }

  /** An older database is brought up to date; a newer one is refused, and not touched. `remembers`: whether answers are used again. */
  static async open(url: string, { connections, remembers = false }: { connections: number; remembers?: boolean }): Promise<Database> {
    const pool = new Pool({ connectionString: url, max: connections, pipeline: true, ...limits })
    // A connection that breaks is replaced when somebody wants one, and who uses it is told; without listeners it would end the process.
    pool.on('error', () => undefined)
    pool.on('connect', (client) => void client.on('error', () => undefined))
    try {
      const client = await pool.connect()
      await migrate(client).finally(() => client.release(true))
      return new Database(pool, remembers)
    } catch (accident) {
      await pool.end()
      throw inOurWords(accident)
    }
  }

  /** Asks, all from one moment: that of the first question. */
  read<Answer>(ask: (session: Session) => Promise<Answer>): Promise<Answer> {
    return this.#in('read', async (session) => {
      const begun = session.run('begin isolation level repeatable read read only')
      if (this.#remembers) {
        const [snapshot] = await Promise.all([session.text('select pg_current_snapshot()'), begun])
        session.knows(this.#knownAt(snapshot))
      }
      const [answer] = await Promise.all([ask(session), begun])
      await session.run('commit')
      return answer
    })
  }

  /** Changes, all or nothing. */
  write<Answer>(change: (session: Session) => Promise<Answer>): Promise<Answer> {
    return this.#in('write', async (session) => {
      const begun = [session.run('begin isolation level read committed'), session.text('select pg_current_xact_id()')]
      const [answer, [, number = '']] = await Promise.all([change(session), Promise.all(begun)])
      await this.#commit(session, number)
      return answer
    })
  }

  /** Works while nobody else holds a lock of that name; undefined if somebody does. */
  async locked<Answer>(name: string, work: () => Promise<Answer>): Promise<{ readonly answer: Answer } | undefined> {
    const client = await this.#connect()
    const ask = async (order: string) => {
      const { rows } = await client.query<{ done: boolean }>(`select ${order}(hashtextextended($1, 0)) as done`, [`jobs-api ${name}`])
      return rows[0]?.done === true
    }
    let isHeld = false
    try {
      isHeld = await ask('pg_try_advisory_lock').catch((error: unknown) => {
        throw inOurWords(error)
      })
      return isHeld ? { answer: await work() } : undefined
    } finally {
      // With its connection, a lock goes, too.
      const isFree = !isHeld || (await ask('pg_advisory_unlock').catch(() => false))
      client.release(!isFree)
    }
  }

  async close(): Promise<void> {
    await this.#pool.end()
  }

  /** When the connection breaks meanwhile, the database is asked what became of the transaction with this number. */
  async #commit(session: Session, number: string): Promise<void> {
    try {
      if ((await session.run('commit')) !== 'COMMIT') throw new Error('the transaction had failed before, and nobody was told')
    } catch (error) {
      if (!(await wasKept(number, error, this.#pool))) throw error
    }
  }

  async #in<Answer>(kind: Session['kind'], work: (session: Session) => Promise<Answer>): Promise<Answer> {
    const client = await this.#connect()
    const session = new Session(kind, client, this.#remembered)
    try {
      return await work(session)
    } catch (accident) {
      await session.run('rollback').catch(() => undefined)
      throw accident
    } finally {
      session.close()
      // A connection that is in a transaction still is of no use to anybody.
      client.release(client.getTransactionStatus() !== 'I')
    }
  }

  #knownAt(snapshot: string): KnownRows {
    if (this.#known.snapshot !== snapshot) this.#known = new KnownRows(snapshot)
    return this.#known
  }

  async #connect(): Promise<PoolClient> {
    return this.#pool.connect().catch((error: unknown) => {
      throw inOurWords(error)
    })
  }
}
