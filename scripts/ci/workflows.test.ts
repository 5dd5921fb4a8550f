import { execFile } from 'node:child_process'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { root } from '../pack/pack.ts'
import { type ServerProcess, startServer } from './server-process.ts'

// Every workflow of the contract, step by step, by somebody else's program against a server whose runners are at work.

const openapi = join(root, 'openapi')
const workflows = (await readdir(join(openapi, 'workflows'))).filter((file) => file.endsWith('.arazzo.yaml'))

/** Whose token a workflow needs, where a developer's is not enough or not right; and what it has no default for. */
const inputs: Readonly<Record<string, readonly string[]>> = {
  'follow-a-job.arazzo.yaml': ['pipeline=10', 'token=demo-dana-personal'],
  'who-am-i.arazzo.yaml': ['token=demo-webshop-job'],
}

/** A job that runs is over soon where runners are at work; its token is asked for where they rest. */
const atRest = 'who-am-i.arazzo.yaml'
let [atWork, resting]: [ServerProcess?, ServerProcess?] = []
beforeAll(async () => {
  ;[atWork, resting] = await Promise.all([startServer('--runners', 'on'), startServer()])
})
afterAll(() => Promise.all([atWork?.stop(), resting?.stop()]))

test('there are at least ten', () => expect(workflows.length).toBeGreaterThanOrEqual(10))

test.each(workflows)(
  '%s',
  async (file) => {
    const given = (inputs[file] ?? ['token=demo-mia-personal']).flatMap((input) => ['--input', input])
    const args = ['respect', `workflows/${file}`, ...given, '-S', `jobs=${(file === atRest ? resting : atWork)?.url}/api/v4`]
    const { stdout, stderr } = await promisify(execFile)('redocly', args, { cwd: openapi }).catch(
      (failure: { stdout: string; stderr: string }) => failure,
    )
    expect(`${stdout}${stderr}`).toMatch(/Steps: (\d+) passed, \1 total/)
  },
  120_000,
)
