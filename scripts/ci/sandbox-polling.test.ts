import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { bundleClient } from '../pack/bundle-client.ts'
import { root } from '../pack/pack.ts'
import { launch } from './playwright.ts'
import { servePollingPage } from './polling-page.ts'
import { startSandbox } from './server-process.ts'

// A page that polls with the SDK, as it is published, in a real browser, at each pace at which jobs can go on.

const sandbox = await startSandbox('--speed', '0')
let page: Awaited<ReturnType<typeof servePollingPage>>
beforeAll(async () => {
  await bundleClient()
  page = await servePollingPage(sandbox.url, await readFile(join(root, 'packages/client/dist/index.js')))
}, 60_000)
afterAll(() => {
  page.stop()
  return sandbox.stop()
})

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
    await tab.goto(`${page.origin}/?universe=${universe}`)
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
