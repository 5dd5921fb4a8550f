/**
 * Prints the sections of a log, the slowest first.
 *
 *   JOBS_TOKEN=demo-mia-personal node packages/client/examples/slowest-sections.ts harbor/webshop 8
 */
import { createJobsClient, followLog, sectionsOf } from '@jobs-api/client'

const { JOBS_URL: baseUrl = 'http://127.0.0.1:4000/api/v4', JOBS_TOKEN: token } = process.env
const [project = 'harbor/webshop', id = '8'] = process.argv.slice(2)
const jobs = createJobsClient({ baseUrl, token })

const sections: { name: string; inSeconds: number }[] = []
for await (const { name, startedAt, endedAt } of sectionsOf(followLog(jobs, project, Number(id))))
  if (endedAt !== undefined) sections.push({ name, inSeconds: (endedAt.getTime() - startedAt.getTime()) / 1000 })
for (const { name, inSeconds } of sections.sort((a, b) => b.inSeconds - a.inSeconds)) console.log(`${inSeconds} s ${name}`)
