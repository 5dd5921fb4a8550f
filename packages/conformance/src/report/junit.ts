import { escaped } from './markup.ts'
import type { Report, ReportedFinding } from './report.ts'

/** The report in the form that CI systems read: one suite, one case a check. */
export function junitText({ findings, target }: Report): string {
  const count = (...wanted: readonly string[]) => findings.filter(({ outcome, expected }) => wanted.includes(outcome) && !expected).length
  const seconds = findings.reduce((sum, { milliseconds }) => sum + milliseconds, 0) / 1000
  const totals = `tests="${findings.length}" failures="${count('fail', 'untestable')}" errors="${count('error')}" time="${seconds}"`
  return `<?xml version="1.0" encoding="UTF-8"?>
<testsuites ${totals}>
  <testsuite name="Jobs API ${escaped(target.edition)}" ${totals}>
    <properties>${[...new Set(findings.map(({ validated }) => validated))].map(propertyText).join('')}</properties>
${findings.map(caseText).join('\n')}
  </testsuite>
</testsuites>
`
}

const propertyText = (validated: string) => `<property name="validated" value="${escaped(validated)}" />`

function caseText(finding: ReportedFinding): string {
  const { id, sentence, milliseconds } = finding
  const [operation = ''] = id.split('.')
  const head = `    <testcase classname="${operation}" name="${escaped(`${id}: ${sentence}`)}" time="${milliseconds / 1000}"`
  const inside = insideOf(finding)
  return inside === '' ? `${head} />` : `${head}>${inside}</testcase>`
}

function insideOf({ outcome, expected, level, reason, curl }: ReportedFinding): string {
  const details = escaped([reason, ...curl].join('\n'))
  if (outcome === 'pass') return ''
  if (outcome === 'error') return `<error message="${escaped(reason.slice(0, 200))}">${details}</error>`
  if (expected || level !== 'must' || outcome === 'unsupported')
    return `<skipped message="${escaped(`${outcome}: ${reason.slice(0, 200)}`)}" />`
  return `<failure type="${outcome}" message="${escaped(reason.slice(0, 200))}">${details}</failure>`
}
