import type { Page } from '@playwright/test'
import { afterAll, expect, test } from 'vitest'
import { launch } from './playwright.ts'
import { startSandbox } from './server-process.ts'

// The page of the sandbox, as somebody uses it who has no mouse.

const [browser, sandbox] = await Promise.all([launch(), startSandbox('--speed', '0', '--at', '2026-11-20T10:00:00Z')])
afterAll(() => Promise.all([browser.close(), sandbox.stop()]))

async function open(universe: string, options: Parameters<typeof browser.newContext>[0] = {}) {
  const context = await browser.newContext(options)
  const page = await context.newPage()
  const asked: string[] = []
  const troubles: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  page.on('console', (message) => message.type() === 'error' && troubles.push(message.text()))
  page.on('pageerror', (error) => troubles.push(String(error)))
  await page.goto(`${sandbox.url}/?jobs_universe=${universe}`)
  await page.getByText('2026-11-20').waitFor()
  return { page, asked, troubles, close: () => context.close() }
}

// Code of the page, as a text: these tests know no DOM.
const nameOfFocus = `(({ activeElement: it }) => it.getAttribute('aria-label') ?? (it.textContent.trim() || it.getAttribute('name')) ?? '')(document)`
const colours =
  '[document.documentElement, document.body].map((each) => [getComputedStyle(each).color, getComputedStyle(each).backgroundColor])'

/** Goes from control to control until it is there. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let step = 0; step < 400; step++) {
    await page.keyboard.press('Tab')
    const here = await page.evaluate<string>(nameOfFocus)
    if (here.startsWith(name)) return
  }
  throw new Error(`no key leads to ${name}`)
}

test('everything can be done by keyboard, and no request leaves the sandbox', { timeout: 120_000 }, async () => {
  const { page, asked, troubles, close } = await open('by-keyboard')
  const said = () => page.locator('#said').textContent()
  const press = async (name: string, what = name) => {
    await tabTo(page, name)
    await page.keyboard.press('Enter')
    await expect.poll(said).toBe(`${what}: done`)
  }
  const clock = () => page.locator('#clock').textContent()
  const faults = () => page.locator('#known li').count()
  await press('1 minute')
  await expect.poll(clock).toBe('2026-11-20 10:01:00')
  await expect.poll(() => page.locator('#states tr', { hasText: 'unit' }).first().textContent()).toContain('success')
  await press('at once')
  await press('Let it go wrong', 'Fault')
  await expect.poll(faults).toBe(1)
  await tabTo(page, 'Status of job 26')
  await page.keyboard.type('failed')
  await press('Force job 26', 'Job 26')
  await expect.poll(() => page.locator('#states tr', { hasText: 'deploy-production' }).textContent()).toMatch(/^26deploy-productionfailed/)
  await press('Begin anew')
  await expect.poll(clock).toBe('2026-11-20 10:00:00')
  await expect.poll(faults).toBe(0)
  await tabTo(page, 'The demo world') // the choice of worlds
  await page.keyboard.type('An erased')
  await press('Begin there', 'World')
  await expect.poll(() => page.locator('#world').textContent()).toBe('erased')
  await tabTo(page, 'A manual gate')
  await page.keyboard.press('Enter')
  expect(await page.getByText("X-Jobs-Universe: manual-gate'").first().isVisible()).toBe(true)
  expect(new Set(asked.map((url) => new URL(url).origin))).toEqual(new Set([sandbox.url]))
  expect(troubles).toEqual([])
  await close()
})

test('the journal shows what was asked', { timeout: 60_000 }, async () => {
  const { page, close } = await open('journal')
  await fetch(`${sandbox.url}/api/v4/projects/1/jobs/8?jobs_universe=journal&private_token=demo-dana-personal`)
  const row = page.locator('#entries tr', { hasText: 'getJob' })
  await row.waitFor()
  expect(await row.textContent()).toContain('private_token=[REDACTED]')
  await close()
})

test('it is light or dark, as its reader is', { timeout: 60_000 }, async () => {
  const seen = []
  for (const colorScheme of ['light', 'dark'] as const) {
    const { page, close } = await open('colours', { colorScheme })
    seen.push(await page.evaluate(colours))
    await close()
  }
  expect(seen[0]).not.toEqual(seen[1])
})
