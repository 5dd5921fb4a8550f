import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** Writes a project of somebody who uses the published packages from TypeScript. */
export const writeTypeScriptProject = (folder: string): Promise<void> =>
  write(folder, {
    'package.json': '{ "name": "consumer", "private": true, "type": "module" }',
    'tsconfig.json': JSON.stringify({
      // Without skipLibCheck: our own declarations must hold on their own.
      compilerOptions: { module: 'nodenext', target: 'es2023', strict: true, noEmit: true, types: ['node'] },
      include: ['*.ts'],
    }),
    'index.ts': `
import { createJobsClient, type JobsClient } from '@jobs-api/client'
import { type components, document, type Handlers, operations } from '@jobs-api/contract'
import * as lifecycle from '@jobs-api/lifecycle'
import { type Mock, startMock } from '@jobs-api/mock'
import * as server from '@jobs-api/server'
import { createSandbox, type SteeredUniverse } from '@jobs-api/server/sandbox'

type Job = components['schemas']['Job']
const jobs: JobsClient = createJobsClient({ baseUrl: 'http://127.0.0.1:4000/api/v4', token: 't' })
const job = await jobs.getJob('harbor/webshop', 8)
console.log(job.status satisfies Job['status'])
// @ts-expect-error an operation that does not exist
jobs.restartJob
await using sandbox = await createSandbox({ world: 'erased', speed: 0 })
const universe: SteeredUniverse = await sandbox.universe('mine')
// @ts-expect-error no pace of jobs
await universe.setPace({ mode: 'slowly' })
const answer: Response = await universe.fetch('/api/v4/projects/1/jobs')
console.log(answer.status)
type Retry = Handlers<unknown, string>['retryJob']
export const mock: Promise<Mock> = startMock({ edition: '12.8', delay: { from: 100, to: 900 } })
export const used: unknown[] = [document.paths, operations.getJob.path, lifecycle, server, null as Retry | null]
`,
  })

/** Writes a program of somebody who uses them from JavaScript: a server and a mock, and a client that asks them. */
export const writeJavaScriptProject = (folder: string): Promise<void> =>
  write(folder, {
    'package.json': '{ "name": "consumer", "private": true, "type": "module" }',
    'index.js': `
import { createJobsClient } from '@jobs-api/client'
import { startMock } from '@jobs-api/mock'
import { readSettings, start } from '@jobs-api/server'
import { createSandbox } from '@jobs-api/server/sandbox'

const quiet = { say() {}, complain: console.error }
const server = await start(readSettings(['--port', '0', '--data', ':memory:'], {}), quiet)
const jobs = createJobsClient({ baseUrl: server.url + '/api/v4', token: 'demo-dana-personal' })
const job = await jobs.getJob('harbor/webshop', 8)
const log = await jobs.getJobLog(1, 8)
const mock = await startMock()
const mocked = await createJobsClient({ baseUrl: mock.url, token: 'any' }).getJob(1, 11)
const sandbox = await createSandbox({ world: 'erased' })
const page = await sandbox.fetch('/')
console.log(JSON.stringify({ id: job.id, status: job.status, hasLog: log.length > 0, mocked: mocked.status, sandbox: page.status }))
await sandbox.close()
await mock.stop()
await server.stop()
`,
  })

async function write(folder: string, files: Readonly<Record<string, string>>): Promise<void> {
  await mkdir(folder, { recursive: true })
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text)
}
