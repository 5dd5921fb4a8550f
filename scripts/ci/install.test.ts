import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { writeJavaScriptProject } from '../pack/consumers.ts'
import { packAll, root, run } from '../pack/pack.ts'
import { servePollingPage } from './polling-page.ts'

// An empty folder, npm, and the packages as a registry would get them.

const oldestNode = '24.16.0'
const oldestMsw = '2.0.0'

let folder = ''
let project = ''
const manifest = async (path: string) => JSON.parse(await readFile(join(root, path, 'package.json'), 'utf8'))
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jobs-api-install-'))
  project = join(folder, 'project')
  const tarballs = await packAll(join(folder, 'tarballs'))
  await writeJavaScriptProject(project)
  const { devDependencies: ours } = await manifest('.')
  const { devDependencies: servers } = await manifest('packages/server')
  const tools = [
    ...['vitest', '@playwright/test'].map((name) => `${name}@${ours[name]}`),
    `msw@${servers.msw}`,
    `msw-oldest@npm:msw@${oldestMsw}`,
  ]
  await run('npm', ['install', '--save-dev', '--no-audit', '--no-fund', '--prefer-offline', ...tarballs, ...tools], { cwd: project })
}, 400_000)
afterAll(() => rm(folder, { recursive: true, force: true }))

/** Starts a program of a package; resolves when it has said all that it says at its start. */
async function startByNpx(...args: readonly string[]) {
  const env = { ...process.env, JOBS_API_SANDBOX_PORT: '0' }
  const npx = spawn('npx', args, { cwd: project, env, stdio: ['ignore', 'pipe', 'inherit'], detached: true })
  const ended = once(npx, 'exit')
  let screen = ''
  for await (const chunk of npx.stdout.iterator({ destroyOnReturn: false })) {
    screen += String(chunk)
    if (/Ctrl.C/.test(screen)) break
  }
  const [url = ''] = /http:\S+(?=\/api\/v4)/.exec(screen) ?? []
  return {
    url,
    async [Symbol.asyncDispose]() {
      // npx, the shell that it starts, and the program.
      if (npx.pid !== undefined) process.kill(-npx.pid, 'SIGTERM')
      await ended
    },
  }
}

test('npm installs the packages, and a program runs on them', { timeout: 100_000 }, async () => {
  const { stdout } = await run(process.execPath, ['index.js'], { cwd: project })
  expect(JSON.parse(stdout)).toEqual({ id: 8, status: 'success', hasLog: true, mocked: 'failed', sandbox: 200 })
})

test('npx starts the mock', { timeout: 100_000 }, async () => {
  await using mock = await startByNpx('@jobs-api/mock', '--port', '0')
  const answer = await fetch(`${mock.url}/api/v4/projects/1/jobs/31`, { headers: { 'PRIVATE-TOKEN': 'any' } })
  expect([answer.status, Object(await answer.json()).id]).toEqual([200, 31])
})

const page = await readFile(join(root, 'packages/server/docs/sandbox.md'), 'utf8')

describe('the page for frontend teams', () => {
  const shown = [...page.matchAll(/```(sh|ts)\n(.*?)```/gs)].map(([, language = '', code = '']) => ({ language, code }))
  const [install = '', lines = ''] = shown.filter(({ language }) => language === 'sh').map(({ code }) => code)
  const tests = shown.filter(({ code }) => code.includes("from 'vitest'"))
  const inBrowser = shown.find(({ code }) => code.includes("from '@playwright/test'"))?.code ?? ''

  test('its command starts the sandbox, its lines of curl are answered, and its test in a browser passes', {
    timeout: 200_000,
  }, async () => {
    const [, command = ''] = /^npx (.+)$/m.exec(install) ?? []
    await using sandbox = await startByNpx(...command.split(' '))
    expect(lines.match(/^curl /gm)).toHaveLength(3)
    const strictly = `set -e; curl() { command curl --silent --fail "$@"; }\n${lines.replaceAll('http://127.0.0.1:4001', sandbox.url)}`
    expect((await run('bash', ['-c', strictly])).stdout).toMatch(/"id":21,/)

    const ui = await servePollingPage(sandbox.url, await readFile(join(project, 'node_modules/@jobs-api/client/dist/index.js')))
    try {
      const place = join(project, 'browser')
      await mkdir(place)
      await writeFile(join(place, 'shown.spec.ts'), inBrowser.replace('http://127.0.0.1:4001', sandbox.url))
      const use = { baseURL: ui.origin, launchOptions: { executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] } }
      await writeFile(join(place, 'playwright.config.mjs'), `export default ${JSON.stringify({ use })}\n`)
      const { stdout } = await run('npx', ['playwright', 'test', '--config', place, '--reporter', 'line'], { cwd: project })
      expect(stdout).toContain('1 passed')
    } finally {
      ui.stop()
    }
  })

  /** Runs its tests with vitest, under the Node of this process or another. */
  async function runsTests(name: string, node: string, change: (code: string) => string) {
    const place = join(project, name)
    await mkdir(place)
    await Promise.all(tests.map(({ code }, index) => writeFile(join(place, `${index}.test.ts`), change(code))))
    const report = join(place, 'report.json')
    const vitest = join(project, 'node_modules/vitest/vitest.mjs')
    await run(node, [vitest, 'run', '--root', place, '--reporter', 'json', '--outputFile', report], { cwd: project })
    expect(JSON.parse(await readFile(report, 'utf8'))).toMatchObject({ success: true, numTotalTests: 4, numPassedTests: 4 })
  }

  test('its unit tests pass', { timeout: 120_000 }, () => runsTests('newest', process.execPath, (code) => code))

  test('they pass with the oldest Node and the oldest MSW that the server promises', { timeout: 240_000 }, async () => {
    const { engines, peerDependencies } = await manifest('packages/server')
    expect([engines.node, peerDependencies.msw]).toEqual([`^${oldestNode} || >=26.1.0`, `^${oldestMsw} || ^3.0.0`])
    // In a folder of its own, or npm would take it for the `node` of the project.
    const place = join(folder, 'node')
    await mkdir(place)
    await writeFile(join(place, 'package.json'), '{ "private": true }')
    const name = `oldest-node@npm:node-${process.platform}-${process.arch}@${oldestNode}`
    await run('npm', ['install', '--no-audit', '--no-fund', '--ignore-scripts', '--prefer-offline', name], { cwd: place })
    const node = join(place, 'node_modules/oldest-node/bin/node')
    expect((await run(node, ['--version'])).stdout.trim()).toBe(`v${oldestNode}`)
    await runsTests('oldest', node, (code) => code.replaceAll(/from 'msw(?=['/])/g, "from 'msw-oldest"))
  })
})
