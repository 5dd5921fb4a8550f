import type { OperationId } from '@jobs-api/contract'
import { type Check, check } from '../check.ts'
import { refuses } from './twin.ts'

/** The sentence depends on why the account is blocked, so only the status counts. */
export const refusesBlocked = (id: OperationId): Check[] => [
  check(
    `${id}.blocked-user`,
    'must',
    'authentication-blocked-user',
    'Somebody whose account is blocked is refused with 403, in spite of a good token.',
    (target) => refuses(target, id, { how: { as: 'blocked' } }, 403),
  ),
]
