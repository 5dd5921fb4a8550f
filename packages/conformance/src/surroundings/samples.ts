import type { OperationId } from '@jobs-api/contract'
import { expectStatus } from '../expectations.ts'
import { successOf } from '../families/twin.ts'
import type { Parameters } from '../target/request.ts'
import type { Target } from '../target/target.ts'
import { exemplar } from './exemplars.ts'
import { jobsOf } from './look-around.ts'

/** Asks an operation for as many different answers as a few requests can bring. */
export async function sampleOf(target: Target, id: OperationId): Promise<void> {
  const { parameters, how } = await exemplar(target, id)
  for (const more of await variations(target, id))
    expectStatus(await target.ask(id, { ...parameters, ...more }, how), successOf(target, id))
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
