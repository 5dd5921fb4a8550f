import type { Request } from 'express'
import type { Caller } from '../access/caller.ts'
import type { ServedId } from './served.ts'
import type { Question } from './standing-answers.ts'

/** What we know of one request besides what came over the wire. */
export interface Exchange {
  readonly requestId: string
  /** The address as the client wrote it, before anything was rewritten. */
  readonly address: URL
  readonly isHead: boolean
  operationId?: ServedId
  /** Whether the very same request was found to fit the contract before. */
  fits?: boolean
  /** What has to be known to remember the answer. */
  question?: Question
  caller?: Caller | undefined
}

/** On the request itself: a map with weak keys is looked through at every collection of garbage. */
const own = Symbol('exchange')
type Begun = Request & { [own]?: Exchange }

export function begin(request: Begun, exchange: Exchange): void {
  request[own] = exchange
}

export function exchangeOf(request: Begun): Exchange {
  const exchange = request[own]
  if (exchange === undefined) throw new Error('the request was not begun')
  return exchange
}
