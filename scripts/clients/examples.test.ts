import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type ServerProcess, startSandbox, startServer } from '../ci/server-process.ts'
import { root, run } from '../pack/pack.ts'
import { heroes } from './heroes.ts'

// The examples of the client, each as the program that its reader would start, against the demo world with its runners on; those that
// wait for a job, where a minute takes two seconds.

let server: ServerProcess
let hasty: ServerProcess
let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jobs-api-examples-'))
  ;[server, hasty] = await Promise.all([startServer('--runners', 'on'), startSandbox('--speed', '30')])
})
afterAll(() => Promise.all([server.stop(), hasty.stop(), rm(folder, { recursive: true, force: true })]))

const examples = join(root, 'packages/client/examples')

async function example(name: string, args: readonly string[], { url } = server, token = 'demo-mia-personal'): Promise<string> {
  const env = { ...process.env, JOBS_URL: `${url}/api/v4`, JOBS_TOKEN: token }
  const { stdout } = await run(process.execPath, [join(examples, `${name}.ts`), ...args], { env })
  return stdout
}

describe('an example', () => {
  test('download-archive', async () => {
    const file = join(folder, 'artifacts.zip')
    expect(await example('download-archive', ['harbor/webshop', '1', file])).toMatch(/^\d+ bytes are in /)
    expect((await readFile(file)).subarray(0, 2).toString()).toBe('PK')
  })

  test.each(Object.entries(heroes))(
    '%s',
    async (name, { args, says, token, waits }) => {
      expect(await example(name, args, waits ? hasty : server, token)).toMatch(says)
    },
    60_000,
  )

  test('each file is one of them', async () => {
    const files = (await readdir(examples)).map((file) => file.replace('.ts', ''))
    expect(files.sort()).toEqual([...Object.keys(heroes), 'download-archive'].sort())
  })
})
