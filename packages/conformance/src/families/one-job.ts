import type { OperationId } from '@jobs-api/contract'
import { type Check, check } from '../check.ts'
import { refusals } from '../refusals.ts'
import { given } from '../surroundings/given.ts'
import { own } from '../surroundings/own.ts'
import { ownStates, states } from '../surroundings/states.ts'
import { missing } from '../target/target.ts'
import { refuses } from './twin.ts'

const invalid = { wrong: true } as const

/** How the job of an address is found, or is not. */
export function oneJob(id: OperationId): Check[] {
  return [
    check(
      `${id}.missing-job`,
      'must',
      ['errors-record-not-found', 'list-jobs-get-missing'],
      'A job that does not exist is refused with 404, and a small f.',
      (target) => refuses(target, id, { parameters: { job_id: missing.job } }, 404, refusals.recordNotFound),
    ),
    check(`${id}.foreign-job`, 'must', 'requests-foreign-job', 'A job is not found under the address of another project.', (target) =>
      refuses(target, id, { how: { project: target.projectThatIs('other') } }, 404, refusals.recordNotFound),
    ),
    check(
      `${id}.invalid-job-id`,
      'must',
      ['requests-job-id-type', 'errors-invalid-parameter', 'list-jobs-get-bad-id', 'errors-error-shape'],
      'A job_id that is no integer is refused with 400, and named.',
      (target) => refuses(target, id, { parameters: { job_id: 'eight' }, how: invalid }, 400, { error: 'job_id is invalid' }),
    ),
  ]
}

/** Trigger jobs are no jobs to most operations. */
export const noTriggerJob = (id: OperationId): Check[] => [
  check(
    `${id}.trigger-job`,
    'must',
    'requests-build-lookup',
    'The id of a trigger job is not found here.',
    async (target) => {
      // An action that is wrongly allowed would change it, so a trigger job is then taken from those that may be changed.
      const writes = id.startsWith('cancel') || id.startsWith('erase') || id.startsWith('delete') || id.startsWith('keep')
      const job_id = writes ? await own(target, ownStates.bridge) : await given(target, states.bridge)
      await refuses(target, id, { parameters: { job_id } }, 404, refusals.recordNotFound)
    },
    { from: '13.2' },
  ),
]
