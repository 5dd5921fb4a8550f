import type { OperationCard } from '../cards.ts'
import type { ReportedFinding } from '../reported.ts'
import type { Review } from '../review.ts'
import { chapterMarkdown } from './block-markdown.ts'
import { coverageChapter, executedChapter, lintChapter, surfaceChapter, waiverChapter } from './chapters.ts'
import { verdictLine, witnessLine } from './text.ts'

/** The review as a comment of a merge request. */
export function markdownReport(review: Review): string {
  const { breaking, compatible, editorial } = review.verdict.counts
  return [
    `## ${verdictLine(review)}`,
    `${breaking} breaking, ${compatible} compatible, ${editorial} editorial; from \`${review.base.name}\` to \`${review.head.name}\`.`,
    ...review.gate.reasons.map((reason) => `**The gate fails:** ${reason}.`),
    ...chapter('Breaking changes', review.findings.filter(({ level }) => level === 'breaking').map(inFull)),
    ...chapterMarkdown(executedChapter(review)),
    ...chapterMarkdown(surfaceChapter(review)),
    ...chapter('Compatible changes', [list(review.findings.filter(({ level }) => level === 'compatible'))]),
    ...chapter('Operations', review.cards.map(card)),
    ...[lintChapter(review), waiverChapter(review), coverageChapter(review)].flatMap(chapterMarkdown),
    ...chapter('Editorial changes', [list(review.findings.filter(({ level }) => level === 'editorial'))]),
    '',
  ].join('\n\n')
}

function chapter(title: string, parts: readonly string[]): string[] {
  const told = parts.filter((part) => part !== '')
  return told.length === 0 ? [] : [`### ${title}`, ...told]
}

const list = (findings: readonly ReportedFinding[]) => findings.map((one) => `- ${escaped(one.title)} (${escaped(one.where)})`).join('\n')

function inFull(finding: ReportedFinding): string {
  const { title, where, why, migration, was, is, fingerprint, waiver, witness } = finding
  const line = is ?? was
  const rows = [
    `- *Where:* ${escaped(where)}${line === undefined ? '' : `, \`${line.file}:${line.line}\``}`,
    `- *Who breaks:* ${why}`,
    ...(migration === undefined ? [] : [`- *Instead:* ${migration}`]),
    ...(witness === undefined ? [] : [`- *Shown:* ${escaped(witnessLine(witness))}`]),
    `- *Id:* \`${fingerprint}\`${waiver === undefined ? '' : `, waived by ${escaped(waiver.owner)} until ${waiver.expires}: ${escaped(waiver.reason)}`}`,
  ]
  return `#### ${escaped(title)}\n\n${rows.join('\n')}`
}

function card({ operation, operationId, isNew, summary, curl, credentials, answers }: OperationCard): string {
  const name = operationId === undefined ? '' : ` (\`${operationId}\`)`
  const rows = answers.map(
    ({ status, description, reasons }) => `| ${status} | ${cell(description)} | ${reasons.map((one) => `\`${one}\``).join(', ')} |`,
  )
  return [
    `#### ${isNew ? 'New' : 'Changed'}: \`${operation}\`${name}`,
    `${escaped(summary)}. Credentials: ${credentials.join(', ') || 'none'}.`,
    `\`\`\`sh\n${curl}\n\`\`\``,
    ['| status | meaning | reasons |', '|---|---|---|', ...rows].join('\n'),
  ].join('\n\n')
}

const cell = (text: string) => escaped(text).replaceAll('|', '\\|').replaceAll(/\s+/g, ' ')
const escaped = (text: string) => text.replaceAll(/[<>]/g, (sign) => (sign === '<' ? '&lt;' : '&gt;'))
