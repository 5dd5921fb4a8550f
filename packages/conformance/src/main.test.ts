import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'

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

test('the reference server conforms, reading and acting', async () => {
  const { code, output } = await conform(reference, ...asMia, '--allow-writes')
  expect(output).toContain(' 0 fail, 0 untestable.')
  expect(code).toBe(0)
})

test('without leave no action is sent', async () => {
  const { code, output } = await conform(reference, ...asMia)
  expect(output).toMatch(/\d+ that send actions were left out/)
  expect(output).not.toContain('retryJob')
  expect(code).toBe(0)
})

test('a server that knows nothing does not conform, and what could not be seen is named', async () => {
  await once(hollow.listen(0, '127.0.0.1'), 'listening')
  const { port } = hollow.address() as AddressInfo
  const { code, output } = await conform(`http://127.0.0.1:${port}/api/v4`, ...asMia)
  expect(output).toContain('untestable: needs a job with an archive')
  expect(output).toContain(`curl --globoff --header "PRIVATE-TOKEN: $TOKEN" 'http://127.0.0.1:${port}/api/v4/job'`)
  expect(output).not.toContain('demo-mia-personal')
  expect(code).toBe(1)
})

test('--list sends nothing', async () => {
  const { code, output } = await conform('--list', '--only', 'getJob')
  expect([code, output]).toEqual([0, expect.stringContaining('getJob.missing-job')])
})

test.each([
  ['no URL', () => asMia, 'a URL is missing'],
  ['no project', () => [reference, '--token-env', 'TOKEN'], '--project is missing'],
  ['an empty variable', () => [reference, '--token-env', 'NOT_SET', '--project', '1'], 'NOT_SET is empty'],
  ['a wrong token', () => [reference, '--token-env', 'WRONG', '--project', '1'], 'the token is not accepted'],
  ['a project that is not there', () => [reference, '--token-env', 'TOKEN', '--project', '4711'], 'does not see the project'],
  ['another address', () => [reference.replace('/api/v4', ''), ...asMia], 'does the address end in /api/v4?'],
  ['nobody there', () => ['http://127.0.0.1:1/api/v4', ...asMia], 'nothing answers there'],
  ['an unknown case', () => [reference, ...asMia, '--only', 'restartJob'], 'fits no case'],
  ['only actions, without leave', () => [reference, ...asMia, '--only', 'retryJob'], 'add --allow-writes'],
])('%s is wrong use', async (_, args, complaint) => {
  const { code, output } = await conform(...args())
  expect([code, output]).toEqual([2, expect.stringContaining(complaint)])
})
