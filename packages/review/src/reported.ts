import { relative } from 'node:path'
import { factsAt } from './coverage/evidence.ts'
import type { Direction } from './diff/change.ts'
import type { Level } from './diff/levels.ts'
import type { RuleId } from './diff/rules.ts'
import type { Finding, FindingSite } from './finding.ts'
import type { Revision } from './revision.ts'
import type { Json } from './source/json.ts'
import { type Line, Lines } from './source/lines.ts'
import type { Place } from './source/source.ts'
import type { Waiver } from './waivers.ts'
import { type Witness, Witnesses } from './witness/witness.ts'
import { migrationOf, titleOf, whereOf, whyOf } from './words.ts'

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
  /** What the nearest statements name as their sources, before and after. */
  readonly facts: readonly string[]
  /** Of breaking changes: a value that shows it, or why there is none. */
  readonly witness?: Witness | undefined
}

/** Turns findings into what a report shows, with the lines where the documents say it. */
export class Reporter {
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
    const facts = [...new Set([...factsAt(this.#base.source, finding.was), ...factsAt(this.#head.source, finding.is)])]
    const witness = level === 'breaking' ? this.#witnesses.of(finding) : undefined
    return { fingerprint, rule, level, direction, subject, ...words, before, after, sites, was, is, waiver, facts, witness }
  }

  async #line({ folder }: Revision, place: Place | undefined): Promise<Line | undefined> {
    if (place === undefined) return undefined
    const { file, line } = await this.#lines.of(place)
    return { file: relative(folder, file), line }
  }
}
