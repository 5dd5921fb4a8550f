import { JobsApiError } from './errors.ts'

/** The most that `byte_limit` may be. */
const windowInBytes = 512_000
/** How much of what is known is compared with what comes. */
const tailInBytes = 64

/** How far a log has been read, what stood there last, and whether the server sends parts. */
export class LogPlace {
  at: number
  /** The last known bytes, which end at `at`. */
  tail: Uint8Array = new Uint8Array()
  /** Older servers ignore `byte_offset` and `byte_limit` and send the whole. Unknown until an answer has shown it. */
  sendsParts: boolean | undefined
  /** The ETag of the whole, if that was read to its end and the server gave one. */
  tag: string | undefined

  constructor(at: number) {
    this.at = at
  }

  /**
   * What to ask for. One byte that is known is always among it, so that a log that has become shorter can be told from one
   * that has nothing new. Where parts are in doubt, that one byte alone is asked for: whoever ignores that sends at least two.
   */
  query(): { byte_offset?: number; byte_limit?: number } {
    if (this.sendsParts === false) return {}
    if (this.sendsParts === undefined && this.at > 1) return { byte_offset: this.at - 1, byte_limit: 1 }
    const overlap = this.sendsParts === undefined ? this.at : Math.min(this.at, Math.max(this.tail.length, 1))
    return { byte_offset: this.at - overlap, byte_limit: windowInBytes }
  }

  expect(): LogAnswer {
    return new LogAnswer(this)
  }

  advance(news: Uint8Array): void {
    this.at += news.length
    const joined = new Uint8Array([...this.tail, ...news.slice(-tailInBytes)])
    this.tail = joined.slice(-tailInBytes)
  }
}

/** One answer, from its first byte to its last. */
class LogAnswer {
  readonly query: ReturnType<LogPlace['query']>
  readonly headers: Readonly<Record<string, string>>
  readonly #place: LogPlace
  readonly #isProbe: boolean
  /** Where in the log its next byte stands; that of a probe is taken for the whole until it has ended. */
  #position: number
  #received = 0
  #isOther = false

  constructor(place: LogPlace) {
    this.#place = place
    this.query = place.query()
    this.headers = place.sendsParts === false && place.tag !== undefined ? { 'if-none-match': place.tag } : {}
    this.#isProbe = this.query.byte_limit === 1
    this.#position = this.#isProbe ? 0 : (this.query.byte_offset ?? 0)
  }

  /** What is new in a chunk; throws if the answer is not the log that was read before. */
  take(chunk: Uint8Array): Uint8Array {
    const place = this.#place
    place.tag = undefined // until this answer has ended
    const begin = this.#position
    this.#position += chunk.length
    this.#received += chunk.length
    if (this.#received > (this.query.byte_limit ?? Number.POSITIVE_INFINITY)) place.sendsParts = false
    const tailAt = place.at - place.tail.length
    for (let at = Math.max(begin, tailAt); at < Math.min(place.at, this.#position); at++)
      if (chunk[at - begin] !== place.tail[at - tailAt]) this.#isOther = true
    if (this.#position <= place.at) return chunk.subarray(chunk.length)
    if (this.#isOther) throw lost(place.at)
    const news = chunk.subarray(Math.max(0, place.at - begin))
    place.advance(news)
    return news
  }

  /** Returns whether there may be more at once; throws if the log has become shorter or another one. */
  end(tag?: string): boolean {
    const place = this.#place
    if (this.#isProbe && this.#received === 1) {
      place.sendsParts = true
      return true
    }
    if (this.#position < place.at || this.#isOther) throw lost(place.at)
    place.tag = tag
    return this.#received === this.query.byte_limit
  }
}

function lost(at: number): JobsApiError {
  const details = { kind: 'not_found', operationId: 'getJobLog', canRetry: false } as const
  return new JobsApiError(`the log was erased or written anew: the ${at} bytes that were read are not there any more`, details)
}
