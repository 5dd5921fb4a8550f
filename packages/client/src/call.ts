import type { OperationId } from '@jobs-api/contract'
import type { CallOptions } from './types.ts'

export type AnswerKind = 'json' | 'pages' | 'text' | 'bytes' | 'nothing'

/** What a call has to know of its operation. `{+name}` in the path may contain slashes, as in RFC 6570. */
export interface Call {
  readonly method: string
  readonly path: string
  readonly answer: AnswerKind
  /** Doing it twice is not the same as doing it once (`x-repeatable: false`). */
  readonly once?: true
  /** The list can be walked by a cursor. */
  readonly keyset?: true
}

/** A call with its parameters in their places. */
export interface Filled {
  readonly operationId: OperationId
  readonly call: Call
  readonly path: Readonly<Record<string, unknown>>
  /** Travels in the body of a POST, else in the query. */
  readonly wire: Readonly<Record<string, unknown>>
  readonly options: CallOptions
  readonly startAt: string | undefined
}

/** Puts arguments into their places: those of the address in its order, then one object for all that may be left out. */
export function fill(operationId: OperationId, call: Call, given: readonly unknown[]): Filled {
  const names = [...call.path.matchAll(/\{\+?(\w+)\}/g)].map(([, name = '']) => name)
  const missing = names.findIndex((_, at) => given[at] === undefined || given[at] === '')
  if (missing >= 0) throw new TypeError(`${operationId}: ${names[missing]} is missing`)
  const { signal, timeoutInMs, attemptTimeoutInMs, maxRetries, headers, as, startAt, ...wire } = (given[names.length] ??
    {}) as CallOptions & {
    as?: 'stream'
    startAt?: string
  }
  const options = { signal, timeoutInMs, attemptTimeoutInMs, maxRetries, headers }
  return {
    operationId,
    call: as === 'stream' && call.answer === 'text' ? { ...call, answer: 'bytes' } : call,
    path: Object.fromEntries(names.map((name, at) => [name, given[at]])),
    wire,
    options: Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined)),
    startAt,
  }
}
