/**
 * Starts a manual job with variables of its own.
 *
 *   JOBS_TOKEN=demo-mia-personal node packages/client/examples/play-with-variables.ts harbor/webshop 26 TRACK=canary SHIPS=3
 */
import { createJobsClient, JobsApiError } from '@jobs-api/client'

const { JOBS_URL: baseUrl = 'http://127.0.0.1:4000/api/v4', JOBS_TOKEN: token } = process.env
const [project = 'harbor/webshop', id = '26', ...pairs] = process.argv.slice(2)
const jobs = createJobsClient({ baseUrl, token })

try {
  const job = await jobs.playJob(project, Number(id), {
    job_variables_attributes: pairs.map((pair) => ({ key: pair.split('=')[0] ?? '', value: pair.split('=').slice(1).join('=') })),
  })
  console.log(`${job.name} is ${job.status} as #${job.id}`)
} catch (error) {
  if (!(error instanceof JobsApiError && error.reason === 'job_not_playable')) throw error
  console.error('This job does not wait for anybody.')
  process.exitCode = 1
}
