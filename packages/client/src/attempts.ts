import { attempt, type Sending } from './attempt.ts'
import { Deadline } from './deadline.ts'
import { JobsApiError } from './errors.ts'
import type { Tell } from './events.ts'
import type { Answer } from './types.ts'
import { backOff, sleep } from './waits.ts'

export interface Attempts extends Sending {
  /** These as in `CallOptions`. */
  readonly signal: AbortSignal | undefined
  readonly timeoutInMs: number
  readonly attemptTimeoutInMs: number
  readonly maxRetries: number
  readonly tell: Tell | undefined
}

/** Sends until there is an answer, or until sending again can do no good or might do harm. */
export async function attempts(work: Attempts): Promise<Answer<unknown>> {
  const { operationId, call, tell, signal, timeoutInMs, attemptTimeoutInMs, maxRetries } = work
  const end = Date.now() + timeoutInMs
  for (let attempt = 1; ; attempt++) {
    const leftInMs = end - Date.now()
    const isLast = leftInMs <= attemptTimeoutInMs
    const error = await failureOf(work, attempt, isLast ? leftInMs : attemptTimeoutInMs)
    if (!(error instanceof JobsApiError)) return error
    error.attempts = attempt
    // An action that must not be done twice is sent again only if the server certainly did nothing.
    const mayRepeat =
      error.canRetry && (error.wasNotHandled || !call.once) && attempt <= maxRetries && !(isLast && error.kind === 'timed_out')
    const delayInMs = error.retryAfterInMs ?? backOff(attempt)
    if (!mayRepeat || Date.now() + delayInMs >= end) {
      tell?.({ type: 'failure', operationId, attempt, error })
      throw error
    }
    tell?.({ type: 'retry', operationId, attempt, error, delayInMs })
    await sleep(delayInMs, signal)
  }
}

/** One attempt: its answer, or what went wrong. The user's own abort is thrown. */
async function failureOf(work: Attempts, count: number, inMs: number): Promise<Answer<unknown> | JobsApiError> {
  const { operationId, tell, signal, timeoutInMs, attemptTimeoutInMs } = work
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
    if (deadline.hasPassed)
      return new JobsApiError(`no answer within ${inMs < attemptTimeoutInMs ? timeoutInMs : inMs} ms`, { kind: 'timed_out', operationId })
    if (error instanceof JobsApiError) return error
    throw error
  } finally {
    // Of a stream that is still under way the user's signal is the end as well.
    if (isUnderWay) deadline.stopTheClock()
    else deadline.release()
  }
}
