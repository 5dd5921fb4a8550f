import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createJobsClient } from './client.ts'
import { waitForJob } from './wait-for-job.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** A client whose server answers with these jobs in turn, the last one for ever, and when it was asked. */
function jobsOf(...answers: (object | readonly object[])[]) {
  const begun = Date.now()
  const asked: { at: number; path: string }[] = []
  const fetch = async (request: Request) => {
    asked.push({ at: Date.now() - begun, path: new URL(request.url).pathname.replace('/api/v4/projects/1', '') })
    return Response.json(answers[Math.min(asked.length, answers.length) - 1])
  }
  return { asked, jobs: createJobsClient({ baseUrl: 'http://localhost/api/v4', token: 't', fetch }) }
}
const job = (status: string, id = 7, name = 'build') => ({ id, name, status, pipeline: { id: 3 } })

test('looks at once, after 1 s, and then ever less often, up to every 10 s', async () => {
  const { jobs, asked } = jobsOf(...Array(9).fill(job('running')), job('failed'))
  const waiting = waitForJob(jobs, 1, 7)
  await vi.runAllTimersAsync()
  expect(await waiting).toMatchObject({ status: 'failed' })
  expect(asked.map(({ at }, count) => at - (asked[count - 1]?.at ?? 0))).toEqual(
    [0, 1000, 1500, 2250, 3375, 5062, 7594, 10_000, 10_000, 10_000].map((gap) => expect.closeTo(gap, -1)),
  )
  expect(vi.getTimerCount()).toBe(0)
})

test('tells of each change, and looks as often as it is told', async () => {
  const { jobs, asked } = jobsOf(job('pending'), job('running'), job('running'), job('success'))
  const statuses: string[] = []
  const waiting = waitForJob(jobs, 1, 7, { intervalInMs: 200, onChange: ({ status }) => statuses.push(status) })
  await vi.runAllTimersAsync()
  await waiting
  expect(statuses).toEqual(['pending', 'running', 'success'])
  expect(asked.map(({ at }) => at)).toEqual([0, 200, 400, 600])
})

test('does not wait for a person', async () => {
  const { jobs, asked } = jobsOf(job('manual'))
  expect(await waitForJob(jobs, 1, 7, { timeoutInMs: 60_000 })).toMatchObject({ status: 'manual' })
  expect(asked).toHaveLength(1)
  expect(vi.getTimerCount()).toBe(0)
})

test('gives up in time', async () => {
  const { jobs, asked } = jobsOf(job('running'))
  const waiting = expect(waitForJob(jobs, 1, 7, { timeoutInMs: 3000 })).rejects.toMatchObject({ kind: 'timed_out', operationId: 'getJob' })
  await vi.runAllTimersAsync()
  await waiting
  expect(asked.map(({ at }) => at)).toEqual([0, 1000, 2500])
  expect(vi.getTimerCount()).toBe(0)
})

test('an abort ends it at once with its reason', async () => {
  const { jobs, asked } = jobsOf(job('running'))
  const controller = new AbortController()
  const waiting = expect(waitForJob(jobs, 1, 7, { signal: controller.signal })).rejects.toThrow('enough')
  await vi.advanceTimersByTimeAsync(1200)
  controller.abort(new Error('enough'))
  await waiting
  expect(asked).toHaveLength(2)
  expect(vi.getTimerCount()).toBe(0)
})

test('goes on with the job that took its place, if it is told to', async () => {
  const list = [job('pending', 10, 'test'), job('pending', 9), job('success', 6, 'lint')]
  const { jobs, asked } = jobsOf(job('failed'), list, job('running', 9), job('success', 9), [job('success', 9)])
  const waiting = waitForJob(jobs, 1, 7, { followRetries: true })
  await vi.runAllTimersAsync()
  expect(await waiting).toMatchObject({ id: 9, status: 'success' })
  expect(asked.map(({ path }) => path)).toEqual(['/jobs/7', '/pipelines/3/jobs', '/jobs/9', '/jobs/9', '/pipelines/3/jobs'])
})

test('else the failure is the answer', async () => {
  const { jobs, asked } = jobsOf(job('failed'))
  expect(await waitForJob(jobs, 1, 7)).toMatchObject({ id: 7, status: 'failed' })
  expect(asked).toHaveLength(1)
})
