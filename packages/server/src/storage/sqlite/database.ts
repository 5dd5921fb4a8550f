import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite'
import { StoreBusy } from '../job-store.ts'
import { Remembered } from '../remembered.ts'
import { Checkpoints } from './checkpoints.ts'
import { GroupCommit } from './group-commit.ts'
import { KnownAnswers } from './known-answers.ts'
import { migrate } from './migrations.ts'

type Parameters = Readonly<Record<string, SQLInputValue>>

/** One SQLite file, its statements prepared once, and one transaction at a time. */
export class Database {
  readonly #database: DatabaseSync
  readonly #statements = new Map<string, StatementSync>()
  readonly #remembered = new Remembered()
  readonly #known = new KnownAnswers()
  /** Answers may be taken from memory while nothing is being changed. */
  #isReading = false
  /** Whether what is read now is read in a transaction: not before something is asked that is not known. */
  #isHeld = false
  #last: Promise<unknown> = Promise.resolve()
  readonly #checkpoints: Checkpoints | undefined
  #statementsRun = 0
  /** Groups of changes made through this connection, since it was opened. */
  #changes = 0
  #version: number | undefined
  readonly #changesTogether = new GroupCommit({
    alone: (work) => this.alone(work),
    ready: async () => this.#checkpoints?.before(this.#statementsRun),
    begin: () => {
      this.#begin('begin immediate')
      this.#known.forget()
      this.#changes++
    },
    run: (sql) => void this.run(sql),
    // After some accidents, such as a full disk, SQLite has undone everything by itself.
    undo: () => void (this.#database.isTransaction && this.run('rollback')),
  })

  /**
   * `:memory:` keeps everything in memory, where it may begin with a copy of another database. An older file is brought up to date;
   * a newer one is refused, and not touched.
   */
  constructor(path: string, patience = 5000, copy?: Uint8Array) {
    this.#database = new DatabaseSync(path, { timeout: patience })
    try {
      if (copy !== undefined) this.#database.deserialize(copy)
      migrate(this.#database)
      this.#database.exec('pragma journal_mode = wal; pragma synchronous = full; pragma foreign_keys = on; pragma mmap_size = 2147418112')
      if (path !== ':memory:') {
        this.#database.exec('pragma wal_autocheckpoint = 0')
        this.#checkpoints = new Checkpoints(path)
      }
    } catch (accident) {
      this.#database.close()
      throw accident
    }
  }

  /** The `data` of each row, parsed, and the same object for the same text. What is in there was written by the same type. */
  records<Row>(sql: string, parameters: Parameters = {}): readonly Row[] {
    return this.#answer(sql, parameters, () => {
      const rows = this.#prepare(sql).all(parameters)
      return rows.map(({ data }) => this.#remembered.parse(String(data)) as Row)
    })
  }

  record<Row>(sql: string, parameters: Parameters = {}): Row | undefined {
    return this.records<Row>(sql, parameters)[0]
  }

  /** The first column of the first row, as a number; 0 if there is no row. */
  number(sql: string, parameters: Parameters = {}): number {
    return this.#answer(sql, parameters, () => {
      const row = this.#prepare(sql).get(parameters)
      return row === undefined ? 0 : Number(Object.values(row)[0])
    })
  }

  /** Runs a change and returns the id of the row that it added, if it added one. */
  run(sql: string, parameters: Parameters = {}): number {
    this.#statementsRun++
    return Number(this.#prepare(sql).run(parameters).lastInsertRowid)
  }

  /** Waits until everybody before is done: a reader never sees half a change. */
  async alone<Answer>(work: () => Promise<Answer>): Promise<Answer> {
    const turn = this.#last.then(work)
    this.#last = turn.catch(() => undefined)
    return turn
  }

  /**
   * Sees one moment, whatever other processes write meanwhile. What is known needs no transaction; who comes to something that is not
   * known, and finds that another has made a change since the first question, begins again.
   */
  async read<Answer>(work: () => Promise<Answer>): Promise<Answer> {
    return this.alone(async () => {
      try {
        return await this.#reading(work)
      } catch (error) {
        if (!(error instanceof Overtaken)) throw error
        return await this.#reading(work, { isHeld: true })
      }
    })
  }

  async #reading<Answer>(work: () => Promise<Answer>, { isHeld } = { isHeld: false }): Promise<Answer> {
    try {
      if (isHeld) this.#hold()
      this.#known.at(isHeld ? this.#changesOfOthers() : this.#versionOfTurn())
      this.#isReading = true
      return await work()
    } finally {
      this.#isReading = false
      if (this.#isHeld) this.run('rollback') // there is nothing to keep
      this.#isHeld = false
    }
  }

  /** Others' changes are not seen from the next question on. */
  #hold(): void {
    this.#begin('begin')
    this.#isHeld = true
  }

  /** Comes to a question that is not known. */
  #holdStill(): void {
    if (this.#isHeld) return
    this.#hold()
    if (!this.#known.at(this.#changesOfOthers())) throw new Overtaken()
  }

  /** A change, all or nothing; it is on the disk when this resolves. */
  write<Answer>(work: () => Promise<Answer>): Promise<Answer> {
    return this.#changesTogether.add(work)
  }

  /** Another one after every change; undefined in the middle of a transaction, which sees no other moment than its own. */
  mark(): string | undefined {
    return this.#database.isTransaction ? undefined : `${this.#changes} ${this.#versionOfTurn()}`
  }

  /** Of what others have changed. Whatever is answered in the same turn of the event loop was asked before it: they need not be looked for twice. */
  #versionOfTurn(): number {
    if (this.#version === undefined) {
      this.#version = this.#changesOfOthers()
      setImmediate(() => {
        this.#version = undefined
      })
    }
    return this.#version
  }

  /** A number that is another one after every change by another connection. */
  #changesOfOthers(): number {
    return Number(this.#prepare('pragma data_version').get()?.['data_version'])
  }

  #answer<Answer>(sql: string, parameters: Parameters, ask: () => Answer): Answer {
    if (!this.#isReading) return ask()
    return this.#known.get(sql, parameters, () => {
      this.#holdStill()
      return ask()
    })
  }

  /** Whoever else has the file open may be writing for longer than we wait. */
  #begin(sql: 'begin' | 'begin immediate'): void {
    try {
      this.run(sql)
    } catch (error) {
      throw isBusy(error) ? new StoreBusy('another has locked the database', { cause: error }) : error
    }
  }

  /** All of it, as one piece that another database can begin with. */
  copy(): Uint8Array {
    return this.#database.serialize()
  }

  /** Waits for what is under way. */
  async close(): Promise<void> {
    await this.#changesTogether.settled()
    await this.#checkpoints?.close()
    await this.alone(async () => this.#database.close())
  }

  #prepare(sql: string): StatementSync {
    const known = this.#statements.get(sql)
    if (known !== undefined) return known
    const statement = this.#database.prepare(sql)
    this.#statements.set(sql, statement)
    return statement
  }
}

/** Of what was read without a transaction, some may not be so any more. */
class Overtaken extends Error {}

/** SQLITE_BUSY and SQLITE_LOCKED, in whichever of their extended forms. */
function isBusy(error: unknown): boolean {
  const code = error instanceof Error && 'errcode' in error ? Number(error.errcode) & 0xff : 0
  return code === 5 || code === 6
}
