/**
 * Prints the failed jobs of a branch and how their logs end.
 *
 *   JOBS_TOKEN=demo-mia-personal node packages/client/examples/failed-jobs.ts harbor/webshop feature/freight-cost
 */
import { createJobsClient } from '@jobs-api/client'

const { JOBS_URL: baseUrl = 'http://127.0.0.1:4000/api/v4', JOBS_TOKEN: token } = process.env
const [project = 'harbor/webshop', ref] = process.argv.slice(2)
const jobs = createJobsClient({ baseUrl, token })

for (const { id, name, stage, failure_reason } of await jobs.listProjectJobs(project, { scope: 'failed', ...(ref && { ref }) }).first(5)) {
  console.log(`#${id} ${name} (${stage}): ${failure_reason ?? 'no reason given'}`)
  const log = await jobs.getJobLog(project, id)
  for (const line of log.trimEnd().split('\n').slice(-3)) console.log(`    ${line}`)
}
