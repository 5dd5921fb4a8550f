import { spawn } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { root, run } from '../pack/pack.ts'

// A client that many use and nobody here wrote, as it comes from the registry: it must find nothing to stumble over.
const gitbeaker = '@gitbeaker/rest@43.8.0'
const server = spawn(process.execPath, [join(root, 'packages/server/src/main.ts'), '--port', '0', '--data', ':memory:'])
let folder = ''
let host = ''

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jobs-api-gitbeaker-'))
  await writeFile(join(folder, 'package.json'), '{ "private": true, "type": "module" }')
  await run('npm', ['install', '--no-audit', '--no-fund', '--prefer-offline', gitbeaker], { cwd: folder })
  let screen = ''
  for await (const chunk of server.stdout) {
    screen += chunk
    host = /(http:\S+)\/api\/v4/.exec(screen)?.[1] ?? ''
    if (host !== '') break
  }
}, 300_000)
afterAll(async () => {
  server.kill()
  await rm(folder, { recursive: true, force: true })
})

/** The value of an expression over `api`, a Gitbeaker that speaks to the reference server. */
async function ask(expression: string): Promise<unknown> {
  const program = `
    import { Gitlab } from '@gitbeaker/rest'
    const api = new Gitlab({ host: '${host}', token: 'demo-mia-personal' })
    console.log(JSON.stringify(await (${expression})))`
  const { stdout } = await run(process.execPath, ['--input-type=module', '--eval', program], { cwd: folder })
  return JSON.parse(stdout)
}

test.each([
  ['lists all pages of jobs', "api.Jobs.all('harbor/webshop', { perPage: 5 }).then((jobs) => jobs.length > 20)", true],
  ['lists by scope', "api.Jobs.all(1, { scope: ['running'] }).then((jobs) => jobs.every((job) => job.status === 'running'))", true],
  [
    'lists by keyset',
    "api.Jobs.all(1, { pagination: 'keyset', orderBy: 'id', sort: 'desc', perPage: 5 }).then((jobs) => jobs.length > 20)",
    true,
  ],
  ['lists a pipeline with retried jobs', 'api.Jobs.all(1, { pipelineId: 10, includeRetried: true }).then((jobs) => jobs.length > 4)', true],
  ['lists trigger jobs', 'api.Jobs.allPipelineBridges(1, 6).then(([bridge]) => bridge.id)', 12],
  ['reads a job', "api.Jobs.show('harbor/webshop', 8).then((job) => job.name)", 'test'],
  ['reads a log', 'api.Jobs.showLog(1, 11).then((log) => typeof log)', 'string'],
  ['cancels', 'api.Jobs.cancel(1, 21).then((job) => job.status)', 'canceled'],
  ['retries', 'api.Jobs.retry(1, 11).then((job) => job.id !== 11)', true],
  ['plays', 'api.Jobs.play(1, 26).then((job) => job.id)', 26],
  ['erases', 'api.Jobs.erase(1, 38).then((job) => job.artifacts)', []],
  ['downloads an archive', 'api.JobArtifacts.downloadArchive(1, { jobId: 8 }).then((blob) => blob.size > 100)', true],
  [
    'downloads an archive by ref',
    "api.JobArtifacts.downloadArchive(1, { ref: 'master', job: 'test' }).then((blob) => blob.size > 100)",
    true,
  ],
  [
    'downloads a file',
    "api.JobArtifacts.downloadArchive(1, { jobId: 8, artifactPath: 'coverage/index.html' }).then((file) => file !== '')",
    true,
  ],
  ['keeps artifacts', 'api.JobArtifacts.keep(1, 8).then((job) => job.artifacts_expire_at)', null],
  ['deletes artifacts', 'api.JobArtifacts.remove(1, { jobId: 8 }).then(() => true)', true],
])('gitbeaker %s', async (_, expression, want) => {
  expect(await ask(expression)).toEqual(want)
})
