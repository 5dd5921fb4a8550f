import type { Finding } from './examine.ts'
import type { Row, Verdict } from './row.ts'

/** What was found about one client. */
export interface Card {
  readonly name: string
  readonly findings: readonly Finding[]
}

const marks: Readonly<Record<Verdict, string>> = { good: '✓', bad: '✗', not_offered: '–', untried: '?' }
const words: Readonly<Record<Verdict, string>> = { good: 'good', bad: 'bad', not_offered: 'not offered', untried: 'not tried' }

/** A finding as it is shown while it is found. */
export const line = ({ row, verdict, figure }: Finding): string => `${marks[verdict]} ${row.id.padEnd(28)} ${figure}`

/** How many rows of a card ended so. */
export const count = ({ findings }: Card, verdict: Verdict): number => findings.filter((finding) => finding.verdict === verdict).length

function totals(card: Card): string {
  const verdicts: readonly Verdict[] = ['good', 'bad', 'not_offered', 'untried']
  const parts = verdicts.filter((verdict) => count(card, verdict) > 0).map((verdict) => `${count(card, verdict)} ${words[verdict]}`)
  return parts.join(', ')
}

export const text = (cards: readonly Card[]): string =>
  cards.map((card) => [`${card.name}: ${totals(card)}`, ...card.findings.map((finding) => `  ${line(finding)}`)].join('\n')).join('\n\n')

/** Everything, for other programs. */
export function json(cards: readonly Card[]): string {
  const plain = cards.map(({ name, findings }) => ({
    name,
    findings: findings.map(({ row: { id, sentence }, verdict, figure }) => ({ id, sentence, verdict, figure })),
  }))
  return JSON.stringify(plain, undefined, 2)
}

/** A table of all clients for each group of rows. */
export function markdown(cards: readonly Card[]): string {
  const rows = cards[0]?.findings.map(({ row }) => row) ?? []
  const groups = Map.groupBy(rows, ({ id }) => id.split('.')[0] ?? '')
  const summary = table(['', ...cards.map(({ name }) => name)], [['rows', ...cards.map(totals)]])
  const tables = [...groups].map(([group, members]) =>
    table(
      [`**${group}**`, ...cards.map(({ name }) => name)],
      members.map((row) => [`${row.sentence} \`${row.id}\``, ...cards.map((card) => cell(card, row))]),
    ),
  )
  return [summary, ...tables].join('\n\n')
}

const table = (head: readonly string[], lines: readonly (readonly string[])[]) =>
  [head, head.map(() => '---'), ...lines].map((cells) => `| ${cells.join(' | ')} |`).join('\n')

function cell({ findings }: Card, row: Row): string {
  const found = findings.find((finding) => finding.row === row)
  if (found === undefined) return ''
  const mark = found.verdict === 'bad' ? `**${marks.bad}**` : marks[found.verdict]
  return `${mark} ${found.figure.replace(/[|<>*_`\\]/g, '\\$&').replaceAll('\n', ' ')}`
}
