import { type CoverageRow, figureText } from '../coverage/coverage.ts'
import type { Evidence } from '../coverage/evidence.ts'
import { cellText, failures, leftOut } from '../executed.ts'
import type { LintFinding } from '../lint/lint.ts'
import type { Review } from '../review.ts'
import type { SurfaceChange } from '../surface/surface.ts'
import type { Waiver } from '../waivers.ts'
import { asCode, type Block, type Chapter, code, counted, folded, list, paragraph, table } from './blocks.ts'

/** Each revision's programs against each revision's server and mock, and what was wrong. */
export function executedChapter({ executed }: Review): Chapter {
  if (executed === undefined) return { id: 'executed', title: 'Executed', blocks: [] }
  const cells = executed.cells.map((cell) => [cell.client, `${cell.kind} of ${cell.server}`, cellText(cell)])
  const failed = failures(executed).map(
    ({ cell, program, message = 'failed' }) => `${cell}: ${asCode(program)} ${message.replaceAll('`', "'")}`,
  )
  const compiled = executed.compiled.flatMap(({ programs, files, errors }) => [
    paragraph(`${programs} compiled with the newer client: ${counted(files, 'file')}, ${counted(errors.length, 'new error')}.`),
    ...list(errors.map(asCode)),
  ])
  const blocks = [
    ...table(['programs of', 'asked', 'do what they should'], cells),
    ...list(failed),
    ...folded('Left out', list(leftOut(executed))),
    ...compiled,
  ]
  return { id: 'executed', title: 'Executed', blocks }
}

