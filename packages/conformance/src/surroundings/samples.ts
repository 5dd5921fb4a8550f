import type { OperationId } from '@jobs-api/contract'
import { expectStatus } from '../expectations.ts'
import { successOf } from '../families/twin.ts'
import type { How, Parameters } from '../target/request.ts'
import { missing, type Target } from '../target/target.ts'
import { exemplar } from './exemplars.ts'
import { jobsOf } from './look-around.ts'

/** Asks an operation for as many different answers as a few requests can bring. */
export async function sampleOf(target: Target, id: OperationId): Promise<void> {
  const { parameters, how } = await exemplar(target, id)
  for (const more of await variations(target, id))
    expectStatus(await target.ask(id, { ...parameters, ...more }, how), successOf(target, id))
  // A refusal has a shape, too. Operations about the job of a token have no project that could be missing.
  const refused: How = how.as === 'job' ? { as: 'maintainer' } : { ...how, project: missing.project }
  expectStatus(await target.ask(id, parameters, refused), 404)
}

async function variations(target: Target, id: OperationId): Promise<readonly Parameters[]> {
  if (id === 'getJob') return (await oneOfEachStatus(target)).map((job_id) => ({ job_id }))
  if (id === 'listJobArtifactTree') return [{ per_page: 100 }, { recursive: true }]
  return id.startsWith('list') ? [{ per_page: 100 }, { per_page: 1 }] : [{}]
}

async function oneOfEachStatus(target: Target): Promise<readonly number[]> {
  const byStatus = new Map((await jobsOf(target)).map(({ status, id }) => [status, id]))
  return [...byStatus.values()]
}
