import type { Case } from './case.ts'
import { conforms, type Finding } from './run.ts'

const marks = { pass: '✓', fail: '✗', untestable: '?' } as const

/** One finding as it is shown: a line, and below it what is wrong and where it is written that it should be otherwise. */
export function line({ case: one, verdict, reason }: Finding): string {
  const head = `${marks[verdict]} ${one.id.padEnd(40)} ${one.sentence}`
  if (verdict === 'pass') return head
  const level = one.level === 'must' ? '' : ` (only a ${one.level})`
  return `${head}\n${`${verdict}${level}: ${reason}\nsource: ${one.source}`.replace(/^/gm, '      ')}`
}

export function summary(findings: readonly Finding[], leftOut: number): string {
  const count = (verdict: Finding['verdict']) => findings.filter((finding) => finding.verdict === verdict).length
  const numbers = `${findings.length} cases: ${count('pass')} pass, ${count('fail')} fail, ${count('untestable')} untestable.`
  const silence = leftOut === 0 ? '' : ` ${leftOut} that send actions were left out; --allow-writes runs them.`
  return `\n${numbers}${silence}\n${conforms(findings) ? 'Conforming' : 'Not conforming'}, as far as these cases see.`
}

export const listing = (cases: readonly Case[]): string =>
  cases
    .map(
      ({ id, level, source, sentence, writes }) => `${id}  [${level}${writes ? ', writes' : ''}]\n    ${sentence}\n    source: ${source}`,
    )
    .join('\n')
