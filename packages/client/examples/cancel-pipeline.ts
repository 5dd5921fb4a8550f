/**
 * Cancels whatever of a pipeline has not finished yet.
 *
 *   JOBS_TOKEN=demo-mia-personal node packages/client/examples/cancel-pipeline.ts harbor/webshop 20
 */
import { createJobsClient } from '@jobs-api/client'

const { JOBS_URL: baseUrl = 'http://127.0.0.1:4000/api/v4', JOBS_TOKEN: token } = process.env
const [project = 'harbor/webshop', pipeline = '20'] = process.argv.slice(2)
const jobs = createJobsClient({ baseUrl, token })

const underWay = jobs.listPipelineJobs(project, Number(pipeline), { scope: ['created', 'pending', 'preparing', 'running', 'scheduled'] })
for (const { id } of await underWay.all({ max: 1000 })) {
  const { name, status } = await jobs.cancelJob(project, id)
  console.log(`#${id} ${name}: ${status}`)
}
