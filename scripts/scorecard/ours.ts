import { type ArtifactsOf, createJobsClient, downloadArtifacts, followLog, JobsApiError, waitForJob } from '@jobs-api/client'
import type { ArtifactsPlace, Task } from '@jobs-api/conformance/scorecard'
import { lengthOf, save, serveTasks, signalFor } from './client-program.ts'

// `@jobs-api/client`, used as its README has it.

const settings = ({ base_url, timeout_in_ms, retries }: Task) => ({
  baseUrl: base_url,
  ...(timeout_in_ms !== undefined && { timeoutInMs: timeout_in_ms }),
  ...(retries !== undefined && { maxRetries: retries }),
})
const ofUser = (task: Task) =>
  task.credential.kind === 'oauth_token'
    ? createJobsClient({ ...settings(task), oauth: task.credential.value })
    : createJobsClient({ ...settings(task), token: task.credential.value })
const ofJob = (task: Task) => createJobsClient({ ...settings(task), jobToken: task.credential.value })
const ofEither = (task: Task) => (task.credential.kind === 'job_token' ? ofJob(task) : ofUser(task))

/** Only an abort needs a signal: times are options of the client. */
const aborting = (task: Task) => ({ signal: task.abort_after_ms === undefined ? undefined : signalFor(task) })

function place({ project, job, ref, job_name, path }: ArtifactsPlace & Task): ArtifactsOf {
  const file = path === undefined ? {} : { path }
  if (ref !== undefined && job_name !== undefined) return { project, ref, job: job_name, ...file }
  if (job !== undefined) return { project, job, ...file }
  throw new TypeError('the task names neither a job nor a ref')
}

await serveTasks(
  {
    list_jobs: (task) => ofEither(task).listProjectJobs(task.project).all({ max: 10_000 }),
    first_jobs: (task) =>
      ofEither(task)
        .listProjectJobs(task.project, task.scope === undefined ? {} : { scope: [...task.scope] })
        .first(task.count),
    get_job: (task) => ofUser(task).getJob(task.project, task.job, aborting(task)),
    get_token_job: (task) => ofJob(task).getTokenJob(),
    play_job: (task) => ofUser(task).playJob(task.project, task.job, { job_variables_attributes: [...task.variables], ...aborting(task) }),
    get_log: (task) => ofUser(task).getJobLog(task.project, task.job),
    save_log: async (task) => save(await ofUser(task).getJobLog(task.project, task.job, { as: 'stream' }), task.to),
    follow_log: (task) =>
      save(followLog(ofUser(task), task.project, task.job, { intervalInMs: task.interval_in_ms ?? 3000, ...aborting(task) }), task.to),
    wait_for_job: (task) => waitForJob(ofUser(task), task.project, task.job, { intervalInMs: task.interval_in_ms, ...aborting(task) }),
    read_archive: async (task) => lengthOf(await ofEither(task).downloadJobArtifacts(task.project, task.job)),
    download: (task) =>
      downloadArtifacts(ofEither(task), place(task), { to: task.to, idleTimeoutInMs: task.timeout_in_ms, ...aborting(task) }),
  },
  (error) => (error instanceof JobsApiError ? error.status : undefined),
)
