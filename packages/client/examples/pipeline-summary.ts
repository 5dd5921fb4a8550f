/**
 * Says where the jobs of a pipeline stand, and the pipelines that it has started.
 *
 *   JOBS_TOKEN=demo-mia-personal node packages/client/examples/pipeline-summary.ts harbor/webshop 10
 */
import { createJobsClient } from '@jobs-api/client'

const { JOBS_URL: baseUrl = 'http://127.0.0.1:4000/api/v4', JOBS_TOKEN: token } = process.env
const [project = 'harbor/webshop', pipeline = '10'] = process.argv.slice(2)
const jobs = createJobsClient({ baseUrl, token })

for await (const { stage, name, status } of jobs.listPipelineJobs(project, Number(pipeline))) console.log(`${stage}: ${name} ${status}`)
for await (const { name, downstream_pipeline } of jobs.listPipelineBridges(project, Number(pipeline)))
  console.log(
    `${name}: ${downstream_pipeline === null ? 'started nothing' : `pipeline ${downstream_pipeline.id} ${downstream_pipeline.status}`}`,
  )
