import { StoreBusy } from '../job-store.ts'

/** An object that is not there. */
export function isMissing(error: unknown): boolean {
  return statusOf(error) === 404
}

/**
 * An object store that is slow, breaks off or refuses is one that we have to wait for: the cause stands in the log, and whoever looks after
 * it mends it while we run. That something is not there, not any more as it was, or shorter than it should be, is an answer.
 */
export function inOurWords(error: unknown): unknown {
  if (!isTrouble(error) || [404, 412, 416].includes(statusOf(error) ?? 0)) return error
  return new StoreBusy('the object store does not answer as it should', { cause: error })
}

/** Amazon's client adds this to whatever goes wrong between it and the store. */
const isTrouble = (error: unknown): error is Error =>
  error instanceof Error && ('$metadata' in error || 'code' in error || /Credentials/.test(error.name))

function statusOf(error: unknown): number | undefined {
  if (typeof error !== 'object' || error === null || !('$metadata' in error)) return undefined
  const metadata = error.$metadata
  return typeof metadata === 'object' && metadata !== null && 'httpStatusCode' in metadata ? Number(metadata.httpStatusCode) : undefined
}
