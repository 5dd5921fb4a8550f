/** So many rows are kept at most, an answer without any counting as one. */
const limit = 5000

/**
 * Answers to questions about one state of the database. PostgreSQL names each state: a snapshot says which transactions it sees, so
 * two that are called the same see the same rows, whoever wrote them. One question thus tells whether all answers still hold.
 * https://www.postgresql.org/docs/15/functions-info.html#FUNCTIONS-INFO-SNAPSHOT
 */
export class KnownRows {
  readonly snapshot: string
  readonly #answers = new Map<string, readonly unknown[][]>()
  #rows = 0

  constructor(snapshot: string) {
    this.snapshot = snapshot
  }

  get(question: string): readonly unknown[][] | undefined {
    return this.#answers.get(question)
  }

  keep(question: string, rows: readonly unknown[][]): void {
    this.#rows += Math.max(1, rows.length)
    if (this.#rows > limit) return
    this.#answers.set(question, rows)
  }
}
