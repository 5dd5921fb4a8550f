/**
 * Says which job a script runs in; for use within a job, where the token is CI_JOB_TOKEN.
 *
 *   JOBS_TOKEN=demo-webshop-job node packages/client/examples/job-of-this-token.ts
 */
import { createJobsClient } from '@jobs-api/client'

const { JOBS_URL: baseUrl = 'http://127.0.0.1:4000/api/v4', JOBS_TOKEN: token } = process.env
const jobs = createJobsClient({ baseUrl, jobToken: token })

const { id, name, pipeline, user } = await jobs.getTokenJob()
console.log(`#${id} ${name} of pipeline ${pipeline.id}, started by ${user?.username ?? 'nobody'}`)
