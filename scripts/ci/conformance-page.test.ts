import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { Coverage, coverageHtml, type Finding, makeReport, openSession, type Report, reportHtml, run } from '@jobs-api/conformance'
import { afterAll, expect, test } from 'vitest'
import { answering, withJson } from '../conformance/mutants/changes.ts'
import { FaultyProxy } from '../conformance/mutants/proxy.ts'
import { demoSettings, Reference } from '../conformance/reference.ts'
import { checksOfEdition } from '../conformance/requirements.ts'
import { launch } from './playwright.ts'

// The pages that the kit writes, as somebody reads them on a screen, on a phone and on paper.

const checks = (await checksOfEdition('current')).filter(({ operation }) => ['getJob', 'listPipelineJobs', 'cancelJob'].includes(operation))
const reference = await Reference.start()
const proxy = new FaultyProxy(reference.url)
await proxy.start()
const [browser, folder] = await Promise.all([launch(), mkdtemp(join(tmpdir(), 'jobs-api-page-'))])
afterAll(async () => {
  await Promise.all([browser.close(), proxy.stop(), reference.stop()])
  await rm(folder, { recursive: true, force: true })
})

async function examine(baseUrl: string): Promise<{ readonly report: Report; readonly map: string }> {
  const heard: { coverage?: Coverage } = {}
  const session = await openSession(reference.settings(baseUrl), (exchange) => heard.coverage?.hear(exchange))
  heard.coverage = new Coverage(session.contract)
  const findings: Finding[] = []
  for await (const finding of run(session, checks, 4)) findings.push(finding)
  const target = { url: baseUrl, project: demoSettings.project, edition: 'current' }
  const required = new Set(checks.map(({ id }) => id))
  const none = { leftOut: 0, seed: 0, unsupported: [], expected: new Set<string>(), validations: new Map() }
  return {
    report: makeReport(findings, { target, required, variable: 'TOKEN', ...none }),
    map: coverageHtml(heard.coverage.report(target)),
  }
}

const right = await examine(reference.url)
proxy.behave = answering(
  (_, { status }) => status === 404,
  withJson(() => ({ error: 'a'.repeat(300) })),
)
const wrong = await examine(proxy.url)

const pages = {
  'one target': reportHtml([wrong.report]),
  'six targets': reportHtml([right, wrong, right, wrong, right, wrong].map(({ report }) => report)),
  'the map': right.map,
}

const media = {
  phone: { width: 360, media: 'screen' },
  screen: { width: 1280, media: 'screen' },
  paper: { width: 690, media: 'print' },
} as const

/** How far anything reaches beyond the right edge of the page, unless it can be scrolled into view. */
const overflow = `Math.max(...[...document.querySelectorAll('body *')].filter((each) => each.closest('.wide') === null)
  .map((each) => each.getBoundingClientRect().right)) - innerWidth`
const widest = `Math.max(...[...document.querySelectorAll('body *')].map((each) => each.getBoundingClientRect().right)) - innerWidth`

test.each(Object.entries(pages).flatMap(([name, html]) => Object.entries(media).map(([place, how]) => [name, place, html, how] as const)))(
  '%s on %s: nothing reaches beyond the edge, and nothing is asked for',
  async (name, place, html, { width, media: kind }) => {
    const file = join(folder, `${name.replace(' ', '-')}.html`)
    await writeFile(file, html)
    const page = await browser.newPage({ viewport: { width, height: 900 } })
    await page.emulateMedia({ media: kind })
    const asked: string[] = []
    page.on('request', (request) => asked.push(request.url()))
    await page.goto(pathToFileURL(file).href)
    // On paper nothing can be scrolled.
    expect(await page.evaluate<number>(place === 'paper' ? widest : overflow)).toBeLessThanOrEqual(0)
    expect(await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0)
    expect(asked).toEqual([pathToFileURL(file).href])
    await page.close()
  },
  60_000,
)

test('what passes everywhere can be hidden', async () => {
  const page = await browser.newPage()
  await page.setContent(pages['one target'])
  const passing = page.getByText('getJob.no-token', { exact: true })
  const failing = page.getByText('getJob.missing-job', { exact: true }).first()
  expect([await passing.isVisible(), await failing.isVisible()]).toEqual([true, true])
  await page.getByLabel('Hide what passes everywhere').check()
  expect([await passing.isVisible(), await failing.isVisible()]).toEqual([false, true])
  await page.close()
}, 60_000)
