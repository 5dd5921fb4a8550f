import type { OperationId } from '@jobs-api/contract'
import { type Check, check } from '../check.ts'
import { expectRefusal, expectStatus } from '../expectations.ts'
import { refusals } from '../refusals.ts'
import { exemplar } from '../surroundings/exemplars.ts'
import { missing } from '../target/target.ts'
import { successOf } from './twin.ts'

/** Actions that look the job up before they ask who is there. */
export const lookedUpFirst = (id: OperationId): Check[] => [
  check(
    `${id}.looked-up-first`,
    'must',
    ['errors-lookup-first', 'errors-check-order'],
    'Somebody who may not can tell a job that is missing (404) from one that is there (403).',
    async (target) => {
      const { parameters, how } = await exemplar(target, id)
      const nowhere = await target.ask(id, { ...parameters, job_id: missing.job }, { ...how, as: 'reporter' })
      expectRefusal(nowhere, 404, refusals.recordNotFound)
      expectRefusal(await target.ask(id, parameters, { ...how, as: 'reporter' }), 403, refusals.forbidden)
      expectStatus(await target.ask(id, parameters, how), successOf(target, id))
    },
  ),
]
