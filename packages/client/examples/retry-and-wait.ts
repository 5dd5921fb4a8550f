/**
 * Retries a job, waits for its successor and says how it ended; leaves with 1 if it did not succeed.
 *
 *   JOBS_TOKEN=demo-mia-personal node packages/client/examples/retry-and-wait.ts harbor/webshop 11
 */
import { createJobsClient, waitForJob } from '@jobs-api/client'

const { JOBS_URL: baseUrl = 'http://127.0.0.1:4000/api/v4', JOBS_TOKEN: token } = process.env
const [project = 'harbor/webshop', id = '11'] = process.argv.slice(2)
const jobs = createJobsClient({ baseUrl, token })

const retried = await jobs.retryJob(project, Number(id))
console.log(`${retried.name} runs again as #${retried.id}`)
const done = await waitForJob(jobs, project, retried.id, {
  timeoutInMs: 60 * 60 * 1000,
  onChange: ({ status }) => console.log(status),
})
process.exitCode = done.status === 'success' ? 0 : 1
