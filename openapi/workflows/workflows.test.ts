import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ExampleServer, type FreshWorld, freshWorld } from '../../scripts/examples/fresh-server.ts'

const openapi = fileURLToPath(new URL('..', import.meta.url))
const workflow = 'workflows/follow-a-job.arazzo.yaml'
let server: ExampleServer
let world: FreshWorld

beforeAll(async () => {
  server = await ExampleServer.start()
  world = await freshWorld()
  server.enter(world)
})

afterAll(async () => {
  await server.stop()
  await world.remove()
})

// From the folder of the configuration, which `respect` finds in no other way.
const redocly = (...args: string[]) =>
  promisify(execFile)('redocly', args, { cwd: openapi }).catch((failure: { stdout: string; stderr: string }) => failure)

test('the workflows are well formed', async () => {
  expect((await redocly('lint', 'workflows/*.arazzo.yaml')).stderr).toMatch(/Your API descriptions? (is|are) valid/)
})

test('a server answers every step as the workflow says', async () => {
  const inputs = ['--input', 'pipeline=10', '--input', 'token=demo-dana-personal']
  const { stderr, stdout } = await redocly('respect', workflow, ...inputs, '-S', `jobs=http://127.0.0.1:${server.port}/api/v4`)
  expect(`${stdout}${stderr}`).toMatch(/Steps: 4 passed, 4 total/)
})
