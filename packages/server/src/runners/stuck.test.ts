import { expect, test } from 'vitest'
import { opened, seconds, smallWorld, workshop } from './workshop.suite.ts'

const hour = 3600
const run = { duration: '10s', lines: ['$ make'] }

/** A workshop whose one job went into the queue so many seconds before the runners came. */
async function waiting(since: number, job: object, runners: readonly object[] = [{}]) {
  const shop = await workshop(smallWorld([{ name: 'build', ...job }], { runners }))
  await shop.change(1, { createdAt: opened - seconds(since), queuedAt: opened - seconds(since) })
  return shop
}

test.each([
  ['no runner has its tags', { tags: ['gpu'] }, [{ tags: ['linux'] }]],
  ['the one that fits is paused', {}, [{ paused: true }]],
  ['there is no runner', {}, []],
])('after an hour a job fails that nobody can run: %s', async (_, job, runners) => {
  const { advance, log, pipelineStatus, ...shop } = await waiting(hour - 10, job, runners)
  await advance(9)
  expect(await shop.status(1)).toBe('pending')
  await advance(2)
  const { status, failureReason, startedAt, finishedAt, runnerId } = await shop.job(1)
  expect([status, failureReason, startedAt, runnerId]).toEqual(['failed', 'stuck_pending_no_matching_runners', null, null])
  expect(finishedAt).toBe(opened + seconds(10))
  expect([await log(1), await pipelineStatus()]).toEqual(['', 'failed'])
})

test('after a day a job fails that nobody has had time for', async () => {
  const jobs = [{ name: 'long', run: { duration: '30m' } }, { name: 'build' }]
  const { advance, statuses, change, job } = await workshop(smallWorld(jobs, { runners: [{ limit: 1 }] }))
  await advance(10)
  expect(await statuses(1, 2)).toBe('running pending')
  await change(2, { queuedAt: opened + seconds(30 - 24 * hour) })
  await advance(19)
  expect(await statuses(1, 2)).toBe('running pending')
  await advance(2)
  expect(await job(2)).toMatchObject({ status: 'failed', failureReason: 'stuck_pending_with_matching_runners', startedAt: null })
  expect(await statuses(1)).toBe('running')
})

test('what can be run is run, however long it has waited', async () => {
  const { advance, status } = await waiting(72 * hour, { run })
  await advance(1)
  expect(await status(1)).toBe('running')
})

test('who retries it gets another hour', async () => {
  const { advance, status, retry } = await waiting(hour, { tags: ['gpu'] })
  await advance(1)
  expect(await status(1)).toBe('failed')
  const again = await retry(1)
  await advance(60)
  expect(await status(again)).toBe('pending')
})

test('a job that takes longer than an hour is ended by its runner', async () => {
  const { advance, job, text, artifacts } = await workshop(
    smallWorld([{ name: 'build', run: { duration: '2h', coverage: 50, lines: ['$ make'] } }]),
  )
  await advance(hour)
  expect((await job(1)).status).toBe('running')
  await advance(5)
  const { status, failureReason, coverage, startedAt, finishedAt } = await job(1)
  expect([status, failureReason, coverage, (finishedAt ?? 0) - (startedAt ?? 0)]).toEqual([
    'failed',
    'job_execution_timeout',
    null,
    seconds(hour),
  ])
  expect(await text(1)).toContain('execution took longer than 3600 seconds')
  expect((await artifacts(1)).map(({ fileType }) => fileType)).toEqual(['trace'])
})
