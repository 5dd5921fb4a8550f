import type { OperationId } from '@jobs-api/contract'
import { type Check, check } from '../check.ts'
import { refusals } from '../refusals.ts'
import { missing } from '../target/target.ts'
import { refuses } from './twin.ts'

/** How the pipeline of an address is found, or is not. */
export function onePipeline(id: OperationId): Check[] {
  return [
    check(
      `${id}.missing-pipeline`,
      'must',
      ['list-jobs-pipeline-missing', 'errors-record-not-found'],
      'A pipeline that does not exist is refused with 404, and a small f.',
      (target) => refuses(target, id, { parameters: { pipeline_id: missing.pipeline } }, 404, refusals.recordNotFound),
    ),
    check(
      `${id}.foreign-pipeline`,
      'must',
      'list-jobs-pipeline-missing',
      'A pipeline is not found under the address of another project.',
      (target) => refuses(target, id, { how: { project: target.projectThatIs('other') } }, 404, refusals.recordNotFound),
    ),
    check(
      `${id}.invalid-pipeline-id`,
      'must',
      ['requests-job-id-type', 'errors-invalid-parameter'],
      'A pipeline_id that is no integer is refused with 400, and named.',
      (target) =>
        refuses(target, id, { parameters: { pipeline_id: 'six' }, how: { wrong: true } }, 400, { error: 'pipeline_id is invalid' }),
    ),
  ]
}
