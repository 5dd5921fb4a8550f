import type { SQLInputValue } from 'node:sqlite'

/** So many answers are kept at most; their records are shared and bounded elsewhere. */
const limit = 10_000

/**
 * Answers to questions about a database that has not changed since they were given. SQLite tells whether another connection has
 * changed it (`data_version`); whoever changes it through this one calls `forget`.
 */
export class KnownAnswers {
  readonly #answers = new Map<string, unknown>()
  #version: number | undefined

  /** Told at the beginning of every reading transaction, inside it. */
  at(version: number): void {
    if (version !== this.#version) this.forget()
    this.#version = version
  }

  forget(): void {
    this.#answers.clear()
    this.#version = undefined
  }

  /** The known answer, or the one that `ask` gives now. */
  get<Answer>(sql: string, parameters: Readonly<Record<string, SQLInputValue>>, ask: () => Answer): Answer {
    const question = `${sql}\n${JSON.stringify(parameters)}`
    if (this.#answers.has(question)) return this.#answers.get(question) as Answer // the same question has the same kind of answer
    const answer = ask()
    if (this.#answers.size >= limit) this.#answers.clear()
    this.#answers.set(question, answer)
    return answer
  }
}
