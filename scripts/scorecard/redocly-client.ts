import type { ArtifactsPlace, Task } from '@jobs-api/conformance/scorecard'
import { NotOffered, save, serveTasks, signalFor } from './client-program.ts'

// The client that `redocly generate-client` makes of the contract, with all that it offers: credentials by the contract's
// schemes, retries, a time limit, pages by `Link`, and bytes as a stream.

type Call = (args: { path?: object; query?: object; body?: object }, init?: object) => Promise<unknown>
interface Generated {
  readonly OPERATIONS: object
  readonly ApiError: new (...given: never) => Error & { status: number }
  readonly createClient: (
    operations: object,
    config: object,
  ) => Readonly<Record<string, Call>> & { listProjectJobs: Call & { items(args: object): AsyncIterable<unknown> } }
}

// It is made when the scorecard runs, so the compiler cannot see it.
const { OPERATIONS, ApiError, createClient }: Generated = await import(process.env['GENERATED_CLIENT'] ?? '')

const clientOf = ({ base_url, credential: { kind, value }, timeout_in_ms, retries = 5 }: Task) =>
  createClient(OPERATIONS, {
    serverUrl: base_url,
    auth: kind === 'oauth_token' ? { bearer: value } : { apiKey: { [kind === 'job_token' ? 'jobToken' : 'personalToken']: value } },
    retry: { retries },
    ...(timeout_in_ms !== undefined && { timeout: timeout_in_ms }),
  })
const init = (task: Task) => (task.abort_after_ms === undefined ? {} : { signal: signalFor(task) })

function download(task: Task & ArtifactsPlace) {
  const { project: id, job, ref: ref_name, job_name, path: artifact_path } = task
  const client = clientOf(task)
  const how = { ...init(task), parseAs: 'stream' }
  const call = (name: string, args: Parameters<Call>[0]) => named(client, name)(args, how)
  if (ref_name !== undefined) {
    const query = { job: job_name }
    if (artifact_path === undefined) return call('downloadRefArtifacts', { path: { id, ref_name }, query })
    return call('getRefArtifactFile', { path: { id, ref_name, artifact_path }, query })
  }
  if (artifact_path === undefined) return call('downloadJobArtifacts', { path: { id, job_id: job } })
  return call('getJobArtifactFile', { path: { id, job_id: job, artifact_path } })
}

function named(client: Readonly<Record<string, Call>>, name: string): Call {
  const call = client[name]
  if (call === undefined) throw new NotOffered(`there is no ${name}`)
  return call
}

async function streamIn(answer: Promise<unknown>): Promise<ReadableStream<Uint8Array>> {
  const body = (await answer) ?? new Blob([]).stream()
  if (body instanceof ReadableStream) return body
  throw new TypeError('no stream came')
}

const ofJob = ({ project, job }: { project: string; job: number }) => ({ path: { id: project, job_id: job } })
const call = (task: Task, name: string, args: Parameters<Call>[0] = {}, how: object = {}) =>
  named(clientOf(task), name)(args, { ...init(task), ...how })
async function first(list: AsyncIterable<unknown>, count = Number.POSITIVE_INFINITY): Promise<unknown[]> {
  const found: unknown[] = []
  for await (const one of list) if (found.push(one) >= count) break
  return found
}

const keyset = { per_page: 100, pagination: 'keyset' }

await serveTasks(
  {
    list_jobs: (task) => first(clientOf(task).listProjectJobs.items({ path: { id: task.project }, query: keyset })),
    first_jobs: (task) => {
      const query = { ...keyset, per_page: task.count, ...(task.scope !== undefined && { 'scope[]': task.scope }) }
      return first(clientOf(task).listProjectJobs.items({ path: { id: task.project }, query }), task.count)
    },
    get_job: (task) => call(task, 'getJob', ofJob(task)),
    get_token_job: (task) => call(task, 'getTokenJob'),
    play_job: (task) => call(task, 'playJob', { ...ofJob(task), body: { job_variables_attributes: task.variables } }),
    get_log: (task) => call(task, 'getJobLog', ofJob(task)),
    save_log: async (task) => save(await streamIn(call(task, 'getJobLog', ofJob(task), { parseAs: 'stream' })), task.to),
    follow_log: 'a call reads a log once',
    wait_for_job: 'a call reads a job once',
    read_archive: async (task) => {
      const archive = await call(task, 'downloadJobArtifacts', ofJob(task))
      return archive instanceof Blob ? archive.size : 0
    },
    download: async (task) => save(await streamIn(download(task)), task.to),
  },
  (error) => (error instanceof ApiError ? error.status : undefined),
)
