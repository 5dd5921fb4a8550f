import { attempt, type Sending } from './attempt.ts'
import { Deadline } from './deadline.ts'
import { JobsApiError } from './errors.ts'
import type { Tell } from './events.ts'
import type { Answer, CallOptions } from './types.ts'
import { backOff, sleep } from './waits.ts'

export interface Patience extends Required<Pick<CallOptions, 'timeoutInMs' | 'attemptTimeoutInMs' | 'maxRetries'>> {
  readonly signal?: AbortSignal | undefined
}

export interface Attempts extends Sending {
  /** An action that must not be done twice is sent again only if the server certainly did nothing. */
  readonly once: boolean
  readonly patience: Patience
  /** The request with a credential that is good now; asked before each attempt. */
  readonly prepare: (signal: AbortSignal) => Promise<Request>
  readonly tell: Tell | undefined
}

/** Sends until there is an answer, or until sending again can do no good or might do harm. */
export async function attempts(work: Attempts): Promise<Answer<unknown>> {
  const { signal, timeoutInMs, maxRetries } = work.patience
  const whole = new Deadline(timeoutInMs, signal)
  try {
    for (let count = 1; ; count++) {
      const error = await failureOf(work, whole, count)
      if (!(error instanceof JobsApiError)) return error
      error.attempts = count
      const mayRepeat = error.canRetry && (error.wasNotHandled || !work.once) && count <= maxRetries && !whole.signal.aborted
      const delayInMs = error.retryAfterInMs ?? backOff(count)
      if (!mayRepeat || Date.now() + delayInMs >= whole.at) {
        work.tell?.({ type: 'failure', operationId: work.operationId, attempt: count, error })
        throw error
      }
      work.tell?.({ type: 'retry', operationId: work.operationId, attempt: count, error, delayInMs })
      await sleep(delayInMs, whole.signal)
    }
  } finally {
    // A stream is still under way: whoever reads it can end it, and the user's signal can.
    if (work.answer === 'bytes') whole.stopTheClock()
    else whole.release()
  }
}

/** One attempt: its answer, or what went wrong. The user's own abort is thrown. */
async function failureOf(work: Attempts, whole: Deadline, count: number): Promise<Answer<unknown> | JobsApiError> {
  const { operationId, tell } = work
  const own = new Deadline(work.patience.attemptTimeoutInMs, whole.signal)
  const begun = performance.now()
  try {
    const request = await work.prepare(own.signal)
    own.signal.throwIfAborted()
    tell?.({ type: 'request', operationId, attempt: count, request })
    const answer = await attempt(request, work)
    tell?.({ type: 'answer', operationId, attempt: count, response: answer.response, durationInMs: performance.now() - begun })
    return answer
  } catch (error) {
    work.patience.signal?.throwIfAborted()
    if (own.hasPassed || whole.hasPassed) return timedOut(work, whole.hasPassed)
    if (error instanceof JobsApiError) return error
    throw error
  } finally {
    if (work.answer === 'bytes') own.stopTheClock()
    else own.release()
  }
}

function timedOut({ operationId, patience }: Attempts, asAWhole: boolean): JobsApiError {
  const text = asAWhole ? `no answer within ${patience.timeoutInMs} ms` : `no answer to an attempt within ${patience.attemptTimeoutInMs} ms`
  return new JobsApiError(text, { kind: 'timed_out', operationId, canRetry: true, wasNotHandled: false })
}
