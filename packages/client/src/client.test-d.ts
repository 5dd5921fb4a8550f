import type { components } from '@jobs-api/contract'
import { expectTypeOf, test } from 'vitest'
import type { JobsClient } from './index.ts'

declare const jobs: JobsClient
type Job = components['schemas']['Job']

test('data is what the operation answers', async () => {
  const list = await jobs.listProjectJobs({ path: { id: 1 } })
  expectTypeOf(list.data).toEqualTypeOf<Job[] | undefined>()
  const log = await jobs.getJobLog({ path: { id: 1, job_id: 8 } })
  expectTypeOf(log.data).toEqualTypeOf<string | undefined>()
  const archive = await jobs.downloadJobArtifacts({ path: { id: 1, job_id: 8 } })
  expectTypeOf(archive.data).toEqualTypeOf<ReadableStream<Uint8Array> | undefined>()
  const nothing = await jobs.deleteJobArtifacts({ path: { id: 1, job_id: 8 } })
  expectTypeOf(nothing.data).toEqualTypeOf<undefined>()
})

test('an error excludes data', async () => {
  const { data, error } = await jobs.getJob({ path: { id: 1, job_id: 8 } })
  if (error === undefined) expectTypeOf(data).toEqualTypeOf<Job>()
  else if ('message' in error) expectTypeOf(error.message).extract<string>().toEqualTypeOf<string>()
})

test('a list takes one value as well', () => {
  expectTypeOf(jobs.listProjectJobs).toBeCallableWith({ path: { id: 'harbor/webshop' }, query: { scope: 'failed' } })
  expectTypeOf(jobs.listProjectJobs).toBeCallableWith({ path: { id: 1 }, query: { scope: ['failed', 'success'] } })
})

test('what has no required part can be left out', () => {
  expectTypeOf(jobs.getTokenJob).toBeCallableWith()
})

test('what is not documented does not compile', () => {
  // @ts-expect-error a job has a number
  jobs.getJob({ path: { id: 1 } })
  // @ts-expect-error no such status
  jobs.listProjectJobs({ path: { id: 1 }, query: { scope: 'started' } })
  // @ts-expect-error the brackets belong to the wire
  jobs.listProjectJobs({ path: { id: 1 }, query: { 'scope[]': ['failed'] } })
  // @ts-expect-error cancel takes no inputs
  jobs.cancelJob({ path: { id: 1, job_id: 8 }, body: { inputs: {} } })
  // @ts-expect-error no such operation
  jobs.restartJob({ path: { id: 1, job_id: 8 } })
})
