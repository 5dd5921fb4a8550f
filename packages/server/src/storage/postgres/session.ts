import type { ClientBase, QueryArrayConfig } from 'pg'
import type { Remembered } from '../remembered.ts'
import type { KnownRows } from './known-rows.ts'
import { inOurWords } from './trouble.ts'

/** What a statement may be given. Lists become arrays. */
export type Value = Scalar | readonly Scalar[]
type Scalar = number | string | boolean | Buffer | null

/** One transaction, and the questions asked in it. What is asked at once travels at once. */
export class Session {
  readonly kind: 'read' | 'write'
  readonly #client: ClientBase
  readonly #remembered: Remembered
  #known: KnownRows | undefined
  #isOpen = true

  constructor(kind: 'read' | 'write', client: ClientBase, remembered: Remembered) {
    this.kind = kind
    this.#client = client
    this.#remembered = remembered
  }

  /** The `data` of each row, parsed, and the same object for the same text. What is in there was written by the same type. */
  async records<Row>(sql: string, values: readonly Value[] = []): Promise<readonly Row[]> {
    const rows = await this.#rows(sql, values)
    return rows.map(([data]) => this.#remembered.parse(String(data)) as Row)
  }

  async record<Row>(sql: string, values: readonly Value[] = []): Promise<Row | undefined> {
    return (await this.records<Row>(sql, values))[0]
  }

  /** The first column of the first row, as a number; 0 if there is no row. */
  async number(sql: string, values: readonly Value[] = []): Promise<number> {
    const [row] = await this.#rows(sql, values)
    return Number(row?.[0] ?? 0)
  }

  /** All columns of all rows, as they are. */
  table(sql: string, values: readonly Value[] = []): Promise<readonly (readonly unknown[])[]> {
    return this.#rows(sql, values)
  }

  /** The first column of each row, where that holds bytes; they are never remembered. */
  async bytes(sql: string, values: readonly Value[] = []): Promise<readonly Buffer[]> {
    return (await this.#ask(sql, values)).rows.map(([bytes]) => bytes as Buffer)
  }

  async text(sql: string, values: readonly Value[] = []): Promise<string> {
    const [row] = await this.#rows(sql, values)
    return String(row?.[0])
  }

  /** Gives back what PostgreSQL says that it did. */
  async run(sql: string, values: readonly Value[] = []): Promise<string> {
    return (await this.#ask(sql, values)).command
  }

  /** From here on, what is known of the state that this transaction sees need not be asked. */
  knows(known: KnownRows): void {
    this.#known = known
  }

  /** From here on nobody asks; the connection will be somebody else's. */
  close(): void {
    this.#isOpen = false
  }

  async #rows(sql: string, values: readonly Value[]): Promise<readonly unknown[][]> {
    // No row has a value that no column can hold, and PostgreSQL would not let us ask.
    if (values.some(cannotBe)) return []
    const known = this.#known
    if (known === undefined) return (await this.#ask(sql, values)).rows
    const question = `${sql}\n${JSON.stringify(values)}`
    const before = known.get(question)
    if (before !== undefined) return before
    const { rows } = await this.#ask(sql, values)
    known.keep(question, rows)
    return rows
  }

  async #ask(text: string, values: readonly Value[]) {
    if (!this.#isOpen) throw new Error(`asked after the end of the transaction: ${text}`)
    const statement: QueryArrayConfig<unknown[]> = { name: nameOf(text), text, values: [...values], rowMode: 'array' }
    return this.#client.query<unknown[], unknown[]>(statement).catch((error: unknown) => {
      throw inOurWords(error)
    })
  }
}

const names = new Map<string, string>()

/** Under its name a statement is prepared once for each connection. */
function nameOf(text: string): string {
  const known = names.get(text)
  if (known !== undefined) return known
  const name = `jobs_api_${names.size + 1}`
  names.set(text, name)
  return name
}

function cannotBe(value: Value): boolean {
  if (typeof value === 'string') return value.includes('\0')
  if (typeof value === 'number') return !Number.isSafeInteger(value)
  return Array.isArray(value) && value.some(cannotBe)
}