/** What programs that are compiled against the SDK meet. */
export function surfaceChapter({ surface, findings }: Review): Chapter {
  if (surface === undefined) return { id: 'surface', title: 'SDK surface', blocks: [] }
  const titles = new Map(findings.map(({ fingerprint, title }) => [fingerprint, title]))
  const count = (kind: SurfaceChange['kind']) => surface.filter((change) => change.kind === kind).length
  const sum = `Declarations of the SDK: ${counted(count('removed'), 'member')} gone, ${count('changed')} changed, ${count('added')} new.`
  const rows = surface.map((change) => [
    change.kind,
    placesText(change.places),
    typesText(change),
    change.fingerprints.map((id) => `${titles.get(id)?.replaceAll('`', "'")} (${asCode(id)})`).join('; ') || 'the SDK itself',
  ])
  return { id: 'surface', title: 'SDK surface', blocks: [paragraph(sum), ...table(['', 'member', 'type', 'because of'], rows)] }
}

function placesText([first = '', ...others]: readonly string[]): string {
  return `${asCode(first)}${others.length === 0 ? '' : ` and ${counted(others.length, 'other place')}`}`
}

function typesText({ kind, before, after, gained, lost }: SurfaceChange): string {
  if (kind !== 'changed') return asCode(cut(after ?? before ?? ''))
  if (gained.length + lost.length === 0) return `${asCode(cut(before ?? ''))} → ${asCode(cut(after ?? ''))}`
  return [...gained.map((one) => `+ ${asCode(cut(one))}`), ...lost.map((one) => `− ${asCode(cut(one))}`)].join(', ')
}

const cut = (text: string) => (text.length > 120 ? `${text.slice(0, 119)}…` : text)

/** What the change does against the rules: nothing else is told of, however much there is. */
export function lintChapter({ lint }: Review): Chapter {
  if (lint === undefined) return { id: 'lint', title: 'Lint', blocks: [] }
  const { findings, rules, before, after, command } = lint
  const sum = `By the rules ${asCode(rules)}: ${findings.length} new; ${before} in the older document, ${after} in the newer.`
  if (findings.length === 0) return { id: 'lint', title: 'Lint', blocks: [paragraph(sum)] }
  const byRule = [...Map.groupBy(findings, ({ rule }) => rule)]
  const blocks = [paragraph(sum), ...byRule.map(([rule, all]) => ruleEntry(rule, all)), paragraph('See them again:'), code('sh', command)]
  return { id: 'lint', title: 'Lint', blocks }
}

/** A rule that is broken a thousand times is explained once, and shown in so many places. */
const shownPlaces = 20

function ruleEntry(rule: string, findings: readonly LintFinding[]): Block {
  const [first] = findings
  const rest = findings.length - shownPlaces
  const places = findings.slice(0, shownPlaces).map(placeLine)
  return {
    kind: 'entry',
    title: `${asCode(rule)}: ${counted(findings.length, first?.severity === 'warn' ? 'warning' : 'error')}`,
    blocks: [
      ...list([...places, ...(rest > 0 ? [`and ${counted(rest, 'other place')}`] : [])]),
      ...(first?.why === undefined ? [] : [paragraph(`Why: ${first.why}`)]),
      ...(first?.fix === undefined ? [] : [paragraph(`Fix: ${first.fix}`)]),
      ...(first?.bad === undefined ? [] : folded('Bad', [code('yaml', first.bad)])),
      ...(first?.good === undefined ? [] : folded('Good', [code('yaml', first.good)])),
      ...(first?.why === undefined && first?.reference !== undefined ? [paragraph(`About the rule: ${first.reference}`)] : []),
    ],
  }
}

function placeLine({ message, where, is, fingerprint, waiver }: LintFinding): string {
  const waived = waiver === undefined ? '' : `; waived by ${waiver.owner} until ${waiver.expires}: ${waiver.reason}`
  return `${message.replaceAll('`', "'")} At ${asCode(where === '' ? 'the document' : where)}, ${asCode(`${is.file}:${is.line}`)}, id ${asCode(fingerprint)}${waived}`
}

/** Who answers for what, and since when. */
export function waiverChapter({ findings, lint, waivers: { expired, unused, changed } }: Review): Chapter {
  const used = [...findings, ...(lint?.findings ?? [])].flatMap(({ waiver }) => (waiver === undefined ? [] : [waiver]))
  const row = (state: string) => (waiver: Waiver) => [state, asCode(waiver.fingerprint), waiver.owner, waiver.expires, waiver.reason]
  const rows = [
    ...used.map(row('holds')),
    ...expired.map(row('ended')),
    ...unused.map(row('not needed')),
    ...changed.flatMap(({ was, is }) => {
      if (was === undefined) return is === undefined ? [] : [row('new')(is)]
      return is === undefined ? [row('taken away')(was)] : [row('was')(was), row('changed to')(is)]
    }),
  ]
  return { id: 'waivers', title: 'Waivers', blocks: table(['state', 'id', 'owner', 'last day', 'reason'], rows) }
}

/** How complete the newer document is, beside the older one; `telling` rows are those that have changed or are short of their target. */
export function coverageChapter({ coverage, evidence, checks = [] }: Review, shownRows: 'all' | 'telling' = 'all'): Chapter {
  const changed = coverage.filter((row) => cellOf(row, row.before) !== cellOf(row, row.after)).length
  const missed = coverage.filter(({ isReached }) => !isReached).length
  const sum = `${counted(changed, 'figure has', 'figures have')} changed; ${counted(missed, 'row is', 'rows are')} short of the target.`
  const isTelling = (row: CoverageRow) => !row.isReached || cellOf(row, row.before) !== cellOf(row, row.after)
  const rows = coverage
    .filter((row) => shownRows === 'all' || isTelling(row))
    .map((row) => [
      row.what,
      cellOf(row, row.before),
      cellOf(row, row.after),
      row.target === undefined ? '' : figureText(row.unit, { value: row.target }),
      row.isReached ? '' : 'short',
    ])
  const definitions = list(coverage.map(({ what, definition }) => `${what}: ${definition}`))
  const blocks = [
    paragraph(sum),
    ...table(['what', 'before', 'after', 'target', ''], rows),
    ...folded('How each row is counted', shownRows === 'all' ? definitions : []),
    ...(evidence === undefined ? [] : evidenceBlocks(evidence)),
    ...folded(
      `${counted(checks.length, 'check')} of the conformance kit rest on what has changed`,
      list(checks.map(({ id, facts }) => `${asCode(id)}${facts.length === 0 ? '' : `, because of ${facts.map(asCode).join(', ')}`}`)),
    ),
  ]
  return { id: 'coverage', title: 'Coverage and evidence', blocks }
}

function cellOf({ unit }: CoverageRow, figure: CoverageRow['before']): string {
  const { found, total } = figure
  return `${figureText(unit, figure)}${found === undefined || total === undefined || found === total ? '' : ` (${found} of ${total})`}`
}

function evidenceBlocks({ before, after, brought }: Evidence): Block[] {
  const row = (name: string, one: Evidence['before']) => [name, `${one.statements}`, `${one.inferred}`, `${one.without}`]
  const told = brought.map(({ where, kind }) => `${asCode(where)}: ${kind === 'inferred' ? 'inferred' : 'no evidence'}`)
  return [
    ...table(['', 'statements', 'inferred only', 'without evidence'], [row('before', before), row('after', after)]),
    ...(told.length === 0
      ? [paragraph('The change brings no statement without a source.')]
      : [paragraph('Statements that the change brings without a source:'), ...list(told)]),
  ]
}
