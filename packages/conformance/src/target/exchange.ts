import type { OperationId } from '@jobs-api/contract'
import type { Misfit } from '../contract/misfits.ts'
import type { Caller } from './callers.ts'

/** One request as it was sent, and what came back. */
export interface Exchange {
  readonly operation: OperationId
  readonly method: string
  readonly url: string
  /** Without credentials; those are named by `caller` and `carrier`. */
  readonly requestHeaders: Readonly<Record<string, string>>
  readonly caller: Caller | null
  readonly carrier: Carrier
  /** A token that nobody has, so that it may be shown. */
  readonly madeUpToken: string | undefined
  readonly body: string | null
  readonly status: number
  readonly headers: Headers
  readonly bytes: Uint8Array
  readonly text: string
  /** Came from a store of files to which the server redirected. */
  readonly wasRedirected: boolean
  readonly misfits: readonly Misfit[]
  /** Whether it was sent to find something to examine rather than to examine it. */
  readonly isLookAround: boolean
}

/** How a token travels: in its own header, as a bearer token, or in the address. */
export type Carrier = 'header' | 'bearer' | 'query'
