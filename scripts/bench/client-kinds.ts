import { Gitlab } from '@gitbeaker/rest'
import { createJobsClient, downloadArtifacts } from '@jobs-api/client'
import type { paths } from '@jobs-api/contract'
import createClient from 'openapi-fetch'
import { type Errands, lengthOf } from './client-errands.ts'

/** What a client is made of: where the API is, a token, and the file in which Redocly's client stands. */
export interface Setting {
  readonly baseUrl: string
  readonly token: string
  readonly generated: string
}

type Make = (setting: Setting) => Errands | Promise<Errands>

/** What the others are held against. */
export const baseline = 'bare fetch'

/** The clients that are compared, each as its documentation has it. */
export const clients: Readonly<Record<string, Make>> = {
  [baseline]: ({ baseUrl, token }) => {
    const ask = (path: string) => fetch(`${baseUrl}/projects/1/jobs${path}`, { headers: { 'PRIVATE-TOKEN': token } })
    // What `fetch` gives has no type of its own; the load looks at the answers.
    const read = async <Value>(path: string) => (await (await ask(path)).json()) as Value
    return {
      job: async () => (await read<{ id: number }>('/500')).id,
      list: async () => (await read<unknown[]>('?per_page=20')).length,
      archive: async () => lengthOf((await ask('/500/artifacts')).body),
    }
  },
  '@jobs-api/client': ({ baseUrl, token }) => {
    const jobs = createJobsClient({ baseUrl, token })
    return {
      job: async () => (await jobs.getJob(1, 500)).id,
      list: async () => (await jobs.listProjectJobs(1).first(20)).length,
      archive: async () => lengthOf(await downloadArtifacts(jobs, { project: 1, job: 500 })),
    }
  },
  'openapi-fetch': ({ baseUrl, token }) => {
    const client = createClient<paths>({ baseUrl, headers: { 'PRIVATE-TOKEN': token } })
    const params = { path: { id: 1, job_id: 500 } }
    return {
      job: async () => (await client.GET('/projects/{id}/jobs/{job_id}', { params })).data?.id ?? 0,
      list: async () => {
        const params = { path: { id: 1 }, query: { per_page: 20 } }
        return (await client.GET('/projects/{id}/jobs', { params })).data?.length ?? 0
      },
      archive: async () => lengthOf((await client.GET('/projects/{id}/jobs/{job_id}/artifacts', { params, parseAs: 'stream' })).data),
    }
  },
  'redocly generate-client': async ({ baseUrl, token, generated }) => {
    // It is made when the benchmark runs, so the compiler cannot see it.
    const { OPERATIONS, createClient }: Generated = await import(generated)
    const client = createClient(OPERATIONS, { serverUrl: baseUrl, auth: { apiKey: { personalToken: token } } })
    const path = { id: 1, job_id: 500 }
    return {
      job: async () => (await client.getJob({ path })).id,
      list: async () => (await client.listProjectJobs({ path: { id: 1 }, query: { per_page: 20 } })).length,
      archive: async () => lengthOf(await client.downloadJobArtifacts({ path }, { parseAs: 'stream' })),
    }
  },
  '@gitbeaker/rest': ({ baseUrl, token }) => {
    const api = new Gitlab({ host: baseUrl.replace('/api/v4', ''), token, rateLimits: { '**': 1e9 } }) // its own limit makes it wait
    // It works for downloads although their types do not name it.
    const asStream: object = { asStream: true }
    return {
      job: async () => (await api.Jobs.show(1, 500)).id,
      list: async () => (await api.Jobs.all(1, { perPage: 20, maxPages: 1 })).length,
      archive: async () => lengthOf(await api.JobArtifacts.downloadArchive(1, { jobId: 500, ...asStream })),
    }
  },
}

type Call<Answer> = (args: { path: object; query?: object }, init?: object) => Promise<Answer>
interface Generated {
  readonly OPERATIONS: object
  readonly createClient: (
    operations: object,
    config: object,
  ) => {
    readonly getJob: Call<{ id: number }>
    readonly listProjectJobs: Call<unknown[]>
    readonly downloadJobArtifacts: Call<unknown>
  }
}
