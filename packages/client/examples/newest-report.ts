/**
 * Prints a file from the newest successful run of a job on a branch, without downloading the archive.
 *
 *   JOBS_TOKEN=demo-mia-personal node packages/client/examples/newest-report.ts harbor/webshop master test report.txt
 */
import { createJobsClient, downloadArtifacts } from '@jobs-api/client'

const { JOBS_URL: baseUrl = 'http://127.0.0.1:4000/api/v4', JOBS_TOKEN: token } = process.env
const [project = 'harbor/webshop', ref = 'master', job = 'test', path = 'report.txt'] = process.argv.slice(2)
const jobs = createJobsClient({ baseUrl, token })

for await (const chunk of await downloadArtifacts(jobs, { project, ref, job, path })) process.stdout.write(chunk)
