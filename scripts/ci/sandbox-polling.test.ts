import { once } from 'node:events'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { bundleClient } from '../pack/bundle-client.ts'
import { root, run } from '../pack/pack.ts'
import { launch } from './playwright.ts'
import { startSandbox } from './server-process.ts'

// A page that polls with the SDK, as it is published, in a real browser; by the test that the page for frontend teams shows, and
// at each pace at which jobs can go on.

const sandbox = await startSandbox('--speed', '0')
const page = createServer()
let origin = ''
beforeAll(async () => {
  await bundleClient()
  const program = await readFile(join(root, 'packages/client/dist/index.js'))
  page.on('request', ({ url }, response) => {
    if (url === '/client.js') return void response.setHeader('Content-Type', 'text/javascript').end(program)
    response.setHeader('Content-Type', 'text/html').end(html(new URL(url ?? '/', 'http://page').searchParams.get('universe')))
  })
  await once(page.listen(0, '127.0.0.1'), 'listening')
  origin = `http://127.0.0.1:${Object(page.address()).port}`
}, 60_000)
afterAll(() => {
  page.closeAllConnections()
  page.close()
  return sandbox.stop()
})

/** Shows the status of job 2 and its log, and keeps what it has shown. */
function html(universe: string | null): string {
  const { port } = new URL(sandbox.url)
  const host = universe === null ? sandbox.url : `http://${universe}.localhost:${port}`
  return `<!doctype html><title>A job</title><output id="status"></output><pre role="log"></pre>
<script type="module">
  import { createJobsClient, followLog, linesOf, waitForJob } from '/client.js'
  const jobs = createJobsClient({ baseUrl: '${host}/api/v4', token: 'demo-dana-personal' })
  window.seen = { statuses: [], sizes: [] }
  const log = document.querySelector('pre')
  const follow = async () => {
    for await (const line of linesOf(followLog(jobs, 1, 2, { intervalInMs: 50 }))) {
      log.textContent += line + '\\n'
      seen.sizes.push(log.textContent.length)
    }
  }
  const onChange = ({ status }) => {
    document.querySelector('output').textContent = status
    seen.statuses.push(status)
  }
  await Promise.all([waitForJob(jobs, 1, 2, { intervalInMs: 50, onChange }), follow()])
  window.done = true
</script>`
}

const paces: [string, object, string[]][] = [
  ['with the clock', { mode: 'time' }, ['pending', 'running', 'success']],
  ['when they are read', { mode: 'reads', reads: 6 }, ['pending', 'running', 'success']],
  ['at once', { mode: 'at_once' }, ['success']],
]

test.each(paces)('jobs go on %s, and the page sees it', { timeout: 90_000 }, async (name, pace, statuses) => {
  const universe = `${name.replaceAll(' ', '-')}.under-way`
  const order = async (method: string, path: string, body: object) => {
    const headers = { 'X-Jobs-Universe': universe, 'Content-Type': 'application/json' }
    expect((await fetch(`${sandbox.url}${path}`, { method, headers, body: JSON.stringify(body) })).status).toBe(200)
  }
  await order('PUT', '/sandbox/pace', pace)
  const browser = await launch()
  try {
    const tab = await browser.newPage()
    await tab.goto(`${origin}/?universe=${universe}`)
    await tab.waitForFunction('seen.statuses.length > 0')
    await order('POST', '/sandbox/clock', { speed: 10 })
    await tab.waitForFunction('window.done', null, { timeout: 60_000 })
    const seen: { statuses: string[]; sizes: number[] } = await tab.evaluate('window.seen')
    expect(seen.statuses).toEqual(statuses)
    expect(seen.sizes.toSorted((one, other) => one - other)).toEqual(seen.sizes)
    expect(await tab.getByRole('log').textContent()).toMatch(/Running with gitlab-runner.*12 passed.*Job succeeded/s)
  } finally {
    await browser.close()
  }
})

test('the test in a browser that is shown runs, and passes', { timeout: 120_000 }, async () => {
  const text = await readFile(join(root, 'packages/server/docs/sandbox.md'), 'utf8')
  const code = [...text.matchAll(/```ts\n(.*?)```/gs)].map(([, block = '']) => block).find((block) => block.includes('@playwright/test'))
  const folder = await mkdtemp(join(root, 'scripts/.docs-'))
  try {
    await writeFile(join(folder, 'shown.spec.ts'), (code ?? '').replace('http://127.0.0.1:4001', sandbox.url))
    const launchOptions = { executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] }
    await writeFile(
      join(folder, 'playwright.config.mjs'),
      `export default ${JSON.stringify({ outputDir: '.results', use: { baseURL: origin, launchOptions } })}\n`,
    )
    const { stdout } = await run('playwright', ['test', '--config', folder, '--reporter', 'line'], { cwd: folder })
    expect(stdout).toContain('1 passed')
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
})
