import { Deadline } from './deadline.ts'

/** A connection that has been silent for so long is a broken one. */
const silenceInMs = 30_000

/** The chunks of a stream; rejects with the reason of the signal at once, and with `broken(cause)` if the stream breaks or falls silent. */
export async function* chunksOf(
  stream: ReadableStream<Uint8Array>,
  signal: AbortSignal,
  broken: (cause: unknown) => Error,
): AsyncGenerator<Uint8Array, void, undefined> {
  const reader = stream.getReader()
  try {
    for (;;) {
      signal.throwIfAborted()
      const { done, value } = await soon(reader.read(), signal).catch((cause: unknown) => {
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

async function soon<Value>(promise: Promise<Value>, signal: AbortSignal): Promise<Value> {
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
