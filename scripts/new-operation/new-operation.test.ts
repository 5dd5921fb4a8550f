import { execFile } from 'node:child_process'
import { cp, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { parse } from 'yaml'

const run = promisify(execFile)
const root = fileURLToPath(new URL('../..', import.meta.url))
let copy = ''

beforeAll(async () => {
  copy = await mkdtemp(join(tmpdir(), 'jobs-api-new-operation-'))
  for (const path of ['package.json', 'scripts/new-operation.ts', 'scripts/new-operation', 'openapi/operations', '.biome.json'])
    await cp(join(root, path), join(copy, path), { recursive: true })
})
afterAll(() => rm(copy, { recursive: true, force: true }))

const newOperation = (...ids: string[]) => run(process.execPath, ['scripts/new-operation.ts', ...ids], { cwd: copy })
const read = (path: string) => readFile(join(copy, path), 'utf8')
const paths = [
  'openapi/operations/restartJob.yaml',
  'openapi/examples/restartJob/todo.yaml',
  'packages/server/src/operations/restartJob.ts',
  'packages/server/src/operations/restartJob.test.ts',
  'packages/conformance/src/cases/restartJob.ts',
]

test('the files of an operation are laid down, and what is left to do is said', async () => {
  const { stdout } = await newOperation('restartJob')
  expect(stdout.match(/(?<=wrote )\S+/g)).toEqual(paths)
  for (const step of ['openapi.yaml', 'npm run generate', 'operations/index.ts', 'cases/index.ts', 'npm test'])
    expect(stdout).toContain(step)
})

test('the contract has its part, with an example', async () => {
  const operation = parse(await read('openapi/operations/restartJob.yaml'))
  expect(operation.operationId).toBe('restartJob')
  const { todo } = operation.responses['200'].content['application/json'].examples
  expect(parse(await read(join('openapi/operations', todo.$ref)))).toMatchObject({ value: {} })
})

test.each(paths.slice(2))('%s says by itself that it is not written', async (path) => {
  expect(await read(path)).toMatch(new RegExp(`(not written|no test|to be written).*: ${path}'`))
})

test('what is laid down is in the house style', async () => {
  await run(join(root, 'node_modules/.bin/biome'), ['check', '--vcs-enabled=false', ...paths.filter((path) => path.endsWith('.ts'))], {
    cwd: copy,
  })
})

test.each([
  ['restartJob', 'openapi/operations/restartJob.yaml is there already'],
  ['getJob', 'openapi/operations/getJob.yaml is there already'],
  ['RestartJob', 'RestartJob is no operation id'],
  ['restart-job', 'restart-job is no operation id'],
  ['restart', 'restart is no operation id'],
  ['../evilJob', '../evilJob is no operation id'],
])('%s is refused', async (id, reason) => {
  await expect(newOperation(id)).rejects.toMatchObject({ code: 2, stderr: expect.stringContaining(reason) })
})

test('without an id it says how it is used', async () => {
  await expect(newOperation()).rejects.toMatchObject({ code: 2, stderr: expect.stringContaining('npm run new-operation ID') })
})
