import { type CorpusCase, corpus } from '../../packages/review/src/corpus/cases.suite.ts'
import { breaks, type Observation, observe } from '../../packages/review/src/corpus/execute.suite.ts'
import { type Judgement, judgedByReview } from '../../packages/review/src/corpus/judge.suite.ts'
import { otherDiffers } from './other-differs.ts'

/** A change, what became of clients, and what each program says of it. */
export interface CorpusRow {
  readonly one: CorpusCase
  readonly isBreaking: boolean
  readonly label: string
  /** The review first, then the others in their order. */
  readonly judgements: readonly Judgement[]
}

export const judges = ['@jobs-api/review', ...otherDiffers.map(({ name }) => name)]

/** Executes the corpus and asks every differ about it. */
export async function corpusRows(): Promise<CorpusRow[]> {
  const observed = await observe(corpus.filter(({ byHand }) => byHand === undefined))
  const rows: CorpusRow[] = []
  for (const one of corpus) {
    const seen = observed.get(one.name) ?? {}
    const isBreaking = one.byHand === undefined ? breaks(seen) : one.byHand.level === 'breaking'
    const others = await Promise.all(otherDiffers.map(({ judge }) => judge(one)))
    rows.push({ one, isBreaking, label: labelOf(one, seen), judgements: [judgedByReview(one), ...others] })
  }
  return rows
}

function labelOf({ byHand }: CorpusCase, { refused, misread, uncompilable }: Observation): string {
  if (byHand !== undefined) return `by hand, ${byHand.level}: ${byHand.because}`
  const seen = [refused && 'a request is refused', misread && 'an answer is misread', uncompilable && 'a program does not compile']
  return seen.filter((one) => one !== undefined).join(', ') || 'nothing happens'
}

/** Whether a judgement tells breaking from not breaking as it is. */
export const agrees = ({ isBreaking }: CorpusRow, judgement: Judgement | undefined): boolean => (judgement === 'breaking') === isBreaking

export function corpusPage(rows: readonly CorpusRow[]): string {
  const executed = rows.filter(({ one }) => one.byHand === undefined).length
  return `# What reviews say of ${rows.length} changes, and what becomes of clients

Each change is made to one small document. For ${executed} of them the label is executed: requests that a server of the older document takes
are sent to a server of the newer one (express-openapi-validator in front of nothing), answers that the newer document allows are read
by its older schemas (Ajv), and a program that uses everything by its older types is compiled against the newer ones
(openapi-typescript). The other ${rows.length - executed} are labelled by hand where no such client can tell, with the reason. Written by
\`node scripts/review/corpus.ts --write\`; do not edit.

| | ${judges.join(' | ')} |
|---|${judges.map(() => '---|').join('')}
${summary('agrees', rows, (row, judgement) => agrees(row, judgement))}
${summary('false "safe"', rows, (row, judgement) => row.isBreaking && judgement !== 'breaking')}
${summary('false alarm', rows, (row, judgement) => !row.isBreaking && judgement === 'breaking')}

A program is asked for its heaviest verdict; major, breaking and the like count as breaking, all else as not breaking. Others may mean
another thing by it: a format or a limit that an answer no longer keeps is no harm to a client that never looked.

| change | what happens | ${judges.join(' | ')} |
|---|---|${judges.map(() => '---|').join('')}
${rows.map(line).join('\n')}
`
}

function summary(name: string, rows: readonly CorpusRow[], counts: (row: CorpusRow, judgement: Judgement | undefined) => boolean): string {
  const cells = judges.map((_, index) => `${rows.filter((row) => counts(row, row.judgements[index])).length} of ${rows.length}`)
  return `| ${name} | ${cells.join(' | ')} |`
}

function line(row: CorpusRow): string {
  const cells = row.judgements.map((judgement) => (agrees(row, judgement) ? judgement : `**${judgement}**`))
  return `| ${row.one.name} | ${row.label} | ${cells.join(' | ')} |`
}
