import { groups } from '@jobs-api/lifecycle'
import { describe, expect, test } from 'vitest'
import { openSandbox } from './sandbox.suite.ts'

const { universe } = await openSandbox()
type Open = Awaited<ReturnType<typeof universe>>

const force = ({ ask }: Open, job: number, body: object) => ask(`PUT /sandbox/jobs/${job}/status`, { body })
const shown = async ({ ask }: Open, job: number) => Object((await ask(`GET /projects/1/jobs/${job}`)).body)
const statuses = [...new Set([...Object.values(groups).flat(), 'manual', 'waiting_for_callback'])]

// A finished job, a running one, one in the queue, and one that waits for somebody.
describe.each([8, 14, 21, 26])('job %i', (job) => {
  test.each(statuses)('%s', async (status) => {
    const own = await universe()
    const { name } = await shown(own, job)
    expect(await force(own, job, { status })).toEqual({ status: 200, body: { id: job, name, status } })
    const { started_at, finished_at, failure_reason } = await shown(own, job)
    const isOver = ['success', 'failed', 'canceled', 'skipped'].includes(status)
    expect([finished_at !== null, (failure_reason ?? null) !== null]).toEqual([isOver, status === 'failed'])
    if (['running', 'canceling'].includes(status)) expect(started_at).not.toBeNull()
  })
})

test('a job that is made to fail has a log that says so, and its reason', async () => {
  const own = await universe()
  await force(own, 21, { status: 'failed', failure_reason: 'runner_system_failure' })
  expect(await shown(own, 21)).toMatchObject({ status: 'failed', failure_reason: 'runner_system_failure', duration: 0 })
  expect(await own.log(21)).toMatch(/Running with.*system failure/s)
})

test('one that is made to succeed leaves its artifacts, and its pipeline goes on', async () => {
  const own = await universe()
  await force(own, 14, { status: 'success' })
  expect((await own.ask('GET /projects/1/jobs/14/artifacts/image.txt')).status).toBe(200)
  expect(await own.log(14)).toMatch(/FROM docker.*COPY package.*Job succeeded/s)
  await own.advance('1s')
  expect(await own.status(24)).toBe('pending') // shares its resource group
})

test('one that had come to its end and is made to go on begins anew', async () => {
  const own = await universe()
  await force(own, 8, { status: 'pending' })
  expect([await own.log(8), (await own.ask('GET /projects/1/jobs/8/artifacts')).status]).toEqual(['', 404])
  await own.advance('1m')
  const { status, artifacts } = await shown(own, 8)
  expect(status).toBe('success')
  expect(artifacts.filter(({ file_type }: { file_type: string }) => file_type === 'trace')).toHaveLength(1)
})

test('there is no such job', async () => {
  const own = await universe()
  expect(await force(own, 999, { status: 'success' })).toEqual({ status: 404, body: { error: 'there is no job 999' } })
  expect((await own.ask('PUT /sandbox/jobs/x/status', { body: { status: 'success' } })).status).toBe(400)
  expect((await force(own, 8, { status: 'done' })).status).toBe(400)
})
