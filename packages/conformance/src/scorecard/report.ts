import type { Finding } from './examine.ts'
import type { Row, Verdict } from './row.ts'

/** What was found about one client. */
export interface Card {
  readonly name: string
  readonly findings: readonly Finding[]
}

const marks: Readonly<Record<Verdict, string>> = { good: '✓', bad: '✗', not_offered: '–', untried: '?' }
const words: Readonly<Record<Verdict, string>> = { good: 'good', bad: '**bad**', not_offered: 'not offered', untried: 'not tried' }

/** A finding as it is shown while it is found. */
export const line = ({ row, verdict, figure }: Finding): string => `${marks[verdict]} ${row.id.padEnd(24)} ${figure}`

/** How many rows of a card ended how. */
export function counts({ findings }: Card): Readonly<Record<Verdict, number>> {
  const count = (verdict: Verdict) => findings.filter((finding) => finding.verdict === verdict).length
  return { good: count('good'), bad: count('bad'), not_offered: count('not_offered'), untried: count('untried') }
}

export function text(cards: readonly Card[]): string {
  return cards
    .map((card) => {
      const { good, bad, not_offered, untried } = counts(card)
      const head = `${card.name}: ${good} good, ${bad} bad, ${not_offered} not offered, ${untried} not tried`
      return [head, ...card.findings.map((finding) => `  ${line(finding)}`)].join('\n')
    })
    .join('\n\n')
}

/** A table with a row a line and a column a client. */
export function markdown(cards: readonly Card[]): string {
  const rows = cards[0]?.findings.map(({ row }) => row) ?? []
  const head = ['', ...cards.map(({ name }) => name)]
  const totals = cards.map((card) => {
    const { good, bad, not_offered } = counts(card)
    return `${good} good, ${bad} bad, ${not_offered} not offered`
  })
  const lines = rows.map((row) => [`\`${row.id}\` ${row.sentence}`, ...cards.map((card) => cell(card, row))])
  return [head, head.map(() => '---'), ['', ...totals], ...lines].map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}

function cell({ findings }: Card, row: Row): string {
  const found = findings.find((finding) => finding.row === row)
  return found === undefined ? '' : `${words[found.verdict]}: ${found.figure.replaceAll('|', '\\|').replaceAll('\n', ' ')}`
}
