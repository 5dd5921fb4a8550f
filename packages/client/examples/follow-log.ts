/**
 * Prints the log of a job as it grows, until the job ends.
 *
 *   JOBS_TOKEN=demo-mia-personal node packages/client/examples/follow-log.ts harbor/webshop 8
 */
import { createJobsClient, followLog } from '@jobs-api/client'

const { JOBS_URL: baseUrl = 'http://127.0.0.1:4000/api/v4', JOBS_TOKEN: token } = process.env
const [project = 'harbor/webshop', id = '8'] = process.argv.slice(2)
const jobs = createJobsClient({ baseUrl, token })

for await (const chunk of followLog(jobs, project, Number(id))) process.stdout.write(chunk)
