import { type Outcome, outcomes } from '../outcomes.ts'
import { escaped, page } from './markup.ts'
import type { Report, ReportedFinding } from './report.ts'

/** As many targets fit beside each other on a phone. */
export const mostTargets = 6

/** How many lines for a shell are shown below a finding; more are in the JSON report. */
const mostLines = 6

const signs: Readonly<Record<Outcome, string>> = { pass: '✓', fail: '✗', warning: '!', unsupported: '–', untestable: '?', error: '‼' }

interface Row {
  readonly id: string
  readonly sentence: string
  readonly level: string
  readonly validated: string
  /** By target; undefined where it was not asked. */
  readonly findings: readonly (ReportedFinding | undefined)[]
}

/** One page about one target, or several side by side. It fetches nothing and runs nothing. */
export function reportHtml(reports: readonly Report[]): string {
  const rows = rowsOf(reports)
  const title = reports.length === 1 ? 'Conformance to the Jobs API' : `Conformance to the Jobs API of ${reports.length} servers`
  const byOperation = Map.groupBy(rows, ({ id }) => id.split('.', 1)[0] ?? id)
  return page(
    title,
    style(reports.length),
    `<h1>${title}</h1>
<div class="targets">${reports.map(targetCard).join('\n')}</div>
<p class="faint">${outcomes.map((outcome) => `${sign(outcome)} ${outcome}`).join(' &nbsp; ')}</p>
${reports.length === 1 ? '' : differences(rows)}
<p class="filter"><label><input type="checkbox" id="open"> Hide what passes everywhere</label></p>
${[...byOperation].map(([operation, its]) => section(operation, its, reports)).join('\n')}`,
  )
}

/** Every check that any of them was asked, in the order of the first that was. */
function rowsOf(reports: readonly Report[]): Row[] {
  const findings = reports.map(({ findings: all }) => new Map(all.map((finding) => [finding.id, finding])))
  const first = new Map(reports.flatMap(({ findings: all }) => all.map((finding) => [finding.id, finding] as const)).reverse())
  const order = [...new Set(reports.flatMap(({ findings: all }) => all.map(({ id }) => id)))]
  return order.map((id) => {
    const { sentence = '', level = '', validated = '' } = first.get(id) ?? {}
    return { id, sentence, level, validated, findings: findings.map((known) => known.get(id)) }
  })
}

const letterOf = (place: number) => String.fromCharCode(65 + place)

function targetCard({ target, kit, seed, conforming, counts, leftOut, unsupported, stale }: Report, place: number): string {
  const numbers = outcomes.filter((outcome) => counts[outcome] > 0)
  const remarks = [
    ...(leftOut === 0 ? [] : [`${leftOut} checks that send actions were left out`]),
    ...(unsupported.length === 0 ? [] : [`declared not to be supported: ${unsupported.join(', ')}`]),
    ...(stale.length === 0 ? [] : [`expected to fail, and did not: ${stale.join(', ')}`]),
  ]
  return `<section class="target"><h2>${letterOf(place)} <span class="verdict ${conforming ? 'pass' : 'fail'}">${conforming ? '' : 'not '}conforming</span></h2>
<p>${escaped(target.url)}<br><span class="faint">${escaped(`${target.project}, edition ${target.edition}, kit ${kit.version}, seed ${seed}`)}</span></p>
<div class="bar">${numbers.map((outcome) => `<span class="${outcome}" style="flex-grow: ${counts[outcome]}"></span>`).join('')}</div>
<p>${numbers.map((outcome) => `${counts[outcome]} ${outcome}`).join(', ')}</p>
${remarks.map((remark) => `<p class="faint">${escaped(remark)}</p>`).join('')}</section>`
}

const sign = (outcome: Outcome | undefined) =>
  outcome === undefined
    ? '<span class="none" title="not asked">·</span>'
    : `<span class="sign ${outcome}" title="${outcome}">${signs[outcome]}</span>`

