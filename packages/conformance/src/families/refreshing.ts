import type { OperationId } from '@jobs-api/contract'
import { type Check, check } from '../check.ts'
import { expectRefusal } from '../expectations.ts'
import type { FactId } from '../generated/facts.ts'
import { refusals } from '../refusals.ts'
import { own } from '../surroundings/own.ts'
import { ownStates } from '../surroundings/states.ts'
import { succeeds } from './twin.ts'

/** Nothing is deleted while somebody counts it. */
export const refreshing = <Id extends OperationId>(id: Id, sources: readonly FactId[]): Check[] => [
  check(
    `${id}.refreshing-statistics`,
    'must',
    sources,
    'While the statistics of the project are being refreshed, the answer is 409.',
    async (target) => {
      const there = target.inProject(target.projectThatIs('refreshing'))
      const parameters = id === 'deleteProjectArtifacts' ? {} : { job_id: await own(there, ownStates.finished) }
      expectRefusal(await there.ask(id, parameters), 409, refusals.refreshing)
      await succeeds(target, id)
    },
  ),
]
