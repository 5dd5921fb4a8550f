import type { ArtifactsPlace, Task } from '@jobs-api/conformance/scorecard'
import type { paths } from '@jobs-api/contract'
import createClient from 'openapi-fetch'
import { NotOffered, Returned, save, serveTasks, signalFor } from './client-program.ts'

// `openapi-fetch` with the contract's types and nothing around it: `parseAs` is given where an answer is not JSON, and times
// and aborts are the signal of `fetch`, as its documentation has it.

function clientOf({ base_url, credential: { kind, value } }: Task) {
  const header = { personal_token: 'PRIVATE-TOKEN', job_token: 'JOB-TOKEN', oauth_token: 'Authorization' }[kind]
  return createClient<paths>({ baseUrl: base_url, headers: { [header]: kind === 'oauth_token' ? `Bearer ${value}` : value } })
}

const init = (task: Task) => ({ signal: signalFor(task) ?? null })

/** It returns errors, which a program has to look at. */
async function dataOf<Data>(answer: Promise<{ data?: Data; error?: unknown; response: Response }>): Promise<Data | undefined> {
  const { data, error, response } = await answer
  if (!response.ok) throw new Returned(response.status, error)
  return data
}

async function streamOf(answer: Promise<{ data?: ReadableStream | null; error?: unknown; response: Response }>): Promise<ReadableStream> {
  return (await dataOf(answer)) ?? new Blob([]).stream()
}

function download(task: Task & ArtifactsPlace) {
  const client = clientOf(task)
  const { project: id, job, ref: ref_name, job_name, path: artifact_path } = task
  const how = { ...init(task), parseAs: 'stream' } as const
  if (ref_name !== undefined && job_name !== undefined) {
    const query = { job: job_name }
    if (artifact_path === undefined)
      return streamOf(
        client.GET('/projects/{id}/jobs/artifacts/{ref_name}/download', { params: { path: { id, ref_name }, query }, ...how }),
      )
    const path = { id, ref_name, artifact_path }
    return streamOf(client.GET('/projects/{id}/jobs/artifacts/{ref_name}/raw/{artifact_path}', { params: { path, query }, ...how }))
  }
  if (job === undefined) throw new NotOffered('the task names neither a job nor a ref')
  if (artifact_path === undefined)
    return streamOf(client.GET('/projects/{id}/jobs/{job_id}/artifacts', { params: { path: { id, job_id: job } }, ...how }))
  const path = { id, job_id: job, artifact_path }
  return streamOf(client.GET('/projects/{id}/jobs/{job_id}/artifacts/{artifact_path}', { params: { path }, ...how }))
}

const ofJob = ({ project, job }: { project: string; job: number }) => ({ params: { path: { id: project, job_id: job } } })
const trace = '/projects/{id}/jobs/{job_id}/trace'
const list = '/projects/{id}/jobs'

await serveTasks(
  {
    list_jobs: 'a call reads one page, of 20 jobs if nothing is said',
    first_jobs: (task) => {
      const query = { per_page: task.count, ...(task.scope !== undefined && { 'scope[]': [...task.scope] }) }
      return dataOf(clientOf(task).GET(list, { params: { path: { id: task.project }, query }, ...init(task) }))
    },
    get_job: (task) => dataOf(clientOf(task).GET('/projects/{id}/jobs/{job_id}', { ...ofJob(task), ...init(task) })),
    get_token_job: (task) => dataOf(clientOf(task).GET('/job', init(task))),
    play_job: (task) => {
      const body = { job_variables_attributes: [...task.variables] }
      return dataOf(clientOf(task).POST('/projects/{id}/jobs/{job_id}/play', { ...ofJob(task), body, ...init(task) }))
    },
    get_log: (task) => dataOf(clientOf(task).GET(trace, { ...ofJob(task), parseAs: 'text', ...init(task) })),
    save_log: async (task) =>
      save(await streamOf(clientOf(task).GET(trace, { ...ofJob(task), parseAs: 'stream', ...init(task) })), task.to),
    follow_log: 'a call reads a log once',
    wait_for_job: 'a call reads a job once',
    // Without `parseAs` it takes everything for JSON.
    read_archive: (task) => dataOf(clientOf(task).GET('/projects/{id}/jobs/{job_id}/artifacts', ofJob(task))),
    download: async (task) => save(await download(task), task.to),
  },
  (error) => (error instanceof Returned ? error.status : undefined),
)
