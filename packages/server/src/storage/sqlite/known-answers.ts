import type { SQLInputValue } from 'node:sqlite'

/**
 * So many rows are kept at most, an answer without any counting as one, and so many questions: memory stays flat, however long a list is
 * walked.
 */
const limit = 5000

/**
 * Answers to questions about a database that has not changed since they were given. SQLite tells whether another connection has
 * changed it (`data_version`); whoever changes it through this one calls `forget`.
 */
export class KnownAnswers {
  readonly #answers = new Map<string, unknown>()
  /** Questions about many rows that were asked before, of whatever version. */
  readonly #asked = new Set<string>()
  #rows = 0
  #version: number | undefined

  /** Told at the beginning of whatever is read, and when a transaction begins. Gives back whether what is known still holds. */
  at(version: number): boolean {
    const holds = version === this.#version
    if (!holds) this.forget()
    this.#version = version
    return holds
  }

  forget(): void {
    this.#answers.clear()
    this.#rows = 0
    this.#version = undefined
  }

  /** The known answer, or the one that `ask` gives now. */
  get<Answer>(sql: string, parameters: Readonly<Record<string, SQLInputValue>>, ask: () => Answer): Answer {
    const question = `${sql}\n${JSON.stringify(parameters)}`
    if (this.#answers.has(question)) return this.#answers.get(question) as Answer // the same question has the same kind of answer
    const answer = ask()
    const rows = Array.isArray(answer) ? Math.max(1, answer.length) : 1
    if (rows === 1 || this.#isAskedAgain(question)) this.#keep(question, answer, rows)
    return answer
  }

  /** Who walks through a long list asks for each page once. */
  #isAskedAgain(question: string): boolean {
    if (this.#asked.has(question)) return true
    if (this.#asked.size >= limit) this.#asked.clear()
    this.#asked.add(question)
    return false
  }

  #keep(question: string, answer: unknown, rows: number): void {
    if (rows > limit) return
    if (this.#rows + rows > limit) {
      this.#answers.clear()
      this.#rows = 0
    }
    this.#answers.set(question, answer)
    this.#rows += rows
  }
}
