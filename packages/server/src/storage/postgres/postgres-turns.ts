import { setTimeout as pause } from 'node:timers/promises'
import type { Turns } from '../turns.ts'
import { Database } from './database.ts'

/** Two pieces of work at once: connections of their own, since work holds one as long as it takes. */
const connections = 3

/** So often is asked whether another has ended, in milliseconds. */
const period = 100

/**
 * Turns by advisory locks of PostgreSQL: whoever dies, or loses the connection, has lost the turn. In the last case two may be at the same
 * work for a moment; what they do to a job they do in changes, where the second sees what the first has done.
 */
export class PostgresTurns implements Turns {
  readonly #database: Database

  private constructor(database: Database) {
    this.#database = database
  }

  static async open(url: string): Promise<PostgresTurns> {
    return new PostgresTurns(await Database.open(url, { connections }))
  }

  async inTurn<Answer>(name: string, work: () => Promise<Answer>): Promise<Answer> {
    for (;;) {
      const done = await this.#database.locked(name, work)
      if (done !== undefined) return done.answer
      await pause(period)
    }
  }

  async unlessTaken(name: string, work: () => Promise<void>): Promise<void> {
    await this.#database.locked(name, work)
  }

  close(): Promise<void> {
    return this.#database.close()
  }
}
