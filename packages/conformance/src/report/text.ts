import type { Check } from '../check.ts'
import { type Outcome, outcomes } from '../outcomes.ts'
import { type Validations, validationText } from '../record/validations.ts'
import type { Report, ReportedFinding } from './report.ts'

const marks: Readonly<Record<Outcome, string>> = { pass: '✓', fail: '✗', warning: '!', unsupported: '-', untestable: '?', error: '‼' }

/** How many lines for a shell are shown below a finding; more are in the JSON report. */
const mostLines = 6

/** One finding: a line, and below it what is wrong, where it is written that it should be otherwise, and how to see for oneself. */
export function findingText(finding: ReportedFinding): string {
  const head = `${marks[finding.outcome]} ${finding.id.padEnd(44)} ${finding.sentence}`
  if (finding.outcome === 'pass') return head
  const level = finding.level === 'must' ? '' : ` (a ${finding.level})`
  const known = finding.expected ? ', as expected' : finding.required ? '' : ', which does not count yet'
  const sources = finding.outcome === 'fail' || finding.outcome === 'warning' ? finding.sources.map(sourceText) : []
  const details = [
    `${finding.outcome}${level}${known}: ${finding.reason}`,
    ...sources,
    finding.validated,
    ...finding.curl.slice(-mostLines),
  ]
  return `${head}\n${details.join('\n').replace(/^/gm, '      ')}`
}

const sourceText = ({ sentence, where }: ReportedFinding['sources'][number]) => `source: ${sentence} (${where})`

export function summaryText(report: Report): string {
  const { counts, findings, leftOut, unsupported, stale, conforming } = report
  const numbers = outcomes.filter((outcome) => counts[outcome] > 0).map((outcome) => `${counts[outcome]} ${outcome}`)
  return [
    '',
    `${findings.length} checks: ${numbers.join(', ')}.`,
    ...(leftOut === 0 ? [] : [`${leftOut} that send actions were left out; --allow-writes runs them.`]),
    ...(unsupported.length === 0 ? [] : [`Declared not to be supported: ${unsupported.join(', ')}.`]),
    ...(stale.length === 0 ? [] : [`Expected to fail, and did not; take them off the list: ${stale.join(', ')}.`]),
    ...validated(findings),
    `${conforming ? 'Conforming' : 'Not conforming'} to the edition ${report.target.edition}, as far as these checks see.`,
  ].join('\n')
}

function validated(findings: readonly ReportedFinding[]): string[] {
  const kinds = [...Map.groupBy(findings, (finding) => finding.validated)]
  return kinds.map(([kind, its]) => `${its.length === findings.length ? 'All of them' : `${its.length} of them`}: ${kind}.`)
}

export const listing = (checks: readonly Check[], validations: Validations): string =>
  checks
    .map(
      ({ id, level, sources, sentence, writes }) =>
        `${id}  [${level}${writes ? ', acts' : ''}]\n    ${sentence}\n    source: ${sources.join(', ')}\n    ${validationText(validations.get(id))}`,
    )
    .join('\n')
