import type { OpenApiDocument } from '@jobs-api/contract'
import { declaredNames } from './faults.ts'
import type { ServedId } from './served.ts'

/** What of a request a handler gets to see. */
export type Admit = (operationId: ServedId, input: Input) => Input
interface Input {
  readonly query: object
  readonly body: unknown
}

/**
 * Leaves out of every request what the edition's document does not know. A GitLab of that time ignored it, so a handler of today
 * must not find it; nor has the validator looked at it.
 */
export function knownInput(document: OpenApiDocument): Admit {
  const known = new Map([...declaredNames(document)].map(([operationId, names]) => [operationId, new Set(names)]))
  return (operationId, { query, body }) => {
    const names = known.get(operationId)
    if (names === undefined) return { query, body }
    return { query: only(names, query), body: typeof body === 'object' && body !== null ? only(names, body) : body }
  }
}

const only = (names: ReadonlySet<string>, members: object) =>
  Object.fromEntries(Object.entries(members).filter(([name]) => names.has(name)))
