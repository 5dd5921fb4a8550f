import { Deadline } from './deadline.ts'

/**
 * When a server wants to be asked again: `Retry-After` in seconds or as a date, else `RateLimit-Reset` in seconds since
 * 1970. `undefined` if it does not say.
 */
export function waitAskedFor(headers: Headers, status: number, now = Date.now()): number | undefined {
  const after = headers.get('retry-after')
  if (after !== null) {
    const wait = /^\d+$/.test(after.trim()) ? Number(after) * 1000 : /^[A-Z]/.test(after) ? Date.parse(after) - now : Number.NaN
    if (Number.isFinite(wait)) return Math.max(0, wait)
  }
  const reset = Number(headers.get('ratelimit-reset') ?? Number.NaN)
  return status === 429 && Number.isFinite(reset) ? Math.max(0, reset * 1000 - now) : undefined
}

/** Full jitter: anything up to 250 ms, 500 ms, 1 s, ... 10 s, so that many clients do not come back at once. */
export const backOff = (attempt: number, random = Math.random): number => random() * Math.min(10_000, 250 * 2 ** (attempt - 1))

/** Rejects with the signal's reason as soon as it is aborted, and leaves nothing behind. */
export async function sleep(inMs: number, signal?: AbortSignal): Promise<void> {
  signal?.throwIfAborted()
  const over = new Deadline(inMs, signal)
  await new Promise((resolve) => over.signal.addEventListener('abort', resolve))
  over.release()
  signal?.throwIfAborted()
}
