import { expectTypeOf, test } from 'vitest'
import { type Bridge, createJobsClient, isFailed, isFinished, isRunning, type Job, type JobStatus, type Pages } from './index.ts'

const baseUrl = 'https://gitlab.example.com/api/v4'
const jobs = createJobsClient({ baseUrl, token: 't' })

test('a call answers what its operation does', () => {
  expectTypeOf(jobs.listProjectJobs(1)).toEqualTypeOf<Pages<Job>>()
  expectTypeOf(jobs.listPipelineBridges(1, 2)).toEqualTypeOf<Pages<Bridge>>()
  expectTypeOf(jobs.getJobLog(1, 8)).resolves.toEqualTypeOf<string>()
  expectTypeOf(jobs.downloadJobArtifacts(1, 8)).resolves.toEqualTypeOf<ReadableStream<Uint8Array<ArrayBuffer>>>()
  expectTypeOf(jobs.deleteJobArtifacts(1, 8)).resolves.toEqualTypeOf<undefined>()
  expectTypeOf(jobs.playJob(1, 8)).resolves.toEqualTypeOf<Job | Bridge>()
})

test('the answer around the data', () => {
  expectTypeOf(jobs.getJob(1, 8).withResponse()).resolves.toEqualTypeOf<{ data: Job; response: Response }>()
})

test('a list takes one value as well, and a place to go on from', () => {
  expectTypeOf(jobs.listProjectJobs).toBeCallableWith('harbor/webshop', { scope: 'failed' })
  expectTypeOf(jobs.listProjectJobs).toBeCallableWith(1, { scope: ['failed', 'success'], startAt: 'page=2', timeoutInMs: 5 })
})

test('what is not documented does not compile', () => {
  // @ts-expect-error a job has a number
  jobs.getJob(1)
  // @ts-expect-error no such status
  jobs.listProjectJobs(1, { scope: 'started' })
  // @ts-expect-error the brackets belong to the wire
  jobs.listProjectJobs(1, { 'scope[]': ['failed'] })
  // @ts-expect-error cancel takes no inputs
  jobs.cancelJob(1, 8, { inputs: {} })
  // @ts-expect-error the name of the job is required
  jobs.downloadRefArtifacts(1, 'main')
  // @ts-expect-error no such operation
  jobs.restartJob(1, 8)
})

test('a credential opens only the operations that take it', () => {
  const ofJob = createJobsClient({ baseUrl, jobToken: async () => 'j' })
  expectTypeOf(ofJob.getTokenJob()).resolves.toEqualTypeOf<Job>()
  // @ts-expect-error no personal token can ask for the job of a job token
  jobs.getTokenJob()
  // @ts-expect-error a job token cannot read any job
  ofJob.getJob(1, 8)
  // @ts-expect-error nothing can be changed without a credential
  createJobsClient({ baseUrl }).retryJob(1, 8)
  // @ts-expect-error two credentials are one too many
  createJobsClient({ baseUrl, token: 't', jobToken: 'j' })
})

test('guards narrow, and unknown statuses survive', () => {
  const job: Job = null as unknown as Job
  if (isFailed(job)) expectTypeOf(job.failure_reason).not.toEqualTypeOf<Job['failure_reason']>()
  if (isRunning(job)) expectTypeOf(job.started_at).toEqualTypeOf<string>()
  if (isFinished(job) && job.status !== 'skipped') expectTypeOf(job.finished_at).toEqualTypeOf<string>()
  if (isFinished(job) && job.status === 'success') expectTypeOf(job.duration).toEqualTypeOf<number>()
  expectTypeOf<'a status of tomorrow'>().toExtend<JobStatus>()
})
