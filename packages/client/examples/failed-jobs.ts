/**
 * Prints the failed jobs of a project and how their logs end.
 *
 *   JOBS_URL=http://127.0.0.1:4000/api/v4 JOBS_TOKEN=demo-dana-personal node packages/client/examples/failed-jobs.ts harbor/webshop
 */
import { createJobsClient } from '@jobs-api/client'

const { JOBS_URL: baseUrl = 'http://127.0.0.1:4000/api/v4', JOBS_TOKEN: token } = process.env
const [project = 'harbor/webshop'] = process.argv.slice(2)
const jobs = createJobsClient({ baseUrl, token })

const failed = await jobs.listProjectJobs({ path: { id: project }, query: { scope: 'failed', per_page: 5 } })
if (failed.error !== undefined) throw new Error(`${project}: ${failed.response.status} ${JSON.stringify(failed.error)}`)

for (const { id, name, stage, failure_reason } of failed.data) {
  console.log(`#${id} ${name} (${stage}): ${failure_reason ?? 'no reason given'}`)
  const { data: log = '' } = await jobs.getJobLog({ path: { id: project, job_id: id } })
  for (const line of log.trimEnd().split('\n').slice(-3)) console.log(`    ${line}`)
}
