import { sizeOf } from '../pack/bundle-client.ts'

const options = "baseUrl: 'https://gitlab.example.com/api/v4', token: 't'"

/** For each client the shortest program that lists jobs and reads one. */
const programs = (generated: string): Readonly<Record<string, string>> => ({
  '@jobs-api/client': `import { createJobsClient } from '@jobs-api/client'
    const jobs = createJobsClient({ ${options} })
    export const seen = [jobs.listProjectJobs(1), jobs.getJob(1, 2)]`,
  '@gitbeaker/rest': `import { Jobs } from '@gitbeaker/rest'
    const jobs = new Jobs({ host: 'https://gitlab.example.com', token: 't' })
    export const seen = [jobs.all(1), jobs.show(1, 2)]`,
  'openapi-fetch': `import createClient from 'openapi-fetch'
    const client = createClient({ ${options} })
    const path = { id: 1, job_id: 2 }
    export const seen = [client.GET('/projects/{id}/jobs', { params: { path } }), client.GET('/projects/{id}/jobs/{job_id}', { params: { path } })]`,
  'redocly generate-client': `import { listProjectJobs, getJob } from ${JSON.stringify(generated)}
    export const seen = [listProjectJobs({ path: { id: 1 } }), getJob({ path: { id: 1, job_id: 2 } })]`,
})

/** How many bytes each of these programs is, minified and gzipped, by name of the client. */
export async function weights(generated: string): Promise<ReadonlyMap<string, number>> {
  const sizes = new Map<string, number>()
  for (const [name, program] of Object.entries(programs(generated))) sizes.set(name, await sizeOf(program))
  return sizes
}
