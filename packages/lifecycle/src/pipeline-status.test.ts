import { expect, test } from 'vitest'
import { pipelineStatus } from './pipeline-status.ts'
import type { JobStatus } from './statuses.ts'

/** The statuses of the jobs, `?` behind those that are allowed to fail, and the status of their pipeline. */
const table: readonly (readonly [string, JobStatus])[] = [
  ['', 'skipped'],
  ['skipped', 'skipped'],
  ['manual?', 'skipped'],
  ['skipped manual?', 'skipped'],
  ['success', 'success'],
  ['success skipped', 'success'],
  ['success manual?', 'success'],
  ['failed?', 'success'],
  ['canceled?', 'success'],
  ['success failed? skipped', 'success'],
  ['created', 'created'],
  ['created failed?', 'created'],
  ['created manual?', 'created'],
  ['created success', 'running'],
  ['created skipped', 'pending'],
  ['preparing', 'preparing'],
  ['preparing failed?', 'preparing'],
  ['preparing success', 'preparing'],
  ['preparing created', 'preparing'],
  ['canceling', 'canceling'],
  ['canceling failed running', 'canceling'],
  ['canceled', 'canceled'],
  ['canceled success skipped', 'canceled'],
  ['canceled failed?', 'canceled'],
  ['canceled failed', 'failed'],
  ['pending', 'pending'],
  ['pending created skipped', 'pending'],
  ['pending failed?', 'pending'],
  ['pending manual?', 'pending'],
  ['pending success', 'running'],
  ['pending failed', 'running'],
  ['running', 'running'],
  ['running waiting_for_resource manual', 'running'],
  ['waiting_for_callback success', 'waiting_for_callback'],
  ['waiting_for_callback waiting_for_resource', 'waiting_for_callback'],
  ['waiting_for_resource success', 'waiting_for_resource'],
  ['waiting_for_resource manual', 'waiting_for_resource'],
  ['manual success', 'manual'],
  ['manual scheduled created', 'manual'],
  ['scheduled success', 'scheduled'],
  ['scheduled preparing', 'scheduled'],
  ['created failed', 'running'],
  ['failed success', 'failed'],
  ['failed', 'failed'],
]

test.each(table)('%s: %s', (jobs, wanted) => {
  const counted = jobs
    .split(' ')
    .filter((job) => job !== '')
    .map((job) => ({ status: job.replace('?', '') as JobStatus, allow_failure: job.endsWith('?') }))
  expect(pipelineStatus(counted)).toBe(wanted)
  expect(pipelineStatus(counted.reverse()), 'whatever their order').toBe(wanted)
})
