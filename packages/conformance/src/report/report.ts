import { facts } from '../generated/facts.ts'
import { type Outcome, outcomes } from '../outcomes.ts'
import { type Validations, validationText } from '../record/validations.ts'
import { conforms, type Finding } from '../run.ts'
import { curlLine } from '../target/curl.ts'

/** What a run found out, as plain data: what every form of report is made of, and what `--report json` writes. */
export interface Report {
  readonly kit: { readonly version: string }
  readonly target: { readonly url: string; readonly project: string; readonly edition: string }
  readonly seed: number
  readonly conforming: boolean
  readonly counts: Readonly<Record<Outcome, number>>
  /** Checks that were not run because they send actions. */
  readonly leftOut: number
  /** What whoever ran the kit declared to be missing. */
  readonly unsupported: readonly string[]
  /** Ids that were expected to fail and did not. */
  readonly stale: readonly string[]
  readonly findings: readonly ReportedFinding[]
}

export interface ReportedFinding {
  readonly id: string
  readonly level: string
  readonly sentence: string
  readonly outcome: Outcome
  /** Whether whoever keeps the list of expected failures knows of it. */
  readonly expected: boolean
  /** Whether the edition's frozen list has it. */
  readonly required: boolean
  readonly reason: string
  readonly sources: readonly { readonly id: string; readonly sentence: string; readonly where: string }[]
  /** Lines for a shell that show what is wrong; only where something is. */
  readonly curl: readonly string[]
  /** When it last held of a GitLab, or that it never did. */
  readonly validated: string
  readonly milliseconds: number
}

export interface Circumstances {
  readonly validations: Validations
  readonly target: Report['target']
  readonly seed: number
  readonly leftOut: number
  readonly unsupported: readonly string[]
  /** The variable that holds the maintainer's token. */
  readonly variable: string
  readonly expected: ReadonlySet<string>
  /** What the edition is held to; a check that came later is told and does not count. */
  readonly required: ReadonlySet<string>
}

export const kitVersion = '0.1.0'

export function makeReport(findings: readonly Finding[], circumstances: Circumstances): Report {
  const { target, seed, leftOut, unsupported, expected, required } = circumstances
  const stale = findings.filter(({ check, outcome }) => expected.has(check.id) && outcome === 'pass').map(({ check }) => check.id)
  const counting = findings.filter(({ check }) => required.has(check.id) && !expected.has(check.id))
  return {
    kit: { version: kitVersion },
    ...{ target, seed, leftOut, unsupported, stale },
    conforming: conforms(counting) && stale.length === 0,
    counts: countsOf(findings),
    findings: findings.map((finding) => reported(finding, circumstances)),
  }
}

function countsOf(findings: readonly Finding[]): Report['counts'] {
  const count = (wanted: Outcome) => findings.filter(({ outcome }) => outcome === wanted).length
  return Object.fromEntries(outcomes.map((outcome) => [outcome, count(outcome)])) as Report['counts']
}

export function reported(
  { check, outcome, reason, exchanges, milliseconds }: Finding,
  { variable, expected, required, validations }: Circumstances,
): ReportedFinding {
  const isWrong = outcome === 'fail' || outcome === 'warning' || outcome === 'error'
  const asked = exchanges.filter(({ isLookAround }) => !isLookAround)
  return {
    id: check.id,
    level: check.level,
    sentence: check.sentence,
    outcome,
    expected: expected.has(check.id),
    required: required.has(check.id),
    reason,
    sources: check.sources.map((id) => ({ id, sentence: facts[id].sentence, where: facts[id].where })),
    curl: isWrong ? asked.map((exchange) => curlLine(exchange, variable)) : [],
    validated: validationText(validations.get(check.id)),
    milliseconds: Math.round(milliseconds),
  }
}
