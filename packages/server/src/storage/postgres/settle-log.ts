import { Readable } from 'node:stream'
import type { ArtifactStore } from '../artifact-store.ts'
import type { Database } from './database.ts'

/** A log of which some pieces have been at rest for long enough. */
export interface RestingLog {
  readonly jobId: number
  readonly size: number
}

/** So many logs at a time; the others come next time. */
const atOnce = 1000

/** Logs that have not changed since then and are not settled, the oldest first. */
export async function restingLogs(database: Database, since: number): Promise<readonly RestingLog[]> {
  const sql = 'select job_id, size from logs where settled < size and changed_at < $1 order by changed_at limit $2'
  const rows = await database.read((session) => session.table(sql, [since, atOnce]))
  return rows.map(([jobId, size]) => ({ jobId: Number(jobId), size: Number(size) }))
}

/**
 * Makes one object of a log. Its name stands in the row before it is there, so whoever removes the log removes it, too. Only if nothing has
 * been removed meanwhile, the row says that it is there; the pieces that it replaces go in the same change.
 */
export async function settleLog(
  database: Database,
  objects: ArtifactStore,
  { jobId, size }: RestingLog,
  bytes: AsyncIterable<Buffer>,
): Promise<void> {
  const key = `logs/${Math.floor(jobId / 1000)}/${jobId}-${size}.log`
  const before = await database.write(async (session) => {
    const [row] = await session.table('select object from logs where job_id = $1 for update', [jobId])
    await session.run('update logs set next_object = $2 where job_id = $1', [jobId, key])
    return row?.[0]
  })
  await objects.put(key, Readable.from(bytes))
  const isSettled = await database.write(async (session) => {
    const update =
      'update logs set object = next_object, next_object = null, settled = $3 where job_id = $1 and next_object = $2 returning 1'
    if ((await session.number(update, [jobId, key, size])) === 0) return false
    await session.run('delete from log_pieces where job_id = $1 and start < $2', [jobId, size])
    return true
  })
  const useless = isSettled ? before : key
  if (typeof useless === 'string') await objects.remove([useless])
}