const isQuiet = ({ findings }: Row) => findings.every((finding) => finding === undefined || finding.outcome === 'pass')

function differences(rows: readonly Row[]): string {
  const different = rows.filter(({ findings }) => new Set(findings.flatMap((finding) => finding?.outcome ?? [])).size > 1)
  const links = different.map(({ id }) => `<a href="#${escaped(id)}">${escaped(id)}</a>`)
  return `<h2>Where they differ</h2>\n<p>${links.length === 0 ? 'Nowhere.' : `${links.length} checks: ${links.join(', ')}`}</p>`
}

function section(operation: string, rows: readonly Row[], reports: readonly Report[]): string {
  return `<section class="${rows.every(isQuiet) ? 'quiet' : ''}"><h2>${escaped(operation)}</h2>
<table class="checks"><thead><tr><th>check</th>${reports.map((_, place) => `<th class="one">${letterOf(place)}</th>`).join('')}</tr></thead>
<tbody>${rows.map(checkRow).join('\n')}</tbody></table></section>`
}

function checkRow(row: Row): string {
  const { id, sentence, level, validated, findings } = row
  const remark = ` <span class="faint">(${escaped(level === 'must' ? validated : `a ${level}, ${validated}`)})</span>`
  const cells = findings.map((finding) => `<td class="one">${sign(finding?.outcome)}</td>`).join('')
  const details = findings.map((finding, place) => (finding === undefined || finding.outcome === 'pass' ? '' : detail(finding, place)))
  const below = details.join('')
  const head = `<tr id="${escaped(id)}" class="${isQuiet(row) ? 'quiet' : ''}"><td><code>${escaped(id)}</code><br>${escaped(sentence)}${remark}</td>${cells}</tr>`
  return below === '' ? head : `${head}\n<tr class="below"><td colspan="${findings.length + 1}">${sourcesOf(findings)}${below}</td></tr>`
}

const sourcesOf = (findings: Row['findings']) =>
  (findings.find((finding) => finding !== undefined)?.sources ?? [])
    .map(({ sentence, where }) => `<p class="faint">Source: ${escaped(`${sentence} (${where})`)}</p>`)
    .join('')

function detail({ outcome, expected, required, reason, curl }: ReportedFinding, place: number): string {
  const known = expected ? ', as expected' : required ? '' : ', which does not count yet'
  const lines = curl.slice(-mostLines)
  return `<p><b>${letterOf(place)}</b> ${sign(outcome)} ${outcome}${known}: ${escaped(reason)}</p>${lines.length === 0 ? '' : `<pre>${escaped(lines.join('\n'))}</pre>`}`
}

const style = (targets: number) => `
.targets { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(16rem, 100%), 1fr)); gap: .7rem; }
.target { border: 1px solid var(--line); border-radius: .4rem; padding: .6rem; break-inside: avoid; overflow-wrap: anywhere; }
.target h2, .target p { margin: 0 0 .3rem; } .verdict { font-size: .8em; padding: 0 .4rem; border-radius: .3rem; }
.bar { display: flex; height: .6rem; border-radius: .3rem; overflow: hidden; margin-bottom: .3rem; } .bar span { min-width: 2px; }
.pass { background: var(--pass); } .fail, .error { background: var(--fail); } .warning { background: var(--warn); }
.untestable, .unsupported { background: var(--mute); }
.sign { display: inline-block; width: 1.3rem; text-align: center; border-radius: .25rem; font-weight: 600; }
.checks { width: 100%; table-layout: fixed; } .checks .one { width: ${targets > 3 ? '1.9rem' : '2.4rem'}; padding: .2rem 0; text-align: center; }
.below td { background: color-mix(in srgb, var(--mute) 35%, var(--paper)); } .below p { margin: .2rem 0; }
body:has(#open:checked) .quiet { display: none; }
@media print { .filter { display: none; } .target { padding: .3rem; } .below { break-inside: auto; } }
`
