import { expect, test } from 'vitest'
import { demoWorld } from '../demo-world.suite.ts'

const { ask, fresh, changeJob } = demoWorld()

test.each([
  ['webshop-job', 14],
  ['vault-job', 71],
  ['console-job', 62],
])('%s belongs to job %i', async (as, id) => {
  expect(await ask('GET /job', { as })).toMatchObject({ status: 200, json: { id, status: 'running' } })
})

test('is what reading the job by its number gives', async () => {
  expect((await ask('GET /job', { as: 'webshop-job' })).text).toBe((await ask('GET /projects/1/jobs/14')).text)
})

test.each(['dana', 'dana-oauth', 'dana-read-only', 'olga'])('the token of a person belongs to no job: %s', async (as) => {
  expect((await ask('GET /job', { as })).refusal).toEqual([404, { message: '404 Job Not Found' }])
})

test.each([null, 'nobody', 'finished-job'])('%s is nobody', async (as) => {
  expect((await ask('GET /job', { as })).refusal).toEqual([401, { message: '401 Unauthorized' }])
})

test('a job that is being canceled may still ask, a job that was is nobody', async () => {
  await fresh()
  await changeJob(14, { status: 'canceling' })
  expect((await ask('GET /job', { as: 'webshop-job' })).job.status).toBe('canceling')
  await changeJob(14, { status: 'canceled' })
  expect((await ask('GET /job', { as: 'webshop-job' })).status).toBe(401)
})

test('no role is asked for', async () => {
  await fresh()
  await changeJob(71, { userId: 6 })
  expect((await ask('GET /job', { as: 'vault-job' })).job.id).toBe(71)
})
