import { attempt, type Sending } from './attempt.ts'
import { Deadline } from './deadline.ts'
import { JobsApiError } from './errors.ts'
import type { Tell } from './events.ts'
import type { Answer } from './types.ts'
import { backOff, sleep } from './waits.ts'

/** As in `CallOptions`. */
export interface Patience {
  readonly signal: AbortSignal | undefined
  readonly timeoutInMs: number
  readonly attemptTimeoutInMs: number
  readonly maxRetries: number
}

export interface Attempts extends Sending {
  /** An action that must not be done twice is sent again only if the server certainly did nothing. */
  readonly once: boolean
  readonly patience: Patience
  readonly tell: Tell | undefined
}

/** Sends until there is an answer, or until sending again can do no good or might do harm. */
export async function attempts(work: Attempts): Promise<Answer<unknown>> {
  const { operationId, once, tell, patience } = work
  const { signal, timeoutInMs, attemptTimeoutInMs, maxRetries } = patience
  const end = Date.now() + timeoutInMs
  for (let count = 1; ; count++) {
    const leftInMs = end - Date.now()
    const isLast = leftInMs <= attemptTimeoutInMs
    const error = await failureOf(work, isLast ? leftInMs : attemptTimeoutInMs, count)
    if (!(error instanceof JobsApiError)) return error
    error.attempts = count
    const mayRepeat = error.canRetry && (error.wasNotHandled || !once) && count <= maxRetries && !(isLast && error.kind === 'timed_out')
    const delayInMs = error.retryAfterInMs ?? backOff(count)
    if (!mayRepeat || Date.now() + delayInMs >= end) {
      tell?.({ type: 'failure', operationId, attempt: count, error })
      throw error
    }
    tell?.({ type: 'retry', operationId, attempt: count, error, delayInMs })
    await sleep(delayInMs, signal)
  }
}

/** One attempt: its answer, or what went wrong. The user's own abort is thrown. */
async function failureOf(work: Attempts, inMs: number, count: number): Promise<Answer<unknown> | JobsApiError> {
  const { operationId, tell, patience } = work
  const { signal, timeoutInMs, attemptTimeoutInMs } = patience
  const deadline = new Deadline(inMs, signal)
  const begun = performance.now()
  let isUnderWay = false
  try {
    const request = await work.prepare(deadline.signal, false)
    deadline.signal.throwIfAborted()
    if (tell !== undefined) {
      const shown = new Request(request.url, request)
      tell({ type: 'request', operationId, attempt: count, request: shown })
      request.headers = Object.fromEntries(shown.headers)
    }
    const answer = await attempt(request, work, () => deadline.release())
    tell?.({ type: 'answer', operationId, attempt: count, response: answer.response, durationInMs: performance.now() - begun })
    isUnderWay = answer.data instanceof ReadableStream
    return answer
  } catch (error) {
    signal?.throwIfAborted()
    if (deadline.hasPassed) {
      const text = `no answer within ${inMs < attemptTimeoutInMs ? timeoutInMs : attemptTimeoutInMs} ms`
      return new JobsApiError(text, { kind: 'timed_out', operationId })
    }
    if (error instanceof JobsApiError) return error
    throw error
  } finally {
    // Of a stream that is still under way the user's signal is the end as well.
    if (isUnderWay) deadline.stopTheClock()
    else deadline.release()
  }
}
