import { cellText, failures, leftOut } from '../executed.ts'
import type { ReportedFinding } from '../reported.ts'
import type { Review } from '../review.ts'
import type { Witness } from '../witness/witness.ts'
import { chapterText } from './block-text.ts'
import { coverageChapter, lintChapter, surfaceChapter, waiverChapter } from './chapters.ts'

/** The review for a terminal: the verdict, then what breaks, then the rest by number. */
export function textReport(review: Review): string {
  const { breaking, compatible, editorial } = review.verdict.counts
  const breaks = review.findings.filter(({ level }) => level === 'breaking')
  const adds = review.findings.filter(({ level }) => level === 'compatible')
  return [
    `${verdictLine(review)}\n`,
    `${breaking} breaking, ${compatible} compatible, ${editorial} editorial; from ${review.base.name} to ${review.head.name}`,
    ...review.gate.reasons.map((reason) => `The gate fails: ${reason}.`),
    ...section('Breaking', breaks.map(inFull)),
    ...section('Executed', executedLines(review)),
    ...chapterText(surfaceChapter(review)),
    ...section(
      'Compatible',
      adds.map(({ title, where }) => `  ${title} (${where})`),
    ),
    ...[lintChapter(review), waiverChapter(review), coverageChapter(review, 'telling')].flatMap(chapterText),
  ].join('\n')
}

/** The verdict in one line. */
export function verdictLine({ verdict, gate }: Review): string {
  const { bump, version } = verdict
  if (bump === 'none') return 'Nothing has changed.'
  const honest = version.isHonest
    ? `${version.after} says so`
    : `${version.after} does not say so${version.atLeast ? `; it should be ${version.atLeast}` : ''}`
  return `${gate.passes ? 'Passes' : 'Fails'}: a ${bump} change, and version ${honest}.`
}

const section = (title: string, lines: readonly string[]) => (lines.length === 0 ? [] : [`\n${title}`, ...lines])

function inFull(finding: ReportedFinding): string {
  const { title, where, why, migration, was, is, fingerprint, waiver, witness } = finding
  const line = is ?? was
  return [
    `  ${title}`,
    `    where  ${where}`,
    `    why    ${why}`,
    ...(migration === undefined ? [] : [`    fix    ${migration}`]),
    ...(line === undefined ? [] : [`    see    ${line.file}:${line.line}`]),
    ...(witness === undefined ? [] : [`    shown  ${witnessLine(witness)}`]),
    `    id     ${fingerprint}${waiver === undefined ? '' : `, waived by ${waiver.owner} until ${waiver.expires}: ${waiver.reason}`}`,
  ].join('\n')
}

/** What was seen of a change that breaks, on one line. */
export function witnessLine(witness: Witness): string {
  if (witness.kind === 'unseen') return `by no value: ${witness.reason}`
  const value = JSON.stringify(witness.value)
  return `by ${value.length > 160 ? `${value.slice(0, 159)}…` : value}: ${witness.complaint}`
}

/** What the programs of both revisions did, one line a pair, and one for each that failed. */
export function executedLines({ executed }: Review): string[] {
  if (executed === undefined) return []
  return [
    ...executed.cells.map((cell) => `  programs of ${cell.client} with the ${cell.kind} of ${cell.server}: ${cellText(cell)}`),
    ...failures(executed).map(({ cell, program, message }) => `    ${cell} ${program}: ${message ?? 'failed'}`),
    ...leftOut(executed).map((line) => `  left out: ${line}`),
    ...executed.compiled.map(
      ({ programs, files, errors }) => `  ${programs} compiled with the newer client: ${files} files, ${errors.length} new errors`,
    ),
    ...executed.compiled.flatMap(({ errors }) => errors.map((error) => `    ${error}`)),
  ]
}
