import { expect, test } from 'vitest'
import type { JobStatus } from './statuses.ts'
import { after, type JobEvent } from './transitions.ts'

const statuses = `created waiting_for_resource preparing waiting_for_callback pending running
  success failed canceling canceled skipped manual scheduled`.split(/\s+/) as JobStatus[]

/** The whole state machine: what stands left of an arrow becomes what stands right of it, and nothing else changes. */
const machine: Readonly<Record<JobEvent, string>> = {
  process: 'skipped manual → created',
  prepare: 'created skipped manual scheduled waiting_for_resource → preparing',
  enqueue: 'created skipped manual scheduled preparing waiting_for_resource → pending',
  await_resource: 'created manual scheduled → waiting_for_resource',
  schedule: 'created → scheduled',
  unschedule: 'scheduled → manual',
  actionize: 'created → manual',
  run: 'pending → running',
  skip: 'created waiting_for_resource preparing pending → skipped',
  succeed: 'created waiting_for_resource preparing waiting_for_callback pending running → success; canceling → canceled',
  drop: 'created waiting_for_resource preparing waiting_for_callback pending running manual scheduled → failed; canceling → canceled',
  cancel: 'created waiting_for_resource preparing waiting_for_callback pending running scheduled → canceled',
  cancel_gracefully: 'running → canceling',
  force_cancel: 'canceling → canceled',
}

test.each(Object.entries(machine) as [JobEvent, string][])('%s: %s', (event, rows) => {
  const wanted = rows.split('; ').flatMap((row) => {
    const [from = '', to] = row.split(' → ')
    return from.split(' ').map((status) => [status, to])
  })
  const found = statuses.map((status) => [status, after(event, status)]).filter(([, to]) => to !== undefined)
  expect(Object.fromEntries(found)).toEqual(Object.fromEntries(wanted))
})

test.each(['success', 'failed', 'canceled'] as const)('no event leads out of %s', (status) => {
  const events = Object.keys(machine) as JobEvent[]
  expect(events.filter((event) => after(event, status) !== undefined)).toEqual([])
})
