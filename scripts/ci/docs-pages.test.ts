import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Page } from '@playwright/test'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildSite } from '../docs/build.ts'
import { launch } from './playwright.ts'

// The pages as their readers open them, out of a folder: one browser for all.

const [browser, axe, folder] = await Promise.all([
  launch(),
  readFile(new URL(import.meta.resolve('axe-core/axe.min.js')), 'utf8'),
  mkdtemp(join(tmpdir(), 'jobs-api-docs-')),
])
beforeAll(() => buildSite(folder), 180_000)
afterAll(() => Promise.all([browser.close(), rm(folder, { recursive: true, force: true })]))

const addressOf = (path: string) => pathToFileURL(join(folder, path)).href

/** One page of each kind. */
const kinds = [
  'index.html',
  'begin/sdk-users.html',
  'operations/retryJob.html',
  'schemas/JobStatus.html',
  'schemas/index.html',
  'lifecycle.html',
  'figures.html',
  'reasons.html',
  'reference.html',
  'packages/client/SCORECARD.html',
  'packages/review/HISTORY.html',
  'openapi/decisions/README.html',
  'source/openapi/openapi.yaml.html',
]
const widths = { phone: { width: 390, height: 844 }, desk: { width: 1440, height: 900 } }

/** What axe finds, each as a rule with the first element that breaks it. */
const findings = async (page: Page): Promise<string[]> => {
  await page.evaluate(axe)
  return page.evaluate(`axe.run(document, { preload: false }).then(({ violations }) =>
    violations.map(({ id, nodes }) => [id, nodes.length, nodes[0].target, nodes[0].html.slice(0, 200)].join(' ')))`)
}

describe.each(Object.entries(widths))('on a %s', (_, viewport) => {
  test.each(['light', 'dark'] as const)(
    'no page has a finding of axe, and no request leaves the folder, %s',
    { timeout: 240_000 },
    async (colorScheme) => {
      const context = await browser.newContext({ viewport, colorScheme, reducedMotion: 'reduce' })
      const page = await context.newPage()
      const troubles: string[] = []
      const asked: string[] = []
      page.on('pageerror', ({ message }) => troubles.push(message))
      page.on('console', (message) => message.type() === 'error' && troubles.push(message.text()))
      page.on('request', (request) => asked.push(request.url()))
      const found: Record<string, string[]> = {}
      for (const path of kinds) {
        await page.goto(addressOf(path))
        if (path === 'reference.html') await page.locator('.opblock').first().waitFor()
        const wider = await page.evaluate<boolean>('document.documentElement.scrollWidth > innerWidth')
        found[path] = [...(await findings(page)), ...(wider ? ['the page is wider than the screen'] : [])]
      }
      expect(found).toEqual(Object.fromEntries(kinds.map((path) => [path, []])))
      expect(troubles).toEqual([])
      expect(asked.filter((url) => !url.startsWith(pathToFileURL(folder).href) && !url.startsWith('data:'))).toEqual([])
      await context.close()
    },
  )
})

test('who has no mouse searches, finds, and comes to the place', { timeout: 120_000 }, async () => {
  const page = await browser.newPage()
  await page.goto(addressOf('index.html'))
  await page.keyboard.press('/')
  await page.keyboard.type('job_not_retryable')
  await page.locator('dialog.search li').first().waitFor()
  expect(await findings(page)).toEqual([])
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.waitForURL((url) => !url.pathname.endsWith('/index.html'))
  expect(await page.locator('main').textContent()).toContain('job_not_retryable')
  await page.close()
})

test('samples are tabs that arrow keys change, on every page alike', { timeout: 120_000 }, async () => {
  const page = await browser.newPage()
  await page.goto(addressOf('operations/retryJob.html'))
  const first = page.getByRole('tab', { name: 'curl' }).first()
  await first.focus()
  await page.keyboard.press('ArrowRight')
  expect(await page.getByRole('tab', { name: 'SDK', selected: true }).count()).toBe(await page.locator('.sample').count())
  expect(await page.getByText('jobs.retryJob(1, 11)').first().isVisible()).toBe(true)
  await page.close()
})

test('the menu of a phone opens and closes by keys, and a link into something folded unfolds it', { timeout: 120_000 }, async () => {
  const page = await browser.newPage({ viewport: widths.phone })
  await page.goto(`${addressOf('operations/retryJob.html')}#403-job_not_retryable`)
  expect(await page.locator('[id="403-job_not_retryable"]').getAttribute('open')).not.toBeNull()
  const menu = page.getByRole('navigation', { name: 'Site' })
  expect(await menu.isVisible()).toBe(false)
  await page.getByRole('button', { name: 'Menu' }).focus()
  await page.keyboard.press('Enter')
  expect(await menu.isVisible()).toBe(true)
  expect(await findings(page)).toEqual([])
  await page.keyboard.press('Escape')
  expect(await menu.isVisible()).toBe(false)
  await page.close()
})

test('without scripts everything is there', { timeout: 120_000 }, async () => {
  const context = await browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto(addressOf('operations/retryJob.html'))
  expect(await page.getByText('jobs.retryJob(1, 11)').first().isVisible()).toBe(true)
  expect(await page.getByRole('navigation', { name: 'Site' }).isVisible()).toBe(true)
  await context.close()
})
