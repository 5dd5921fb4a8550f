import type { CheckId } from '@jobs-api/conformance'
import type { Edition, OperationId } from '@jobs-api/contract'

export const kinds = ['shape', 'refusal', 'behaviour', 'pages', 'access', 'state', 'bytes', 'headers'] as const
export type Kind = (typeof kinds)[number]

/** A request as the faulty server gets it. */
export interface Asked {
  readonly operation: OperationId | undefined
  readonly method: string
  /** Below `/api/v4`. */
  readonly url: URL
  readonly headers: Readonly<Record<string, string>>
  readonly body: Buffer
}

export interface Answered {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: Buffer
}

/** Asks the right server. */
export type Forward = (asked: Asked) => Promise<Answered>

/** What a server does with a request. */
export type Behaviour = (asked: Asked, forward: Forward) => Promise<Answered>

/** A server that is wrong in exactly one way, and the check that is there to find it. */
export interface Mutant {
  /** The operation and what is wrong: `getJob: missing-job found`. */
  readonly id: string
  readonly operation: OperationId
  readonly kind: Kind
  readonly edition: Edition
  readonly caughtBy: CheckId
  readonly behave: Behaviour
  /** How the kit names the project; by its path if left out. */
  readonly project?: 'number'
}

export type Sketch = Omit<Mutant, 'operation' | 'edition'> & { readonly edition?: Edition }

/** One line of the table. */
export const fault = (kind: Kind, id: string, caughtBy: CheckId, behave: Behaviour): Sketch => ({ id, kind, caughtBy, behave })
