import type { OperationId } from '@jobs-api/contract'
import { type Check, check } from '../check.ts'
import type { FactId } from '../generated/facts.ts'
import { refusals } from '../refusals.ts'
import type { Caller } from '../target/callers.ts'
import { refuses, succeeds } from './twin.ts'

/** Who may change something: everybody from a role on, and nobody below. */
export const acting = (id: OperationId, allowed: readonly Caller[], refused: readonly Caller[], sources: readonly FactId[]): Check[] => [
  ...refused.map((as) =>
    check(
      `${id}.as-${as}`,
      'must',
      ['access-not-allowed', 'errors-forbidden', ...sources],
      `A ${as} sees the job and is refused with 403.`,
      (target) => refuses(target, id, { how: { as } }, 403, refusals.forbidden),
    ),
  ),
  ...allowed.map((as) =>
    check(`${id}.as-${as}`, 'must', sources, `A ${as} may.`, async (target) => void (await succeeds(target, id, { how: { as } }))),
  ),
]
