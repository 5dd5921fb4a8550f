import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type ServerProcess, startServer } from '../ci/server-process.ts'
import { root, run } from '../pack/pack.ts'

// The examples of the client, each as the program that its reader would start, against the demo world with its runners on.

let server: ServerProcess
let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jobs-api-examples-'))
  server = await startServer('--runners', 'on')
})
afterAll(() => Promise.all([server.stop(), rm(folder, { recursive: true, force: true })]))

const examples = join(root, 'packages/client/examples')

async function example(name: string, args: readonly string[], token = 'demo-mia-personal'): Promise<string> {
  const env = { ...process.env, JOBS_URL: `${server.url}/api/v4`, JOBS_TOKEN: token }
  const { stdout } = await run(process.execPath, [join(examples, `${name}.ts`), ...args], { env })
  return stdout
}

const said: Readonly<Record<string, readonly [args: readonly string[], want: RegExp, token?: string]>> = {
  'failed-jobs': [
    ['harbor/webshop', 'feature/freight-cost'],
    /^#16 unit \(test\): runner_system_failure\n[\s\S]+#11 lint \(test\): script_failure/,
  ],
  'follow-log': [['harbor/webshop', '8'], /\$ npm test[\s\S]+Job succeeded/],
  'slowest-sections': [['harbor/webshop', '8'], /^146 s step_script\n$/],
  'newest-report': [['harbor/webshop', 'master', 'test', 'report.txt'], /^2 tests, 0 failures\n$/],
  'list-archive': [['harbor/webshop', '8'], /^coverage\/\n(.*\n)*report\.txt \(\d+ bytes\)\n/],
  'pipeline-summary': [['harbor/webshop', '10'], /test: lint failed\n(.*\n)*promote: started nothing\n$/],
  'job-of-this-token': [[], /^#14 \S+ of pipeline 20, started by \w+\n$/, 'demo-webshop-job'],
  'play-with-variables': [['harbor/webshop', '26', 'TRACK=canary'], /^deploy-production is \w+ as #26\n$/],
  'retry-and-wait': [['harbor/webshop', '11'], /^lint runs again as #\d+\npending\n(running\n)?success\n$/],
  'cancel-pipeline': [['harbor/webshop', '20'], /^#\d+ \S+: cancel(ed|ing)$/m],
  'sweep-old-artifacts': [['harbor/webshop', '0', '--do-it'], /^deleted the artifacts of #8 test$/m],
}

describe('an example', () => {
  test('download-archive', async () => {
    const file = join(folder, 'artifacts.zip')
    expect(await example('download-archive', ['harbor/webshop', '1', file])).toMatch(/^\d+ bytes are in /)
    expect((await readFile(file)).subarray(0, 2).toString()).toBe('PK')
  })

  test.each(Object.entries(said))(
    '%s',
    async (name, [args, want, token]) => {
      expect(await example(name, args, token)).toMatch(want)
    },
    60_000,
  )

  test('each file is one of them', async () => {
    const files = (await readdir(examples)).map((file) => file.replace('.ts', ''))
    expect(files.sort()).toEqual([...Object.keys(said), 'download-archive'].sort())
  })
})
