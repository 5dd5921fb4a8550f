import { type Executed, failures } from './executed.ts'
import type { LintFinding } from './lint/lint.ts'
import type { ReportedFinding } from './reported.ts'
import type { Verdict } from './verdict.ts'
import type { Waiver } from './waivers.ts'

export type FailOn = 'breaking' | 'compatible' | 'none'

export interface Gate {
  readonly passes: boolean
  /** Why it does not; empty if it does. */
  readonly reasons: readonly string[]
}

/** What a gate looks at. */
export interface Judged {
  readonly findings: readonly ReportedFinding[]
  readonly lint: readonly LintFinding[]
  readonly expired: readonly Waiver[]
}

export function gateOf({ findings, lint, expired }: Judged, failOn: FailOn): Gate {
  const levels = failOn === 'none' ? [] : failOn === 'breaking' ? ['breaking'] : ['breaking', 'compatible']
  const failing = findings.filter(({ level, waiver }) => levels.includes(level) && waiver === undefined)
  const faults = failOn === 'none' ? [] : lint.filter(({ severity, waiver }) => severity === 'error' && waiver === undefined)
  const reasons = [
    ...(failing.length === 0 ? [] : [`${failing.length} ${failing.length === 1 ? 'change' : 'changes'} without a waiver`]),
    ...(faults.length === 0 ? [] : [`${faults.length} new ${faults.length === 1 ? 'fault' : 'faults'} by the rules of the documents`]),
    ...expired.map(({ fingerprint, owner, expires }) => `the waiver of ${owner} for ${fingerprint} ended on ${expires}`),
  ]
  return { passes: reasons.length === 0, reasons }
}

/** The gate once programs have run: one that fails, or no longer compiles, fails it unless the change is known to break. */
export function gateAfter(gate: Gate, { counts }: Verdict, executed: Executed): Gate {
  const broken = failures(executed).length + executed.compiled.filter(({ errors }) => errors.length > 0).length
  if (broken === 0 || counts.breaking > 0) return gate
  const [programs, fail] = broken === 1 ? ['a program', 'fails'] : [`${broken} programs`, 'fail']
  return { passes: false, reasons: [...gate.reasons, `${programs} of one revision ${fail} with the other, and no change says why`] }
}
