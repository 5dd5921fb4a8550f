/**
 * Lists what is in the archive of a job, without downloading it.
 *
 *   JOBS_TOKEN=demo-mia-personal node packages/client/examples/list-archive.ts harbor/webshop 8
 */
import { createJobsClient } from '@jobs-api/client'

const { JOBS_URL: baseUrl = 'http://127.0.0.1:4000/api/v4', JOBS_TOKEN: token } = process.env
const [project = 'harbor/webshop', id = '8'] = process.argv.slice(2)
const jobs = createJobsClient({ baseUrl, token })

for await (const { path, type, size } of jobs.listJobArtifactTree(project, Number(id), { recursive: true }))
  console.log(type === 'directory' ? path : `${path} (${size} bytes)`)
