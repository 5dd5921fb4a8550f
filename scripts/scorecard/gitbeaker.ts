import { GitbeakerRequestError, Gitlab } from '@gitbeaker/rest'
import type { ArtifactsPlace, Task } from '@jobs-api/conformance/scorecard'
import { NotOffered, save, serveTasks, type TaskOf } from './client-program.ts'

// `@gitbeaker/rest`. Lists are read by cursor, which its README offers beside counted pages and which is the better of the
// two; downloads are read with `asStream`, which works for them although their types do not name it.

function apiOf({ base_url, credential: { kind, value }, timeout_in_ms }: Task) {
  const options = {
    host: base_url.replace(/\/api\/v4$/, ''),
    ...(timeout_in_ms !== undefined && { queryTimeout: timeout_in_ms }),
  }
  if (kind === 'oauth_token') return new Gitlab({ ...options, oauthToken: value })
  return kind === 'job_token' ? new Gitlab({ ...options, jobToken: value }) : new Gitlab({ ...options, token: value })
}

type Place = Parameters<ReturnType<typeof apiOf>['JobArtifacts']['downloadArchive']>[1]

const asStream: object = { asStream: true }

/** The types of its calls are sums of which our task fills one part each. */
function place({ job, ref, job_name, path }: ArtifactsPlace): Place {
  if (ref !== undefined && job_name !== undefined)
    return path === undefined ? { ref, job: job_name, ...asStream } : { ref, job: job_name, artifactPath: path, ...asStream }
  if (job === undefined) throw new NotOffered('the task names neither a job nor a ref')
  return path === undefined ? { jobId: job, ...asStream } : { jobId: job, artifactPath: path, ...asStream }
}

/** What is typed as a value is a stream where one was asked for. */
function streamIn(answer: unknown): ReadableStream<Uint8Array> {
  if (answer instanceof ReadableStream) return answer
  throw new TypeError('no stream came')
}

/** Its type for `scope` is one status; a list goes out as GitLab wants it. */
const firstOf = ({ count, scope }: TaskOf<'first_jobs'>) => ({
  perPage: count,
  maxPages: 1,
  ...((scope && { scope }) as object | undefined),
})
const keyset = { pagination: 'keyset', orderBy: 'id', sort: 'desc', perPage: 100 } as const

/** None of its calls takes an `AbortSignal`. */
function withoutAbort<Given extends Task>(task: Given): Given {
  if (task.abort_after_ms !== undefined) throw new NotOffered('no call takes an AbortSignal')
  return task
}

await serveTasks(
  {
    list_jobs: (task) => apiOf(task).Jobs.all(task.project, keyset),
    first_jobs: (task) => apiOf(task).Jobs.all(task.project, firstOf(task)),
    get_job: async (task) => apiOf(withoutAbort(task)).Jobs.show(task.project, task.job),
    get_token_job: (task) => apiOf(task).Jobs.showConnectedJob(),
    play_job: (task) => apiOf(task).Jobs.play(task.project, task.job, { jobVariablesAttributes: [...task.variables] }),
    get_log: (task) => apiOf(task).Jobs.showLog(task.project, task.job),
    save_log: async (task) => save(streamIn(await apiOf(task).Jobs.showLog(task.project, task.job, asStream)), task.to),
    follow_log: 'logs are read whole',
    wait_for_job: 'jobs are read once',
    read_archive: async (task) => (await apiOf(task).JobArtifacts.downloadArchive(task.project, { jobId: task.job })).size,
    download: async (task) =>
      save(streamIn(await apiOf(withoutAbort(task)).JobArtifacts.downloadArchive(task.project, place(task))), task.to),
  },
  (error) => (error instanceof GitbeakerRequestError ? error.cause?.response.status : undefined),
)
