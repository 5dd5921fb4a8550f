import { expect, test } from 'vitest'
import { type Outcome, outcomes } from '../outcomes.ts'
import { reportHtml } from './html.ts'
import type { Report, ReportedFinding } from './report.ts'

const finding = (id: string, outcome: Outcome, more: Partial<ReportedFinding> = {}): ReportedFinding => ({
  ...{
    id,
    outcome,
    level: 'must',
    sentence: `What ${id} says.`,
    expected: false,
    required: true,
    validated: 'not yet validated on GitLab',
    reason: '',
    milliseconds: 3,
  },
  sources: [{ id: 'fact', sentence: 'It was so.', where: 'lib/api/ci/jobs.rb' }],
  curl: [],
  ...more,
})

const report = (url: string, ...findings: ReportedFinding[]): Report => ({
  kit: { version: '0.1.0' },
  target: { url, project: 'group/<app>', edition: 'current' },
  ...{ seed: 0, conforming: findings.every(({ outcome }) => outcome === 'pass'), leftOut: 0, unsupported: [], stale: [], findings },
  counts: Object.fromEntries(outcomes.map((each) => [each, findings.filter(({ outcome }) => outcome === each).length])) as Report['counts'],
})

test('what went wrong is shown with its source and the lines that show it again, and nothing is taken for markup', () => {
  const html = reportHtml([
    report('http://a/api/v4', finding('getJob.a', 'fail', { reason: 'got "<job>"', curl: ['curl --globoff "$TOKEN"'] })),
  ])
  expect(html).toContain('<span class="verdict fail">not conforming</span>')
  expect(html).toContain('got &quot;&lt;job&gt;&quot;')
  expect(html).toContain('<pre>curl --globoff &quot;$TOKEN&quot;</pre>')
  expect(html).toContain('Source: It was so. (lib/api/ci/jobs.rb)')
  expect(html).toContain('group/&lt;app&gt;')
  expect(html).not.toContain('Where they differ')
})

test('several targets have a column each, and a check that one of them was not asked is told from one that passed', () => {
  const html = reportHtml([
    report('http://a/api/v4', finding('getJob.a', 'pass'), finding('getJob.b', 'pass')),
    report('http://b/api/v4', finding('getJob.a', 'warning', { expected: true, reason: 'late' })),
  ])
  expect(html).toContain('1 checks: <a href="#getJob.a">getJob.a</a>')
  expect(html).toContain('<b>B</b> <span class="sign warning" title="warning">!</span> warning, as expected: late')
  expect(html.match(/title="not asked"/g)).toHaveLength(1)
})
