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
 * The chunks of a stream; rejects with the reason of the signal at once, and with what `broken` makes of it if the stream
 * breaks or is silent for too long.
 */
export async function* chunksOf<Chunk extends Uint8Array>(
  stream: ReadableStream<Chunk>,
  signal: AbortSignal,
  broken: (cause: unknown, wasSilent: boolean) => Error,
  silenceInMs = 30_000,
): AsyncGenerator<Chunk, void, undefined> {
  const reader = stream.getReader()
  // Ends a read that is under way at once, whatever the source does about it.
  const stop = () => void reader.cancel().catch(() => undefined)
  signal.addEventListener('abort', stop)
  try {
    for (let wasSilent = false; ; ) {
      signal.throwIfAborted()
      const timer = setTimeout(() => {
        wasSilent = true
        stop()
      }, silenceInMs)
      const { done, value } = await reader
        .read()
        .catch((cause: unknown) => {
          signal.throwIfAborted()
          throw broken(cause, false)
        })
        .finally(() => clearTimeout(timer))
      signal.throwIfAborted()
      if (wasSilent) throw broken(undefined, true)
      if (done) return
      yield value
    }
  } finally {
    signal.removeEventListener('abort', stop)
    stop()
  }
}
