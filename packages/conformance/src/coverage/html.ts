import { escaped, page } from '../report/markup.ts'
import { type CoverageReport, facets, type Part } from './coverage.ts'

/** The coverage as a map: operations by statuses, the darker the more often an answer came; below it what was not met, and why. */
export function coverageHtml(report: CoverageReport): string {
  const { target, kit } = report
  const title = `What was met of the edition ${target.edition}`
  return page(
    title,
    style,
    `<h1>${escaped(title)}</h1>
<p class="faint">${escaped(`${target.url}, project ${target.project}, kit ${kit.version}`)}</p>
<ul>${facets.map((facet) => `<li>${escaped(sentenceOf(facet, report[facet]))}</li>`).join('')}</ul>
<h2>Answers</h2>
<p class="faint">How often each documented answer came. A dot: it did not, for a reason that stands below. A cross: it did not.</p>
${heatMap(report.answers)}
${facets.map((facet) => unmet(facet, report[facet])).join('\n')}
${(['members', 'values'] as const).map((facet) => `<h2>${titles[facet]}</h2>\n${byComponent(report[facet])}`).join('\n')}`,
  )
}

const titles = { answers: 'Answers', members: 'Members', values: 'Values' } as const

function sentenceOf(facet: keyof typeof titles, parts: readonly Part[]): string {
  const [seen, excused] = [parts.filter((part) => part.seen > 0).length, parts.filter(({ reason }) => reason !== undefined).length]
  return `${titles[facet]}: ${seen} of ${parts.length} met, ${excused} not met for a reason, ${parts.length - seen - excused} not met.`
}

/** Answers of one status differ by their media type at most in name; they share a cell. */
function heatMap(answers: readonly Part[]): string {
  const cells = answers.map((part) => ({ part, words: part.name.split(' ') }))
  const statuses = [...new Set(cells.map(({ words }) => words[1] ?? ''))].sort()
  const rows = [...Map.groupBy(cells, ({ words }) => words[0] ?? '')].map(([operation, its]) => {
    const parts = statuses.map((status) => its.filter(({ words }) => words[1] === status).map(({ part }) => part))
    return `<tr><th>${escaped(operation)}</th>${parts.map(cell).join('')}</tr>`
  })
  return `<div class="wide"><table class="map"><thead><tr><th></th>${statuses.map((status) => `<th>${status}</th>`).join('')}</tr></thead>
<tbody>${rows.join('\n')}</tbody></table></div>`
}

function cell(parts: readonly Part[]): string {
  const [first] = parts
  if (first === undefined) return '<td></td>'
  const seen = parts.reduce((sum, part) => sum + part.seen, 0)
  const title = escaped(parts.map(({ name, reason }) => `${name}${reason === undefined ? '' : `: ${reason}`}`).join('\n'))
  if (seen === 0) return `<td class="${classOf(first)}" title="${title}">${first.reason === undefined ? '✗' : '·'}</td>`
  const share = Math.min(95, 25 + Math.round(20 * Math.log10(seen)))
  return `<td title="${title}" style="background: color-mix(in srgb, var(--heat) ${share}%, var(--paper))">${seen}</td>`
}

const classOf = ({ seen, reason }: Part) => (seen > 0 ? 'met' : reason === undefined ? 'unmet' : 'excused')

function unmet(facet: keyof typeof titles, parts: readonly Part[]): string {
  const groups = Map.groupBy(
    parts.filter(({ seen }) => seen === 0),
    ({ reason }) => reason ?? 'No reason is known.',
  )
  if (groups.size === 0) return ''
  const rows = [...groups].map(
    ([reason, its]) => `<dt>${escaped(reason)}</dt><dd>${its.map(({ name }) => chip(name, 'excused')).join(' ')}</dd>`,
  )
  return `<h2>${titles[facet]} that were not met</h2>\n<dl>${rows.join('\n')}</dl>`
}

function byComponent(parts: readonly Part[]): string {
  const groups = Map.groupBy(parts, ({ name }) => name.split(/[.=]/, 1)[0] ?? '')
  const rows = [...groups].map(([component, its]) => {
    const chips = its.map((part) => chip(part.name.slice(component.length).replace(/^[.=]/, ''), classOf(part), part))
    return `<dt>${escaped(component)}</dt><dd>${chips.join(' ')}</dd>`
  })
  return `<dl>${rows.join('\n')}</dl>`
}

function chip(text: string, kind: string, part?: Part): string {
  const title = part === undefined ? '' : ` title="${escaped(part.reason ?? `in ${part.seen} exchanges`)}"`
  return `<span class="chip ${kind}"${title}>${escaped(text)}</span>`
}

const style = `
:root { --heat: light-dark(#3fae5a, #2f9e4c); }
.map { font-size: .75rem; } .map td { text-align: center; min-width: 2.1rem; } .map th { font-weight: 600; white-space: nowrap; overflow-wrap: normal; }
.map th:first-child { position: sticky; left: 0; background: var(--paper); }
td.excused, .chip.excused { background: var(--mute); } td.unmet, .chip.unmet { background: var(--fail); }
.chip { display: inline-block; margin: 1px 0; padding: 0 .4rem; border-radius: .3rem; font: .8rem ui-monospace, monospace; }
.chip.met { background: var(--pass); } dt { font-weight: 600; margin-top: .5rem; } dd { margin: 0; }
@media print { .map { font-size: 6.5pt; } .map td, .map th { padding: 1px 2px; min-width: 0; } .map th:first-child { position: static; } .chip { font-size: 7pt; } }
`
