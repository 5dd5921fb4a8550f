import { type OperationCard, operationCards } from './cards.ts'
import type { TouchedCheck } from './checks.ts'
import { type CoverageRow, coverageOf } from './coverage/coverage.ts'
import { type Evidence, evidenceOf } from './coverage/evidence.ts'
import { compareDocuments } from './diff/compare.ts'
import type { Executed } from './executed.ts'
import { findingsOf } from './finding.ts'
import { type FailOn, type Gate, gateAfter, gateOf } from './gate.ts'
import type { Lint } from './lint/lint.ts'
import { type ReportedFinding, Reporter } from './reported.ts'
import type { Revision } from './revision.ts'
import type { Source } from './source/source.ts'
import type { SurfaceChange } from './surface/surface.ts'
import { type Verdict, verdictOf } from './verdict.ts'
import { applyWaivers, changedWaivers, type Waiver, type WaiverChange } from './waivers.ts'

export interface ReviewOptions {
  readonly waivers?: readonly Waiver[]
  /** Those of the older revision; what has been added, altered or taken away is told. */
  readonly formerWaivers?: readonly Waiver[] | undefined
  /** As `2026-12-31`; decides which waivers have expired. */
  readonly today: string
  /** The least level that fails the gate. */
  readonly failOn?: FailOn
  /** What rules say of both documents, if they were asked. */
  readonly lint?: Lint | undefined
}

/** Everything that a review found, for people and for programs; `review.schema.json` describes it as JSON. */
export interface Review {
  readonly base: { readonly name: string; readonly version: string }
  readonly head: { readonly name: string; readonly version: string }
  readonly verdict: Verdict
  readonly gate: Gate
  readonly findings: readonly ReportedFinding[]
  readonly cards: readonly OperationCard[]
  readonly lint?: Lint | undefined
  readonly waivers: ReviewedWaivers
  readonly coverage: readonly CoverageRow[]
  /** Undefined where neither document names a source. */
  readonly evidence?: Evidence | undefined
  /** Checks of a conformance kit that rest on what has changed, where there is a kit. */
  readonly checks?: readonly TouchedCheck[] | undefined
  /** How the declarations of the SDK have changed, where it was compiled. */
  readonly surface?: readonly SurfaceChange[] | undefined
  /** What programs of both revisions did, where they were run. */
  readonly executed?: Executed | undefined
}

export interface ReviewedWaivers {
  readonly expired: readonly Waiver[]
  /** Waivers of changes that are not there, or not any more. */
  readonly unused: readonly Waiver[]
  readonly changed: readonly WaiverChange[]
}

/** Judges the change from one revision to another. */
export async function review(base: Revision, head: Revision, options: ReviewOptions): Promise<Review> {
  const findings = findingsOf(compareDocuments(base.source, head.source))
  const [before, after] = [versionOf(base.source), versionOf(head.source)]
  const waivers = options.waivers ?? []
  const { waiverOf, expired, unused } = applyWaivers(waivers, [...findings, ...(options.lint?.findings ?? [])], options.today)
  const reporter = new Reporter(base, head)
  const reported = await Promise.all(findings.map((finding) => reporter.report(finding, waiverOf.get(finding.fingerprint))))
  const lint = options.lint && {
    ...options.lint,
    findings: options.lint.findings.map((finding) => ({ ...finding, waiver: waiverOf.get(finding.fingerprint) })),
  }
  return {
    base: { name: base.name, version: before },
    head: { name: head.name, version: after },
    verdict: verdictOf(findings, before, after),
    gate: gateOf({ findings: reported, lint: lint?.findings ?? [], expired }, options.failOn ?? 'breaking'),
    findings: reported,
    cards: operationCards(head.source, findings),
    lint,
    waivers: { expired, unused, changed: changedWaivers(options.formerWaivers ?? waivers, waivers) },
    coverage: coverageOf(base.source, head.source),
    evidence: evidenceOf(base.source, head.source),
  }
}

/** Adds what programs did. */
export const withExecuted = (judged: Review, executed: Executed): Review => ({
  ...judged,
  gate: gateAfter(judged.gate, judged.verdict, executed),
  executed,
})

const versionOf = ({ root }: Source) => {
  const info = root['info']
  return typeof info === 'object' && info !== null && 'version' in info ? String(info['version']) : ''
}
