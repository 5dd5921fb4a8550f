import type { OperationId } from '@jobs-api/contract'
import type { Reason } from './generated/reasons.ts'

/**
 * What went wrong, told apart by what a program would do about it:
 *
 * - `unauthorized` (401): no credential, or one that is not good any more
 * - `not_found` (404): nothing there, or nothing that the caller may see
 * - `rate_limited` (429): too many requests; `retryAfterInMs` says when to come back
 * - `refused` (any other status below 500): the server understood and said no
 * - `failed` (500 and above): the server, or something in front of it, could not
 * - `timed_out`: no answer within the time for an attempt or for the whole call
 * - `network`: no answer, since there was no way to the server or the connection broke
 * - `broken_answer`: no answer that could be read: HTML, half a JSON text, nothing at all
 * - `invalid_answer`: an answer that is not what the contract says; only with `validate`, and `problems` says what is wrong
 */
export type ErrorKind =
  | 'unauthorized'
  | 'not_found'
  | 'rate_limited'
  | 'refused'
  | 'failed'
  | 'timed_out'
  | 'network'
  | 'broken_answer'
  | 'invalid_answer'

/** One thing that an answer has wrong. */
export interface AnswerProblem {
  /** Where it stands, as a JSON Pointer (RFC 6901): `/pipeline/id`. Empty for the whole. */
  readonly path: string
  /** What ought to be there: `must be integer`. */
  readonly expected: string
  /** The beginning of what is there, as JSON. */
  readonly received: string
}

export interface ErrorDetails {
  kind: ErrorKind
  operationId: OperationId
  /** How many times the call was sent. */
  attempts?: number
  /** The status of the answer, if there was one. */
  status?: number | undefined
  /** Why it was refused, in the contract's words (`x-reason`), where that can be told from the answer. */
  reason?: Reason | undefined
  /** The number under which the server's log knows the request. */
  requestId?: string | undefined
  /** The body as a value, if it is JSON. */
  body?: unknown
  /** The body as it came, at most 64 KiB of it. */
  rawBody?: string | undefined
  /** Whether the same call can succeed later as it is; true unless told otherwise. */
  canRetry?: boolean
  /** Whether the server certainly did nothing: then even an action may be sent again. False unless told otherwise. */
  wasNotHandled?: boolean
  /** When the server asks to be asked again. */
  retryAfterInMs?: number | undefined
  /** What is wrong with an invalid answer. */
  problems?: readonly AnswerProblem[]
}

/** The one kind of error that calls reject with; an aborted call rejects with the reason of its signal instead. */
export class JobsApiError extends Error implements ErrorDetails {
  override readonly name = 'JobsApiError'
  declare readonly kind: ErrorKind
  declare readonly operationId: OperationId
  declare attempts: number
  declare readonly status: number | undefined
  declare readonly reason: Reason | undefined
  declare readonly requestId: string | undefined
  declare readonly body: unknown
  declare readonly rawBody: string | undefined
  declare readonly canRetry: boolean
  declare readonly wasNotHandled: boolean
  declare readonly retryAfterInMs: number | undefined
  declare readonly problems?: readonly AnswerProblem[]

  /** The text names the operation and what the server said; it never holds a credential. */
  constructor(text: string, details: ErrorDetails, options?: ErrorOptions) {
    super(`${details.operationId}: ${text}`, options)
    Object.assign(this, { attempts: 1, canRetry: true, wasNotHandled: false }, details)
  }
}
