import { setImmediate as restOfTurn } from 'node:timers/promises'

/** What a group of changes needs of its database. */
export interface Transactions {
  /** Waits until everybody before is done. */
  alone<Done>(work: () => Promise<Done>): Promise<Done>
  /** Resolves when a group may begin. */
  ready(): Promise<void>
  /** What goes wrong here went wrong for all. */
  begin(): void
  run(sql: string): void
  /** Undoes all of it, if there is anything to undo. */
  undo(): void
}

interface Change {
  make(): Promise<void>
  /** Tells whoever asked, once it is kept. */
  keep(): void
  fail(accident: unknown): void
}

/** More would keep those who read waiting for too long. */
const most = 256

/**
 * Keeps changes that come in the same turn of the event loop in one transaction: the disk, which takes a hundred times as long as a
 * change, is waited for once. Each of them is undone by itself if it fails, and nobody is told that a change was made before all of
 * the group is on the disk.
 */
export class GroupCommit {
  readonly #database: Transactions
  readonly #waiting: Change[] = []
  #turn: Promise<void> | undefined

  constructor(database: Transactions) {
    this.#database = database
  }

  add<Answer>(work: () => Promise<Answer>): Promise<Answer> {
    return new Promise((resolve, reject) => {
      let answer: Answer
      const make = async () => {
        answer = await work()
      }
      this.#waiting.push({ make, keep: () => resolve(answer), fail: reject })
      this.#turn ??= this.#everything()
    })
  }

  /** Resolves when nothing waits any more. */
  async settled(): Promise<void> {
    await this.#turn
  }

  async #everything(): Promise<void> {
    while (this.#waiting.length > 0) {
      await restOfTurn() // whoever else has sent a change by now is let in
      await this.#database.ready()
      await this.#database.alone(() => this.#together(this.#waiting.splice(0, most)))
    }
    this.#turn = undefined
  }

  async #together(changes: readonly Change[]): Promise<void> {
    const made: Change[] = []
    try {
      this.#database.begin()
      for (const change of changes) if (await this.#isMade(change)) made.push(change)
      this.#database.run('commit')
    } catch (accident) {
      this.#database.undo()
      for (const change of changes) change.fail(accident) // whoever was told of another accident before keeps to that
      return
    }
    for (const change of made) change.keep()
  }

  /** Undone by itself, if it fails; if even that is impossible, all of them fail. */
  async #isMade(change: Change): Promise<boolean> {
    this.#database.run('savepoint change')
    try {
      await change.make()
      this.#database.run('release change')
      return true
    } catch (accident) {
      this.#database.run('rollback to change')
      this.#database.run('release change')
      change.fail(accident)
      return false
    }
  }
}
