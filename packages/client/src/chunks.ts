import { Deadline } from './deadline.ts'

/**
 * A stream that reads nothing ahead. `ended` is called when it has come to its end, when it has broken, and when nobody wants
 * more of it.
 */
export function streamOf<Chunk>(
  next: () => Promise<IteratorResult<Chunk, unknown>>,
  ended: (reason?: unknown) => void,
): ReadableStream<Chunk> {
  return new ReadableStream(
    {
      async pull(controller) {
        try {
          const { done, value } = await next()
          if (done !== true) return controller.enqueue(value)
          ended()
          controller.close()
        } catch (error) {
          ended(error)
          throw error
        }
      },
      cancel: ended,
    },
    { highWaterMark: 0 },
  )
}

/**
 * The chunks of a stream; rejects with the reason of the signal at once, and with `broken(cause)` if the stream breaks or is
 * silent for too long: the cause of that is a `TimeoutError`.
 */
export async function* chunksOf<Chunk extends Uint8Array>(
  stream: ReadableStream<Chunk>,
  signal: AbortSignal,
  broken: (cause: unknown) => Error,
  silenceInMs = 30_000,
): AsyncGenerator<Chunk, void, undefined> {
  const reader = stream.getReader()
  try {
    for (;;) {
      signal.throwIfAborted()
      const { done, value } = await soon(reader.read(), signal, silenceInMs).catch((cause: unknown) => {
        signal.throwIfAborted()
        throw broken(cause)
      })
      if (done) return
      yield value
    }
  } finally {
    reader.cancel().catch(() => undefined) // not waited for: a stream that is silent may be so here as well
  }
}

async function soon<Value>(promise: Promise<Value>, signal: AbortSignal, silenceInMs: number): Promise<Value> {
  const patience = new Deadline(silenceInMs, signal)
  const over = new Promise<never>((_, reject) => {
    patience.signal.addEventListener('abort', () => reject(patience.signal.reason), { once: true })
  })
  try {
    return await Promise.race([promise, over])
  } finally {
    patience.release()
  }
}
