import { setTimeout as pause } from 'node:timers/promises'
import type { Pool } from 'pg'
import { LostUpdate, StoreBusy } from '../job-store.ts'

/** Of two that stand in each other's way one had to give in: serialization_failure, deadlock_detected. */
const lost = /^(40001|40P01)$/
/**
 * What passes: connection exceptions, insufficient resources, a database that starts, stops or is only a copy at the moment, and limits of
 * time. https://www.postgresql.org/docs/15/errcodes-appendix.html, and the codes of the operating system.
 */
const passing =
  /^(08...|53...|57P0.|57014|55P03|25P0[34]|25006|E(CONN(REFUSED|RESET|ABORTED)|PIPE|TIMEDOUT|NOTFOUND|AI_AGAIN|HOSTUNREACH|NETUNREACH|NOENT))$/
/** The client library has no codes for these. */
const passingMessage = /^(Connection terminated|timeout exceeded when trying to connect|Query read timeout|Client .* not queryable)/

/** What the database, or the way to it, has said, in the words of the port; whatever has none there stays as it is. */
export function inOurWords(error: unknown): unknown {
  if (!(error instanceof Error)) return error
  const code = 'code' in error ? String(error.code) : ''
  if (lost.test(code)) return new LostUpdate('another change stood in the way', { cause: error })
  if (passing.test(code) || passingMessage.test(error.message)) return new StoreBusy('the database does not answer', { cause: error })
  return error
}

/** So long is asked what became of a commit, in milliseconds: a database that restarts needs a moment. */
const patience = 15_000

/**
 * Whether a transaction was kept whose commit was answered by an error, in our words. Only when the connection broke there is a doubt, and PostgreSQL
 * remembers for long enough. If that cannot be found out, nobody may be told that nothing was changed.
 */
export async function wasKept(number: string, error: unknown, pool: Pool): Promise<boolean> {
  if (!(error instanceof StoreBusy)) return false
  for (const end = Date.now() + patience; Date.now() < end; await pause(100)) {
    const status = await statusOf(number, pool)
    if (status === 'committed') return true
    if (status === 'aborted') return false
  }
  throw new Error(`it is not known whether transaction ${number} was kept`, { cause: error })
}

async function statusOf(number: string, pool: Pool): Promise<string | undefined> {
  try {
    const { rows } = await pool.query<{ status: string }>('select pg_xact_status($1::xid8) as status', [number])
    return rows[0]?.status
  } catch (error) {
    if (inOurWords(error) instanceof StoreBusy) return undefined
    throw error
  }
}
