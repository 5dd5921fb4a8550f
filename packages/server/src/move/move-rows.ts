import { createHash } from 'node:crypto'
import type { DatabaseSync } from 'node:sqlite'
import type { Progress } from '../backup/manifest.ts'
import type { Database } from '../storage/postgres/database.ts'
import type { Session } from '../storage/postgres/session.ts'
import { type Cell, type Row, sequences, type Table, tables } from './tables.ts'

/** So many rows are compared, and moved if need be, at a time. */
const pageSize = 1000

/**
 * Makes the tables of one database those of the other. Stretch by stretch, both are digested; where the digests differ, the stretch is moved
 * and digested again. So what was moved before costs only the comparison, and all of it has been verified at the end. Returns how many rows there are.
 */
export async function moveRows(from: DatabaseSync, to: Database, progress: Progress): Promise<number> {
  let moved = 0
  for (const table of tables) {
    const of = Number(first(from, `select count(*) from ${table.name}`))
    let done = 0
    for (const stretch of stretchesOf(from, table)) {
      await moveStretch(to, table, stretch)
      done += stretch.rows.length
      progress({ what: `rows of ${table.name}`, done, of })
    }
    moved += done
  }
  for (const [sequence, last] of Object.entries(sequences)) {
    const number = Number(first(from, last))
    if (number > 0) await to.write((session) => session.number(`select setval('${sequence}', $1)`, [number]))
  }
  return moved
}

const first = (database: DatabaseSync, sql: string) => Object.values(database.prepare(sql).get() ?? {})[0]

/** The rows after one key up to and with another; undefined where there is no such end. */
interface Stretch {
  readonly after: Row | undefined
  readonly upTo: Row | undefined
  readonly rows: readonly Row[]
}

function* stretchesOf(database: DatabaseSync, { source, columns, key }: Table): Generator<Stretch> {
  const types = Object.values(columns)
  const statement = database.prepare(source)
  statement.setReturnArrays(true)
  let rows: Row[] = []
  let after: Row | undefined
  for (const cells of statement.iterate() as Iterable<unknown>) {
    if (rows.length === pageSize) {
      const upTo = keyOf(columns, key, rows.at(-1) ?? [])
      yield { after, upTo, rows }
      after = upTo
      rows = []
    }
    rows.push(types.map((type, index) => cellOf(type, (cells as readonly unknown[])[index])))
  }
  yield { after, upTo: undefined, rows }
}

const keyOf = (columns: Table['columns'], key: readonly string[], row: Row): Row =>
  key.map((name) => row[Object.keys(columns).indexOf(name)] ?? null)

/** A text that PostgreSQL cannot hold is only looked for, never shown: the record holds it, too. */
function cellOf(type: string, value: unknown): Cell {
  if (value === null || value === undefined) return null
  if (type === 'boolean') return Number(value) !== 0
  if (type !== 'text') return Number(value)
  return String(value).includes('\0') ? null : String(value)
}

async function moveStretch(to: Database, table: Table, stretch: Stretch): Promise<void> {
  const wanted = digestOf(stretch.rows)
  const isThere = async () => (await to.read((session) => digestIn(session, table, stretch))) === wanted
  if (await isThere()) return
  await to.write((session) => replace(session, table, stretch))
  if (!(await isThere())) throw new Error(`the rows of ${table.name} arrive other than they were`)
}

const separator = '\u001f'
const nothing = '~'

function digestOf(rows: readonly Row[]): string {
  const digest = createHash('sha256')
  for (const row of rows) digest.update(`${row.map((cell) => cell ?? nothing).join(separator)}\n`)
  return digest.digest('hex')
}

function digestIn(session: Session, table: Table, stretch: Stretch): Promise<string> {
  const { condition, values } = within(table, stretch)
  const line = `concat_ws(E'\\x1f', ${Object.keys(table.columns)
    .map((name) => `coalesce(${name}::text, '${nothing}')`)
    .join(', ')})`
  const text = `coalesce(string_agg(${line} || E'\\n', '' order by ${table.key.join(', ')}), '')`
  return session.text(`select encode(sha256(convert_to(${text}, 'UTF8')), 'hex') from ${table.name} where ${condition}`, values)
}

/** Rows of which others speak are changed in their place; those that are gone at the source go here, too. */
async function replace(session: Session, table: Table, stretch: Stretch): Promise<void> {
  const { condition, values } = within(table, stretch)
  const names = Object.keys(table.columns)
  const lists = names.map((_, column) => stretch.rows.map((row) => row[column] ?? null))
  const kept = table.isSpokenOf ? ` and not id = any($${values.length + 1}::bigint[])` : ''
  await session.run(`delete from ${table.name} where ${condition}${kept}`, table.isSpokenOf ? [...values, lists[0] ?? []] : values)
  if (stretch.rows.length === 0) return
  const arrays = Object.values(table.columns).map((type, index) => `$${index + 1}::${type}[]`)
  const changes = names.map((name) => `${name} = excluded.${name}`).join(', ')
  const conflict = table.isSpokenOf ? ` on conflict (id) do update set ${changes}` : ''
  await session.run(`insert into ${table.name} (${names.join(', ')}) select * from unnest(${arrays.join(', ')})${conflict}`, lists)
}

function within({ key, columns, only }: Table, { after, upTo }: Stretch) {
  const values: Cell[] = []
  const place = (row: Row) => {
    const places = key.map((name, index) => `$${values.push(row[index] ?? null)}::${columns[name]}`)
    return `(${places.join(', ')})`
  }
  const keys = `(${key.join(', ')})`
  const parts = [
    only ?? 'true',
    ...(after === undefined ? [] : [`${keys} > ${place(after)}`]),
    ...(upTo === undefined ? [] : [`${keys} <= ${place(upTo)}`]),
  ]
  return { condition: parts.join(' and '), values }
}
