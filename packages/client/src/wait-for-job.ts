import { Deadline } from './deadline.ts'
import { JobsApiError } from './errors.ts'
import type { Methods } from './generated/methods.ts'
import { isFinished, isManual } from './guards.ts'
import type { Job } from './types.ts'
import { sleep } from './waits.ts'

export interface WaitOptions {
  /** Ends the wait at once, which then rejects with its reason. The job goes on. */
  signal?: AbortSignal | undefined
  /** How long to wait; without it there is no limit. */
  timeoutInMs?: number | undefined
  /** The pause between two looks. Without it the first is 1,000 and each is half as long again as the last, up to 10,000. */
  intervalInMs?: number | undefined
  /** Is told of the job as it is first seen, and then of each change of its status. */
  onChange?: ((job: Job) => void) | undefined
}

/** Beside the job itself, jobs that take its place are waited for. */
export interface FollowOptions extends WaitOptions {
  /**
   * Goes on with the job that has taken the place of a finished one: the latest attempt of that name in its pipeline. It is
   * looked for once, when a job is found finished; a retry that comes later is not seen.
   */
  followRetries: boolean
}

/**
 * Asks until a job has finished, and answers with it, however it ended. A job that waits for a person (`manual`) is returned
 * at once, since nobody knows how long that takes. Rejects with a `JobsApiError` of kind `timed_out` when the time is over,
 * and with that of `getJob` if that fails for good.
 */
export function waitForJob(
  jobs: Pick<Methods, 'getJob' | 'listPipelineJobs'>,
  project: number | string,
  job_id: number,
  options: FollowOptions,
): Promise<Job>
export function waitForJob(
  jobs: Pick<Methods, 'getJob'>,
  project: number | string,
  job_id: number,
  options?: WaitOptions & { followRetries?: false },
): Promise<Job>
export async function waitForJob(
  jobs: Pick<Methods, 'getJob'> & Partial<Pick<Methods, 'listPipelineJobs'>>,
  project: number | string,
  job_id: number,
  options: WaitOptions & { followRetries?: boolean } = {},
): Promise<Job> {
  const { signal, timeoutInMs } = options
  const deadline = new Deadline(timeoutInMs ?? 0, signal)
  if (timeoutInMs === undefined) deadline.stopTheClock()
  const list = options.followRetries === true ? jobs.listPipelineJobs?.bind(jobs) : undefined
  try {
    let job = await settled(jobs, project, job_id, options, deadline.signal)
    for (;;) {
      const next: Job | undefined = isFinished(job) ? await successor(list, project, job, deadline.signal) : undefined
      if (next === undefined) return job
      job = await settled(jobs, project, next.id, options, deadline.signal)
    }
  } catch (error) {
    signal?.throwIfAborted()
    if (!deadline.hasPassed) throw error
    const details = { kind: 'timed_out', operationId: 'getJob' } as const
    throw new JobsApiError(`the job did not finish within ${timeoutInMs} ms`, details)
  } finally {
    deadline.release()
  }
}

/** One job, once it has finished or waits for a person. A look begins only when the one before it has its answer. */
async function settled(
  jobs: Pick<Methods, 'getJob'>,
  project: number | string,
  job_id: number,
  { intervalInMs, onChange }: WaitOptions,
  signal: AbortSignal,
): Promise<Job> {
  let pauseInMs = intervalInMs ?? 1000
  let status: string | undefined
  for (;;) {
    signal.throwIfAborted()
    const job = await jobs.getJob(project, job_id, { signal })
    if (job.status !== status) onChange?.(job)
    status = job.status
    if (isFinished(job) || isManual(job)) return job
    await sleep(pauseInMs, signal)
    if (intervalInMs === undefined) pauseInMs = Math.min(pauseInMs * 1.5, 10_000)
  }
}

/** The latest attempt at a job, if that is not the job itself. The list is newest first and leaves out what was retried. */
async function successor(
  list: Methods['listPipelineJobs'] | undefined,
  project: number | string,
  { id, name, pipeline }: Job,
  signal: AbortSignal,
): Promise<Job | undefined> {
  if (list === undefined) return undefined
  for await (const job of list(project, pipeline.id, { signal })) {
    if (job.id <= id) return undefined
    if (job.name === name) return job
  }
  return undefined
}
