import type { OperationId } from '@jobs-api/contract'
import { chunksOf } from './chunks.ts'
import { type Extent, extentOf, isEncoded } from './content-headers.ts'
import { JobsApiError } from './errors.ts'
import type { Answer, CallOptions } from './types.ts'
import { backOff, sleep } from './waits.ts'

type Bytes = Uint8Array<ArrayBuffer>
export type ByteAnswer = Answer<ReadableStream<Bytes>>

export interface Progress {
  readonly loadedBytes: number
  /** Unless the server does not say. */
  readonly totalBytes: number | undefined
}

export interface Download {
  readonly operationId: OperationId
  readonly open: (options: CallOptions) => Promise<ByteAnswer>
  readonly signal: AbortSignal
  readonly idleTimeoutInMs: number
  readonly onProgress: ((progress: Progress) => void) | undefined
}

const cutLimit = 10

/** Lengths and ranges count the bytes of the file only if nothing packs them on the way. Browsers do not let this be said. */
export const unpacked = { 'accept-encoding': 'identity' }

/** All bytes from the first answer on; where the connection is cut, from further ones, each going on where the last ended. */
export async function* bytesOf(work: Download, first: ByteAnswer): AsyncGenerator<Bytes, void, undefined> {
  const { signal, onProgress, operationId } = work
  const { total } = extentIn(work, first)
  let answer: ByteAnswer | undefined = first
  let loaded = 0
  for (let cuts = 0; ; ) {
    try {
      answer ??= await goOn(work, first, loaded)
      const extent = extentIn(work, answer)
      for await (const chunk of chunks(work, answer, loaded - extent.from)) {
        loaded += chunk.length
        cuts = 0
        onProgress?.({ loadedBytes: loaded, totalBytes: total })
        yield chunk
      }
      if (extent.end !== undefined && loaded !== extent.end) throw broken(operationId, `${loaded} bytes came instead of ${extent.end}`)
      if (total === undefined || loaded === total) return
      throw new Cut('the server sent only a part of what was asked for')
    } catch (error) {
      signal.throwIfAborted()
      if (!isPassing(error)) throw error
      if (loaded === total) return
      if (++cuts > cutLimit) throw givenUp(operationId, error, loaded)
      await sleep((error instanceof JobsApiError ? error.retryAfterInMs : undefined) ?? backOff(cuts), signal)
      answer = undefined
    }
  }
}

/**
 * Asks for what is missing. A range can be relied on only with a strong ETag (RFC 9110, section 13.1.5); without one the
 * whole comes again, and so it does when the server knows no ranges.
 */
async function goOn(work: Download, first: ByteAnswer, loaded: number): Promise<ByteAnswer> {
  const { headers } = first.response
  const etag = headers.get('etag')
  const { total } = extentIn(work, first)
  if (etag === null && total === undefined)
    throw broken(work.operationId, 'the connection broke, and nothing tells whether a second answer is the same')
  const canRange = loaded > 0 && etag !== null && !etag.startsWith('W/') && !isEncoded(headers)
  const ask = (range: Record<string, string>) => work.open({ signal: work.signal, maxRetries: 0, headers: { ...unpacked, ...range } })
  const part = canRange ? ask({ range: `bytes=${loaded}-`, 'if-range': etag }) : ask({})
  const next = await part.catch((error: unknown) => {
    // All of it may be here already, or it has become shorter; only the whole tells which (RFC 9110, section 15.5.17).
    if (canRange && error instanceof JobsApiError && error.status === 416) return ask({})
    throw error
  })
  try {
    const extent = extentIn(work, next)
    const isPart = next.response.status === 206
    const sameTag = next.response.headers.get('etag') === etag || (isPart && !next.response.headers.has('etag'))
    if (!sameTag || (extent.total !== total && !(isPart && extent.total === undefined)))
      throw broken(work.operationId, `the file has changed after ${loaded} bytes`)
    if (extent.from > loaded) throw broken(work.operationId, `bytes from ${extent.from} on came instead of from ${loaded} on`)
    return next
  } catch (error) {
    await next.data.cancel().catch(() => undefined)
    throw error
  }
}

class Cut extends Error {
  readonly wasIdle: boolean

  constructor(message: string, wasIdle = false, options?: ErrorOptions) {
    super(message, options)
    this.wasIdle = wasIdle
  }
}

/** The bytes of one answer without the first `skip`, one chunk as it is asked for: whoever reads slowly slows the server. */
async function* chunks({ signal, idleTimeoutInMs }: Download, { data }: ByteAnswer, skip: number): AsyncGenerator<Bytes, void, undefined> {
  let left = skip
  const cut = (cause: unknown, wasSilent: boolean) =>
    new Cut(wasSilent ? `nothing came for ${idleTimeoutInMs} ms` : 'the connection broke', wasSilent, { cause })
  for await (const bytes of chunksOf(data, signal, cut, idleTimeoutInMs)) {
    const chunk = bytes.subarray(Math.min(left, bytes.length))
    left -= bytes.length - chunk.length
    if (chunk.length > 0) yield chunk
  }
}

const isPassing = (error: unknown): error is Error =>
  error instanceof Cut || (error instanceof JobsApiError && error.canRetry && error.kind !== 'broken_answer')

function extentIn({ operationId }: Download, { response }: ByteAnswer): Extent {
  const extent = extentOf(response)
  if (extent === undefined) throw broken(operationId, 'a part came that does not say which')
  return extent
}

const broken = (operationId: OperationId, text: string) => new JobsApiError(text, { kind: 'broken_answer', operationId })

function givenUp(operationId: OperationId, cause: Error, loaded: number): JobsApiError {
  if (cause instanceof JobsApiError) return cause
  const kind = cause instanceof Cut && cause.wasIdle ? 'timed_out' : 'network'
  const text = `${cause.message} ${cutLimit + 1} times in a row after ${loaded} bytes`
  return new JobsApiError(text, { kind, operationId }, { cause })
}
