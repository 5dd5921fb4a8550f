import { expect, test } from 'vitest'
import { check } from '../check.ts'
import type { Outcome } from '../outcomes.ts'
import type { Finding } from '../run.ts'
import { junitText } from './junit.ts'
import { type Circumstances, makeReport } from './report.ts'
import { findingText, summaryText } from './text.ts'

const finding = (id: 'getJob.a' | 'getJob.b', outcome: Outcome, reason = ''): Finding => ({
  check: check(id, 'must', 'job-id', `Something that ${id} says.`, async () => {}),
  ...{ outcome, reason, exchanges: [], milliseconds: 12 },
})

const circumstances = (more: Partial<Circumstances> = {}): Circumstances => ({
  target: { url: 'http://127.0.0.1/api/v4', project: 'harbor/webshop', edition: 'current' },
  ...{
    seed: 0,
    leftOut: 0,
    unsupported: [],
    variable: 'TOKEN',
    validations: new Map(),
    expected: new Set(),
    required: new Set(['getJob.a', 'getJob.b']),
  },
  ...more,
})

test('what is required and fails is not conforming', () => {
  expect(makeReport([finding('getJob.a', 'pass'), finding('getJob.b', 'fail')], circumstances()).conforming).toBe(false)
})

test('what is expected to fail does not count', () => {
  const report = makeReport([finding('getJob.b', 'fail')], circumstances({ expected: new Set(['getJob.b']) }))
  expect(report).toMatchObject({ conforming: true, stale: [], findings: [{ expected: true, outcome: 'fail' }] })
  expect(report.findings.map(findingText).join()).toContain('fail, as expected')
})

test('what is expected to fail and passes is stale, and that is not conforming', () => {
  const report = makeReport([finding('getJob.b', 'pass')], circumstances({ expected: new Set(['getJob.b']) }))
  expect(report).toMatchObject({ conforming: false, stale: ['getJob.b'] })
  expect(summaryText(report)).toContain('take them off the list: getJob.b')
})

test('what came after the list of the edition was frozen is told and does not count', () => {
  const report = makeReport([finding('getJob.b', 'fail')], circumstances({ required: new Set(['getJob.a']) }))
  expect(report.conforming).toBe(true)
  expect(report.findings.map(findingText).join()).toContain('does not count yet')
})

test('JUnit tells failures, errors and what was skipped, with nothing that XML forbids', () => {
  const report = makeReport(
    [finding('getJob.a', 'fail', 'got "<job>" & \u0000'), finding('getJob.b', 'error', 'a slip'), finding('getJob.b', 'unsupported')],
    circumstances(),
  )
  const xml = junitText(report)
  expect(xml).toContain('tests="3" failures="1" errors="1"')
  expect(xml).toContain('got &quot;&lt;job&gt;&quot; &amp; ?')
  expect(xml).toContain('<skipped message="unsupported: " />')
})
