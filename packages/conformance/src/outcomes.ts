import type { OperationId } from '@jobs-api/contract'

/**
 * What became of a check. `warning` is a `should` or `may` that does not hold; `unsupported` was declared beforehand; `untestable`
 * means that something which is named is missing; `error` is the kit's own fault.
 */
export const outcomes = ['pass', 'fail', 'warning', 'unsupported', 'untestable', 'error'] as const
export type Outcome = (typeof outcomes)[number]

/** The implementation did something else than the check says. */
export class Mismatch extends Error {
  override name = 'Mismatch'
  /** The operation whose answer shows it. */
  readonly operation: OperationId | undefined

  constructor(complaint: string, operation?: OperationId) {
    super(complaint)
    this.operation = operation
  }
}

/** What the check needs is not there. That counts as not conforming, because nobody has seen that it does. */
export class Untestable extends Error {
  override name = 'Untestable'
}

/** The check is about to change what others are looking at; it has to wait until it is alone. Nothing that a report knows of. */
export class NotAlone extends Error {
  override name = 'NotAlone'
}

/** What the check needs was declared, by whoever runs the kit, to be something that this implementation does not have. */
export class Unsupported extends Error {
  override name = 'Unsupported'
}
