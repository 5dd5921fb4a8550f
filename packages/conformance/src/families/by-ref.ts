import type { OperationId } from '@jobs-api/contract'
import { type Check, check } from '../check.ts'
import { refusals } from '../refusals.ts'
import { archiveOfRef } from '../surroundings/archives.ts'
import { find } from '../surroundings/given.ts'
import { states } from '../surroundings/states.ts'
import { refuses, succeeds } from './twin.ts'

/** How a job is found by the ref that it ran for and by its name. */
export const byRef = (id: OperationId): Check[] => [
  check(
    `${id}.no-job`,
    'must',
    ['artifacts-by-ref-no-job', 'artifacts-by-ref-job', 'errors-missing-parameter', 'errors-error-shape'],
    'Without the name of a job the request is refused with 400.',
    (target) => refuses(target, id, { parameters: { job: [] }, how: { wrong: true } }, 400, { error: 'job is missing' }),
  ),
  check(
    `${id}.missing-ref`,
    'must',
    ['artifacts-by-ref-missing', 'errors-record-not-found'],
    'A branch without a successful pipeline is refused with 404, and a small f.',
    (target) => refuses(target, id, { parameters: { ref_name: 'no-such-branch' } }, 404, refusals.recordNotFound),
  ),
  check(
    `${id}.ref-with-slashes`,
    'must',
    ['requests-ref-name', 'artifacts-by-ref-missing'],
    'Slashes may stand in the name of a branch.',
    (target) => refuses(target, id, { parameters: { ref_name: 'no/such/branch' } }, 404, refusals.recordNotFound),
  ),
  check(
    `${id}.missing-name`,
    'must',
    ['artifacts-by-ref-missing', 'artifacts-by-ref-job'],
    'A job of that name is not found where there is none, be it that only a letter is missing: 404.',
    async (target) => {
      const { job } = await archiveOfRef(target)
      await refuses(target, id, { parameters: { job: job.slice(0, -1) } }, 404, refusals.recordNotFound)
    },
  ),
  check(
    `${id}.sha`,
    'must',
    'requests-ref-name-kind',
    'A ref is a branch or a tag: neither HEAD nor the hash of a commit is found.',
    async (target) => {
      const { pipeline } = await find(target, states.archive)
      const sha = typeof pipeline === 'object' && pipeline !== null && 'sha' in pipeline ? String(pipeline.sha) : 'f'.repeat(40)
      for (const ref_name of [sha, 'HEAD']) await refuses(target, id, { parameters: { ref_name } }, 404, refusals.recordNotFound)
    },
  ),
  check(
    `${id}.failed-pipeline`,
    'must',
    ['artifacts-by-ref', 'artifacts-by-ref-before'],
    'Only a pipeline that succeeded counts: a job of one that failed is not found, even if it succeeded itself.',
    async (target) => {
      const { ref, name } = await find(target, states.inFailedPipeline)
      await refuses(target, id, { parameters: { ref_name: String(ref), job: String(name) } }, 404, refusals.recordNotFound)
    },
  ),
  check(`${id}.no-archive`, 'must', 'artifacts-by-ref-needs-archive', 'A job that left no archive is not found either.', async (target) => {
    const { ref_name } = await archiveOfRef(target)
    const { name } = await find(target, { ...states.noArchive, fits: (job) => states.noArchive.fits(job) && isSuccessOn(job, ref_name) })
    await refuses(target, id, { parameters: { job: String(name) } }, 404, refusals.recordNotFound)
  }),
  check(
    `${id}.search`,
    'must',
    ['artifacts-by-ref-search', 'artifacts-by-ref-search-missing', 'artifacts-file-by-ref-search', 'history-search-recent'],
    'With search_recent_successful_pipelines the job is found as well; a job that is nowhere is 404 Job Not Found.',
    async (target) => {
      const search_recent_successful_pipelines = true
      await succeeds(target, id, { parameters: { search_recent_successful_pipelines } })
      const nowhere = { job: 'no-such-job', search_recent_successful_pipelines }
      await refuses(target, id, { parameters: nowhere }, 404, refusals.tokenJobNotFound)
    },
    { from: 'current' },
  ),
]

const isSuccessOn = (job: { readonly [member: string]: unknown }, ref: string) => {
  const { pipeline } = job
  const isOver = typeof pipeline === 'object' && pipeline !== null && 'status' in pipeline && pipeline.status === 'success'
  return isOver && job['ref'] === ref && job['status'] === 'success'
}
