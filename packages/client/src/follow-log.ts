import { chunksOf } from './chunks.ts'
import { Deadline } from './deadline.ts'
import { JobsApiError } from './errors.ts'
import type { Methods } from './generated/methods.ts'
import { isFinished } from './guards.ts'
import { LogPlace } from './log-place.ts'
import type { Answer } from './types.ts'
import { backOff, sleep } from './waits.ts'

export interface FollowLogOptions {
  /** Ends it at once; reading on rejects with its reason. */
  signal?: AbortSignal | undefined
  /** How long to wait until the log is asked for more, in milliseconds; 3,000 unless told otherwise. */
  intervalInMs?: number
  /** How many bytes are known already, perhaps to another program: the log goes on behind them. */
  startAt?: number
  /** Whether to wait for what is still to come; `false` reads what there is by now, and does not look at the job. */
  follow?: boolean
}

type LogReader = Pick<Methods, 'getJob' | 'getJobLog'>
interface Following {
  readonly place: LogPlace
  readonly signal: AbortSignal | undefined
  readonly read: (
    query: ReturnType<LogPlace['query']>,
    headers: Readonly<Record<string, string>>,
    signal: AbortSignal,
  ) => Promise<Answer<ReadableStream<Uint8Array>>>
}

/** How many connections in a row may break without having brought one new byte. */
const maxCuts = 10

/**
 * Every byte of a job's log exactly once, as the log grows, until the job has ended. A log that is not there yet is waited
 * for. Where the server knows `byte_offset` only what is new is read, and elsewhere all of it each time, unless the
 * server can say that nothing has changed; in both cases memory holds no more than a chunk. Chunks end anywhere, also within a character: `linesOf` makes lines of them.
 *
 * Throws a `JobsApiError`: what `getJob` and `getJobLog` reject with, and `not_found` if the log does not hold any more what
 * was read of it, since it was erased or written anew. Bytes are never repeated. A job that was erased before the first byte
 * was read has an empty log.
 */
export async function* followLog(
  jobs: LogReader,
  project: number | string,
  job_id: number,
  { signal, intervalInMs = 3000, startAt = 0, follow = true }: FollowLogOptions = {},
): AsyncGenerator<Uint8Array, void, undefined> {
  if (!Number.isSafeInteger(startAt) || startAt < 0) throw new RangeError('startAt must be a whole number of bytes')
  const read: Following['read'] = (query, headers, signal) =>
    jobs.getJobLog(project, job_id, { ...query, headers, signal, as: 'stream' }).withResponse()
  const following = { place: new LogPlace(startAt), signal, read }
  for (;;) {
    // First the status, then the log: whatever a job wrote before it ended is in a log that is read after it ended.
    const job = follow ? await jobs.getJob(project, job_id, { signal }) : undefined
    yield* readToEnd(following)
    if (job === undefined || isFinished(job)) return
    await sleep(intervalInMs, signal)
  }
}

/** Reads until there is nothing new, and goes on where a connection broke. */
async function* readToEnd(following: Following): AsyncGenerator<Uint8Array, void, undefined> {
  const { place, signal } = following
  for (let cuts = 0, hasMore = true; hasMore; ) {
    const before = place.at
    try {
      hasMore = yield* readOnce(following)
      cuts = 0
    } catch (error) {
      if (!(error instanceof Cut)) throw error
      cuts = place.at > before ? 1 : cuts + 1
      if (cuts > maxCuts) throw error
      await sleep(backOff(cuts), signal)
    }
  }
}

class Cut extends JobsApiError {}

/** Reads one answer; returns whether there may be more at once. */
async function* readOnce({ place, signal, read }: Following): AsyncGenerator<Uint8Array, boolean, undefined> {
  // A signal of its own for each request, since a stream listens to it as long as it lives.
  const own = new Deadline(0x7fffffff, signal)
  own.stopTheClock()
  try {
    const answer = place.expect()
    const { data, response } = await read(answer.query, answer.headers, own.signal)
    if (response.status === 304) return false
    for await (const chunk of chunksOf(data, own.signal, cut)) {
      const news = answer.take(chunk)
      if (news.length > 0) yield news
    }
    return answer.end(response.headers.get('etag') ?? undefined)
  } catch (error) {
    // Older editions answer so until the runner has sent something.
    if (place.at === 0 && error instanceof JobsApiError && error.kind === 'not_found') return false
    throw error
  } finally {
    own.release()
  }
}

function cut(cause: unknown): Cut {
  const details = { kind: 'network', operationId: 'getJobLog' } as const
  return new Cut('the connection broke before the log was complete', details, { cause })
}
