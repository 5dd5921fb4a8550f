import { type Bytes, stretchOfBytes } from '../storage/bytes.ts'
import { isFound, reading } from './look-up.ts'
import type { Operation } from './operation.ts'
import { refuse } from './refusals.ts'

export const getJobLog: Operation<'getJobLog'> = async ({ path, query }, desk) => {
  const found = await desk.store.read((reader) =>
    reading.job(reader, desk, path, { ability: 'read_build_trace', projectAbility: 'read_build' }),
  )
  if (!isFound(found)) return found
  const log = await desk.logs.read(found.job.id)
  if (log === undefined && desk.edition.missingLog === 'not_found') return refuse('log_not_found')
  const window = log === undefined ? '' : windowOf(log, query)
  // A finished log is named by its digest, one under way by its length and its last change.
  const finished = found.artifacts.find(({ fileType }) => fileType === 'trace')
  const version = finished?.sha256.slice(0, 32) ?? `${log?.size ?? 0}-${Math.round(log?.changedAt ?? 0)}`
  const headers = {
    'Content-Disposition': `infile; filename="${found.job.id}.log"`,
    ETag: `W/"${found.job.id}-${version}-${query.byte_offset ?? ''}-${query.byte_limit ?? ''}"`,
  }
  return { status: 200, type: 'text/plain', body: window, headers }
}

/** The part of a log that was asked for; past its end there is nothing, and that is no error. */
function windowOf(log: Bytes, { byte_offset = 0, byte_limit }: { byte_offset?: number; byte_limit?: number }): Bytes {
  const start = Math.min(byte_offset, log.size)
  const end = byte_limit === undefined ? log.size : Math.min(start + byte_limit, log.size)
  if (start === 0 && end === log.size) return log
  return stretchOfBytes(log, start, end)
}
