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

/** The names of what an address needs, in their order. */
export const namesIn = (path: string): readonly string[] => [...path.matchAll(/\{(\+?)(\w+)\}/g)].map(([, , name = '']) => name)

/** Puts arguments into their places: those of the address in its order, then one object for all that may be left out. */
export function fill(operationId: OperationId, call: Call, names: readonly string[], given: readonly unknown[]): Filled {
  const path: Record<string, unknown> = {}
  for (const [at, name] of names.entries()) {
    if (given[at] === undefined || given[at] === '') throw new TypeError(`${operationId}: ${name} is missing`)
    path[name] = given[at]
  }
  const options = (given[names.length] ?? {}) as CallOptions & { as?: 'stream'; startAt?: string }
  const { signal, timeoutInMs, attemptTimeoutInMs, maxRetries, headers, as, startAt, ...wire } = options
  return {
    operationId,
    call: as === 'stream' && call.answer === 'text' ? { ...call, answer: 'bytes' } : call,
    path,
    wire,
    options,
    startAt,
  }
}
