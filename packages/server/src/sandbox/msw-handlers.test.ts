import { createJobsClient } from '@jobs-api/client'
import { http } from 'msw'
import { setupServer } from 'msw/node'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openSandbox } from './sandbox.suite.ts'

const { sandbox } = await openSandbox()
const elsewhere = { baseUrl: 'http://intranet.example/gitlab/api/v4', universe: 'elsewhere.empty' }
const server = setupServer(...sandbox.handlers(http), ...sandbox.handlers(http, elsewhere))
beforeAll(() => server.listen({ onUnhandledFrame: 'error' }))
afterAll(() => server.close())

const gitlab = 'https://gitlab.example.com/api/v4'
const jobs = createJobsClient({ baseUrl: gitlab, token: 'demo-dana-personal' })

test('code that knows nothing of it reads, changes and downloads', async () => {
  const retried = await jobs.retryJob('harbor/webshop', 11)
  await (await sandbox.universe()).advance('1m')
  expect(await jobs.getJob(1, retried.id)).toMatchObject({ name: 'lint', status: 'success' })
  expect(await new Response(await jobs.getJobArtifactFile(1, 8, 'report.txt')).text()).toBe('2 tests, 0 failures\n')
})

test('links lead to where the code asked', async () => {
  const answer = await fetch(`${gitlab}/projects/1/jobs?per_page=2`, { headers: { 'PRIVATE-TOKEN': 'demo-dana-personal' } })
  expect(answer.headers.get('link')).toContain(`<${gitlab}/projects/1/jobs?per_page=2&page=2>; rel="next"`)
})

test('another address can be another universe', async () => {
  const other = createJobsClient({ baseUrl: elsewhere.baseUrl, token: 'demo-dana-personal' })
  for await (const job of other.listProjectJobs(1)) expect.unreachable(`there is job ${job.id}`)
  expect((await sandbox.universe('elsewhere.empty')).journal).toMatchObject([{ operation_id: 'listProjectJobs', status: 200 }])
})

test('faults arrive as faults', async () => {
  const universe = await sandbox.universe()
  universe.addFault({ reset: true, times: 1 })
  await expect(fetch(`${gitlab}/projects/1/jobs/8`)).resolves.toMatchObject({ status: 401 })
  await expect(fetch(`${gitlab}/projects/1/jobs/8`, { headers: { 'PRIVATE-TOKEN': 'demo-dana-personal' } })).rejects.toThrow(TypeError)
  universe.addFault({ answer: { status: 503, retry_after: 0 }, times: 1 })
  expect((await jobs.getJob(1, 8)).id).toBe(8)
  expect(universe.journal.at(-2)).toMatchObject({ status: 503, operation_id: 'getJob' })
})
