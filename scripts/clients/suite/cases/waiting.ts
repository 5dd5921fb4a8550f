import { assert } from 'chai'
import { type Cases, refused } from '../case.ts'

export const waiting: Cases = {
  'a job is waited for until it has finished, and each change is told': async ({ client, jobs }) => {
    const { id } = await jobs.retryJob(1, 12)
    const statuses: string[] = []
    const done = await client.waitForJob(jobs, 1, id, { intervalInMs: 20, onChange: ({ status }) => statuses.push(status) })
    assert.isTrue(client.isFinished(done))
    assert.equal(done.status, 'success')
    assert.equal(statuses.at(-1), 'success')
    assert.lengthOf(new Set(statuses), statuses.length)
  },
  'a retried job leads to the job that took its place': async ({ client, jobs }) => {
    const { id } = await jobs.retryJob(1, 13)
    const done = await client.waitForJob(jobs, 1, 13, { intervalInMs: 20, followRetries: true })
    assert.deepEqual([done.id, done.status], [id, 'success'])
  },
  'a job that waits for a person is not waited for': async ({ client, jobs }) => {
    assert.equal((await client.waitForJob(jobs, 1, 19)).status, 'manual')
  },
  'a wait has an end': async (context) => {
    const { client, jobs } = context
    const wait = client.waitForJob(jobs, 1, 30, { intervalInMs: 20, timeoutInMs: 200 })
    await refused(context, wait, { kind: 'timed_out', operationId: 'getJob' })
  },
  'guards tell jobs apart, and a status of tomorrow is no mistake': async ({ client, jobs }) => {
    const [failed, running, manual] = await Promise.all([jobs.getJob(1, 10), jobs.getJob(1, 30), jobs.getJob(1, 19)])
    assert.deepEqual([client.isFailed(failed), client.isFinished(failed)], [true, true])
    assert.deepEqual([client.isRunning(running), client.isFinished(running)], [true, false])
    assert.isTrue(client.isManual(manual))
    const tomorrow = { ...running, status: 'dreaming' }
    assert.deepEqual([client.isRunning(tomorrow), client.isFinished(tomorrow), client.isFailed(tomorrow)], [false, false, false])
  },
}
