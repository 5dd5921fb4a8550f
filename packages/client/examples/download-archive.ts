/**
 * Downloads the archive of a job to a file, and goes on where it was after a cut.
 *
 *   JOBS_TOKEN=demo-mia-personal node packages/client/examples/download-archive.ts harbor/webshop 8 artifacts.zip
 */
import { createJobsClient, downloadArtifacts } from '@jobs-api/client'

const { JOBS_URL: baseUrl = 'http://127.0.0.1:4000/api/v4', JOBS_TOKEN: token } = process.env
const [project = 'harbor/webshop', id = '8', to = 'artifacts.zip'] = process.argv.slice(2)
const jobs = createJobsClient({ baseUrl, token })

const { bytes } = await downloadArtifacts(jobs, { project, job: Number(id) }, { to })
console.log(`${bytes} bytes are in ${to}`)
