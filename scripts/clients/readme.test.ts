import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Gitlab } from '@gitbeaker/rest'
import { operations } from '@jobs-api/contract/operations'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ServerProcess, startSandbox } from '../ci/server-process.ts'
import { root, run } from '../pack/pack.ts'

const readme = await readFile(join(root, 'packages/client/README.md'), 'utf8')
const blocks = [...readme.matchAll(/```ts\n(.*?)```/gs)].map(([, code = '']) => code)
/** What each block of the README prints, in their order. */
const printed = [
  /^#\d+ \S+: \w+\n[\s\S]*#11 lint: script_failure\n/,
  /^3 \d+\n10 \d+\n$/,
  /^lint ended as success\n[\s\S]*0 errors, 1 warning\n[\s\S]*2 tests, 0 failures/,
  /^refused 403 job_not_erasable false\n$/,
  /^#8 is success, and the whole answer is what the contract says\n$/,
]

let server: ServerProcess
let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(root, 'packages/client/.readme-'))
  // One of the blocks waits until a job has ended; here a minute takes two seconds.
  server = await startSandbox('--speed', '30')
})
afterAll(() => Promise.all([server.stop(), rm(folder, { recursive: true, force: true })]))

test('each block of the README is here', () => expect(blocks).toHaveLength(printed.length))

test.each(printed.map((want, at) => [at, want] as const))(
  'block %i of the README prints what it says',
  async (at, want) => {
    const file = join(folder, `block-${at}.ts`)
    await writeFile(file, (blocks[at] ?? '').replaceAll('http://127.0.0.1:4000', server.url))
    const { stdout } = await run(process.execPath, [file])
    expect(stdout).toMatch(want)
  },
  60_000,
)

const rows = [...readme.matchAll(/^\| (`[A-Z].*`|no call) \| (.*) \|$/gm)].map(([, there = '', here = '']) => ({ there, here }))

test('each call of gitbeaker about jobs and their artifacts is named, and no other', () => {
  const { Jobs, JobArtifacts } = new Gitlab({ host: server.url, token: 'none' })
  const calls = Object.entries({ Jobs, JobArtifacts }).flatMap(([part, resource]) =>
    Object.getOwnPropertyNames(Object.getPrototypeOf(resource)).map((name) => `${part}.${name}`),
  )
  const named = rows.flatMap(({ there }) => [...there.matchAll(/(?:Jobs|JobArtifacts)\.\w+/g)].map(([name]) => name))
  expect([...new Set(named)].sort()).toEqual(calls.filter((name) => !name.endsWith('.constructor')).sort())
})

test('each operation has its place in the table', () => {
  const throughDownload = ['downloadJobArtifacts', 'downloadRefArtifacts', 'getJobArtifactFile', 'getRefArtifactFile']
  const here = rows.map((row) => row.here).join()
  expect(Object.keys(operations).filter((id) => !throughDownload.includes(id) && !here.includes(`${id}(`))).toEqual([])
})
