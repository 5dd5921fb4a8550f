import { readFile } from 'node:fs/promises'
import { Coverage, type Finding, openSession, reasons, run } from '@jobs-api/conformance'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { coveragePage, gapsOf } from './coverage-page.ts'
import { FaultyProxy } from './mutants/proxy.ts'
import { demoSettings, Reference } from './reference.ts'
import { checksOfEdition } from './requirements.ts'

const checks = await checksOfEdition('current')
const required = checks.filter(({ level }) => level === 'must')
const passed = new Set<string>()
let reference: Reference
let coverage: Coverage
beforeAll(async () => {
  reference = await Reference.start()
})
afterAll(() => reference.stop())

test('unless actions are allowed only GET and HEAD are sent, and that is enough for 60 % of what is required', async () => {
  const proxy = new FaultyProxy(reference.url)
  await proxy.start()
  const methods = new Set<string>()
  proxy.behave = (asked, forward) => {
    methods.add(asked.method)
    return forward(asked)
  }
  const { tokens, projects, project } = demoSettings
  const session = await openSession({ baseUrl: proxy.url, project, tokens, projects }, (exchange) => coverage.hear(exchange))
  coverage = new Coverage(session.contract)
  for await (const { check, outcome } of run(
    session,
    checks.filter(({ writes }) => !writes),
    4,
  ))
    if (outcome === 'pass') passed.add(check.id)
  await proxy.stop()
  expect([...methods].sort()).toEqual(['GET', 'HEAD'])
  expect(required.filter(({ id }) => passed.has(id)).length / required.length).toBeGreaterThan(0.6)
}, 120_000)

test('the reference server conforms in all the rest, too', async () => {
  const session = await openSession(reference.settings(), (exchange) => coverage.hear(exchange))
  const findings: Finding[] = []
  for await (const finding of run(
    session,
    checks.filter(({ id }) => !passed.has(id)),
    4,
  ))
    findings.push(finding)
  const wrong = findings
    .filter(({ outcome }) => outcome !== 'pass')
    .map(({ check, outcome, reason }) => `${check.id} ${outcome}: ${reason}`)
  expect(wrong).toEqual([])
}, 120_000)

test('between them they meet all of the contract but for what there is a reason for; node scripts/coverage.ts says what', async () => {
  const report = coverage.report({ url: reference.url, project: 'harbor/webshop', edition: 'current' })
  expect(gapsOf(report)).toEqual([])
  expect(await readFile('packages/conformance/COVERAGE.md', 'utf8')).toBe(coveragePage(report))
  const given = new Set([...report.answers, ...report.members, ...report.values].map(({ reason }) => reason))
  // Of the current edition; the others belong to older ones.
  expect(reasons.filter(([which, why]) => !given.has(why) && !/skype|started|archived/.test(which.source))).toEqual([])
})
