import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { bundleClient } from '../pack/bundle-client.ts'
import { root, run } from '../pack/pack.ts'
import { type ServerProcess, startServer } from './server-process.ts'

// The client as it is published, on every runtime that it is for. Each comes from the registry, as its users' does.

const machine = `${process.platform}-${process.arch}`
const node = (version: string) => ({ from: `node-${machine}@${version}`, command: [`node_modules/node-${machine}/bin/node`] })
const deno = { from: `@deno/${machine}${process.platform === 'linux' ? '-glibc' : ''}@2.9.6` }
const runtimes = {
  'Node 20': node('20.20.2'),
  'Node 22': node('22.23.3'),
  'Node 24': node('24.21.0'),
  Deno: {
    ...deno,
    command: [`node_modules/${deno.from.replace(/@[\d.]+$/, '')}/deno`, 'run', '--allow-net', '--allow-read', '--allow-write'],
  },
}

let folder = ''
let server: ServerProcess
beforeAll(async () => {
  await bundleClient()
  folder = await mkdtemp(join(tmpdir(), 'jobs-api-runtimes-'))
  server = await startServer('--runners', 'on')
}, 60_000)
afterAll(() => Promise.all([server.stop(), rm(folder, { recursive: true, force: true })]))

const program = (url: string) => `
import { createJobsClient, downloadArtifacts, followLog, linesOf, waitForJob } from ${JSON.stringify(`file://${root}/packages/client/dist/index.js`)}
const jobs = createJobsClient({ baseUrl: '${url}/api/v4', token: 'demo-mia-personal' })
const listed = []
for await (const job of jobs.listPipelineJobs('harbor/webshop', 10, { per_page: 2 })) listed.push(job)
const retried = await jobs.retryJob(1, listed.find(({ name }) => name === 'lint').id)
const lines = []
for await (const line of linesOf(followLog(jobs, 1, retried.id, { intervalInMs: 300 }))) lines.push(line)
const { status } = await waitForJob(jobs, 1, retried.id)
const { bytes } = await downloadArtifacts(jobs, { project: 1, job: 8 }, { to: 'artifacts.zip' })
const { reason } = await jobs.eraseJob(1, 26).catch((error) => error)
const aborted = await jobs.getJob(1, 8, { signal: AbortSignal.abort(new Error('enough')) }).catch((error) => error.message)
console.log(JSON.stringify({ listed: listed.length, status, last: lines.at(-1), hasBytes: bytes > 100, reason, aborted }))
`

test.each(Object.entries(runtimes))('%s', { timeout: 240_000 }, async (name, { from, command }) => {
  const place = await mkdtemp(join(folder, 'runtime-'))
  await writeFile(join(place, 'package.json'), '{ "private": true, "type": "module" }')
  await run('npm', ['install', '--no-audit', '--no-fund', '--ignore-scripts', '--prefer-offline', from], { cwd: place })
  await writeFile(join(place, 'program.js'), program(server.url))
  const [executable = '', ...flags] = command
  const version = await run(join(place, executable), ['--version'])
  expect(version.stdout).toContain(name === 'Deno' ? 'deno 2.' : name.replace('Node ', 'v'))
  const { stdout } = await run(join(place, executable), [...flags, 'program.js'], { cwd: place, env: { ...process.env, NO_COLOR: '1' } })
  expect(JSON.parse(stdout)).toEqual({
    listed: expect.toSatisfy((count: number) => count >= 4),
    status: 'success',
    last: expect.stringContaining('Job succeeded'),
    hasBytes: true,
    reason: 'job_not_erasable',
    aborted: 'enough',
  })
})
