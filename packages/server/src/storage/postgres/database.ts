import { Pool } from 'pg'
import { Remembered } from '../remembered.ts'
import { migrate } from './migrations.ts'
import { Session } from './session.ts'
import { inOurWords, wasKept } from './trouble.ts'

const limits = {
  application_name: 'jobs-api',
  keepAlive: true,
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

  private constructor(pool: Pool) {
    this.#pool = pool
  }

  /** An older database is brought up to date; a newer one is refused, and not touched. */
  static async open(url: string, connections = 10): Promise<Database> {
    const pool = new Pool({ connectionString: url, max: connections, pipeline: true, ...limits })
    // A connection that breaks is replaced when somebody wants one, and who uses it is told; without listeners it would end the process.
    pool.on('error', () => undefined)
    pool.on('connect', (client) => void client.on('error', () => undefined))
    try {
      const client = await pool.connect()
      await migrate(client).finally(() => client.release(true))
      return new Database(pool)
    } catch (accident) {
      await pool.end()
      throw inOurWords(accident)
    }
  }

  /** Asks, all from one moment: that of the first question. */
  read<Answer>(ask: (session: Session) => Promise<Answer>): Promise<Answer> {
    return this.#in('read', async (session) => {
      const begun = session.run('begin isolation level repeatable read read only')
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
    const client = await this.#pool.connect().catch((error: unknown) => {
      throw inOurWords(error)
    })
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
}
