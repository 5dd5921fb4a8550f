/**
 * Deletes the artifacts of jobs that finished more than some days ago; only says which unless told to do it.
 *
 *   JOBS_TOKEN=demo-mia-personal node packages/client/examples/sweep-old-artifacts.ts harbor/webshop 30 --do-it
 */
import { createJobsClient, isFinished } from '@jobs-api/client'

const { JOBS_URL: baseUrl = 'http://127.0.0.1:4000/api/v4', JOBS_TOKEN: token } = process.env
const [project = 'harbor/webshop', days = '30', really] = process.argv.slice(2)
const jobs = createJobsClient({ baseUrl, token })
const limit = Date.now() - Number(days) * 24 * 60 * 60 * 1000

for await (const job of jobs.listProjectJobs(project)) {
  const hasArtifacts = job.artifacts.some(({ file_type }) => file_type !== 'trace')
  if (!isFinished(job) || job.finished_at === null || Date.parse(job.finished_at) > limit || !hasArtifacts) continue
  if (really === '--do-it') await jobs.deleteJobArtifacts(project, job.id)
  console.log(`${really === '--do-it' ? 'deleted' : 'would delete'} the artifacts of #${job.id} ${job.name}`)
}
