import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

const path = (name: string) => fileURLToPath(new URL(name, import.meta.url))

/** The kit as a user runs it: its exit code, and all it says. */
async function conform(...args: string[]): Promise<{ code: number; output: string }> {
  const child = spawn(process.execPath, [path('main.ts'), ...args], {
    env: { ...process.env, TOKEN: 'demo-mia-personal', WRONG: 'not-a-token' },
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk))
  const [code] = await once(child, 'close')
  return { code, output }
}

const server = spawn(process.execPath, [path('../../server/src/main.ts'), '--port', '0', '--data', ':memory:'])
let reference = ''
beforeAll(async () => {
  let screen = ''
  for await (const chunk of server.stdout) {
    screen += chunk
    reference = /http:\S+\/api\/v4/.exec(screen)?.[0] ?? ''
    if (reference !== '') break
  }
})
afterAll(() => server.kill())

/** Something that takes every request for a list of nothing. */
const hollow = createServer((_, response) => response.writeHead(200, { 'Content-Type': 'application/json' }).end('[]'))
afterAll(() => hollow.close())

const asMia = ['--token-env', 'TOKEN', '--project', 'harbor/webshop']

describe('a run', () => {
  test('of checks that hold is conforming', async () => {
    const { code, output } = await conform(reference, ...asMia, '--only', 'getJob.missing-job', '--only', 'getJob.that-job')
    expect(output).toContain('2 checks: 2 pass.')
    expect(code).toBe(0)
  })

  test('names what it could not see, and that is not conforming', async () => {
    const { code, output } = await conform(reference, ...asMia, '--only', 'getJob.oauth-token', '--only', 'retryJob')
    expect(output).toContain('untestable: needs the token of an application that was let in by a developer (OAuth) in TOKEN_OAUTH')
    expect(output).toMatch(/\d+ that send actions were left out/)
    expect(code).toBe(1)
  })

  test('of a server that knows nothing tells how to see for oneself, and no token', async () => {
    await once(hollow.listen(0, '127.0.0.1'), 'listening')
    const { port } = hollow.address() as AddressInfo
    const { code, output } = await conform(`http://127.0.0.1:${port}/api/v4`, ...asMia, '--only', 'getTokenJob.other-token')
    expect(output).toContain('expected status 404, got 200')
    expect(output).toContain('source: A valid personal or OAuth token without a job token is answered 404')
    expect(output).toContain(`curl --globoff --header "PRIVATE-TOKEN: $TOKEN" 'http://127.0.0.1:${port}/api/v4/job'`)
    expect(output).not.toContain('demo-mia-personal')
    expect(code).toBe(1)
  })
})

test('saved reports are put side by side, and a coverage is written', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'jobs-api-reports-'))
  try {
    const [saved, map, data] = ['a.json', 'map.html', 'map.json'].map((name) => join(folder, name))
    const kept = ['--report', 'json', '--coverage', map ?? '', '--coverage', data ?? '']
    const { output } = await conform(reference, ...asMia, '--only', 'getJob.missing-job', ...kept)
    await writeFile(saved ?? '', output)
    expect(JSON.parse(await readFile(data ?? '', 'utf8')).answers).toContainEqual({ name: 'getJob 404 application/json', seen: 1 })
    expect(await readFile(map ?? '', 'utf8')).toContain('<th>getJob</th>')
    const { code, output: page } = await conform('compare', saved ?? '', saved ?? '')
    expect([code, page]).toEqual([0, expect.stringContaining('Conformance to the Jobs API of 2 servers')])
    expect(await conform('compare', map ?? '')).toEqual({ code: 2, output: expect.stringContaining('is no report') })
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
})

test('a recording stamps what held, and what is no GitLab has to be named', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'jobs-api-record-'))
  const args = ['record', reference, ...asMia, '--only', 'getJob.missing-job', '--only', 'getJob.oauth-token', '--out', folder]
  try {
    expect(await conform(...args)).toEqual({ code: 2, output: expect.stringContaining('this may be no GitLab') })
    const { output } = await conform(...args, '--gitlab-version', 'of nobody')
    expect(output).toMatch(/1 checks stamped with last validated on GitLab of nobody, \d{4}-\d\d-\d\d/)
    expect(Object.keys(JSON.parse(await readFile(join(folder, 'validated.json'), 'utf8')))).toEqual(['getJob.missing-job'])
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
})

test('--list sends nothing', async () => {
  const { code, output } = await conform('--list', '--only', 'getJob')
  expect([code, output]).toEqual([0, expect.stringContaining('not yet validated on GitLab')])
})

test.each([
  ['no URL', () => asMia, 'a URL is missing'],
  ['two URLs', () => [reference, reference, ...asMia], 'one URL is enough'],
  ['no project', () => [reference, '--token-env', 'TOKEN'], '--project is missing'],
  ['an empty variable', () => [reference, '--token-env', 'NOT_SET', '--project', '1'], 'NOT_SET is empty'],
  ['a wrong token', () => [reference, '--token-env', 'WRONG', '--project', '1'], 'the token is not accepted'],
  ['a project that is not there', () => [reference, '--token-env', 'TOKEN', '--project', '4711'], 'does not see the project'],
  ['another address', () => [reference.replace('/api/v4', ''), ...asMia], 'does the address end in /api/v4?'],
  ['nobody there', () => ['http://127.0.0.1:1/api/v4', ...asMia], 'nothing answers there'],
  ['an unknown check', () => [reference, ...asMia, '--only', 'restartJob'], 'fits no check'],
  ['only actions, without leave', () => [reference, ...asMia, '--only', 'retryJob'], 'add --allow-writes'],
  ['an unknown edition', () => [reference, ...asMia, '--edition', '9.0'], '--edition is one of 10.7'],
  ['an unknown flag', () => [reference, ...asMia, '--colour', 'red'], "Unknown option '--colour'"],
])('%s is wrong use', async (_, args, complaint) => {
  const { code, output } = await conform(...args())
  expect([code, output]).toEqual([2, expect.stringContaining(complaint)])
})
