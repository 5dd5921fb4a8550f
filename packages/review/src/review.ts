import { relative } from 'node:path'
import { type OperationCard, operationCards } from './cards.ts'
import type { Direction } from './diff/change.ts'
import { compareDocuments } from './diff/compare.ts'
import type { Level } from './diff/levels.ts'
import type { RuleId } from './diff/rules.ts'
import { type Executed, failures } from './executed.ts'
import { type Finding, type FindingSite, findingsOf } from './finding.ts'
import type { Json } from './source/json.ts'
import { type Line, Lines } from './source/lines.ts'
import type { Place, Source } from './source/source.ts'
import { type Verdict, verdictOf } from './verdict.ts'
import { applyWaivers, type Waiver } from './waivers.ts'
import { type Witness, Witnesses } from './witness/witness.ts'
import { migrationOf, titleOf, whereOf, whyOf } from './words.ts'

/** One side of a review. */
export interface Revision {
  /** How the caller named it: `main`, `0.1.0`, `openapi/openapi.yaml`. */
  readonly name: string
  readonly source: Source
  /** File names in the report are told from here. */
  readonly folder: string
  /** Removes what was laid out for it. */
  readonly dispose?: () => Promise<void>
}

export interface ReviewOptions {
  readonly waivers?: readonly Waiver[]
  /** As `2026-12-31`; decides which waivers have expired. */
  readonly today: string
  /** The least level that fails the gate. */
  readonly failOn?: 'breaking' | 'compatible' | 'none'
}

/** A finding as reviewers read it. */
export interface ReportedFinding {
  readonly fingerprint: string
  readonly rule: RuleId
  readonly level: Level
  readonly direction: Direction
  /** What has changed: `user.skype`, `query page`, `header Link`, or empty for an operation itself. */
  readonly subject: string
  readonly title: string
  readonly why: string
  readonly migration?: string | undefined
  readonly where: string
  readonly before?: Json | undefined
  readonly after?: Json | undefined
  readonly sites: readonly FindingSite[]
  /** Where the older and the newer document say it. */
  readonly was?: Line | undefined
  readonly is?: Line | undefined
  readonly waiver?: Waiver | undefined
  /** Of breaking changes: a value that shows it, or why there is none. */
  readonly witness?: Witness | undefined
}

/** Everything that a review found, for people and for programs; `review.schema.json` describes it as JSON. */
export interface Review {
  readonly base: { readonly name: string; readonly version: string }
  readonly head: { readonly name: string; readonly version: string }
  readonly verdict: Verdict
  readonly gate: Gate
  readonly findings: readonly ReportedFinding[]
  readonly cards: readonly OperationCard[]
  readonly waivers: { readonly expired: readonly Waiver[]; readonly unused: readonly Waiver[] }
  /** What programs of both revisions did, where they were run. */
  readonly executed?: Executed | undefined
}

export interface Gate {
  readonly passes: boolean
  /** Why it does not; empty if it does. */
  readonly reasons: readonly string[]
}

/** Judges the change from one revision to another. */
export async function review(base: Revision, head: Revision, options: ReviewOptions): Promise<Review> {
  const findings = findingsOf(compareDocuments(base.source, head.source))
  const [before, after] = [versionOf(base.source), versionOf(head.source)]
  const verdict = verdictOf(findings, before, after)
  const waived = applyWaivers(options.waivers ?? [], findings, options.today)
  const waiverOf = new Map(waived.used.map(({ waiver, finding }) => [finding.fingerprint, waiver]))
  const reporter = new Reporter(base, head)
  const reported = await Promise.all(findings.map((finding) => reporter.report(finding, waiverOf.get(finding.fingerprint))))
  return {
    base: { name: base.name, version: before },
    head: { name: head.name, version: after },
    verdict,
    gate: gateOf(reported, waived.expired, options.failOn ?? 'breaking'),
    findings: reported,
    cards: operationCards(head.source, findings),
    waivers: { expired: waived.expired, unused: waived.unused },
  }
}

/** Adds what programs did; one that fails, or no longer compiles, fails the gate unless the change is known to break. */
export function withExecuted(judged: Review, executed: Executed): Review {
  const broken = failures(executed).length + executed.compiled.filter(({ errors }) => errors.length > 0).length
  const reasons =
    broken === 0 || judged.verdict.counts.breaking > 0
      ? []
      : [
          `${broken === 1 ? 'a program' : `${broken} programs`} of one revision ${broken === 1 ? 'fails' : 'fail'} with the other, and no change says why`,
        ]
  const gate = { passes: judged.gate.passes && reasons.length === 0, reasons: [...judged.gate.reasons, ...reasons] }
  return { ...judged, gate, executed }
}

function gateOf(findings: readonly ReportedFinding[], expired: readonly Waiver[], failOn: 'breaking' | 'compatible' | 'none'): Gate {
  const levels = failOn === 'none' ? [] : failOn === 'breaking' ? ['breaking'] : ['breaking', 'compatible']
  const failing = findings.filter(({ level, waiver }) => levels.includes(level) && waiver === undefined)
  const reasons = [
    ...(failing.length === 0 ? [] : [`${failing.length} ${failing.length === 1 ? 'change' : 'changes'} without a waiver`]),
    ...expired.map(({ fingerprint, owner, expires }) => `the waiver of ${owner} for ${fingerprint} ended on ${expires}`),
  ]
  return { passes: reasons.length === 0, reasons }
}

const versionOf = ({ root }: Source) => {
  const info = root['info']
  return typeof info === 'object' && info !== null && 'version' in info ? String(info['version']) : ''
}

/** Turns findings into what a report shows, with the lines where the documents say it. */
class Reporter {
  readonly #lines = new Lines()
  readonly #witnesses: Witnesses
  readonly #base: Revision
  readonly #head: Revision

  constructor(base: Revision, head: Revision) {
    this.#base = base
    this.#head = head
    this.#witnesses = new Witnesses(base.source, head.source)
  }

  async report(finding: Finding, waiver: Waiver | undefined): Promise<ReportedFinding> {
    const { fingerprint, rule, level, direction, subject, before, after, sites } = finding
    const [was, is] = await Promise.all([this.#line(this.#base, finding.was), this.#line(this.#head, finding.is)])
    const words = { title: titleOf(finding), why: whyOf(finding), migration: migrationOf(finding), where: whereOf(finding) }
    const witness = level === 'breaking' ? this.#witnesses.of(finding) : undefined
    return { fingerprint, rule, level, direction, subject, ...words, before, after, sites, was, is, waiver, witness }
  }

  async #line({ folder }: Revision, place: Place | undefined): Promise<Line | undefined> {
    if (place === undefined) return undefined
    const { file, line } = await this.#lines.of(place)
    return { file: relative(folder, file), line }
  }
}
