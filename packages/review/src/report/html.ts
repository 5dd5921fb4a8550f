import type { OperationCard } from '../cards.ts'
import type { ReportedFinding } from '../reported.ts'
import type { Review } from '../review.ts'
import type { Json } from '../source/json.ts'
import type { Witness } from '../witness/witness.ts'
import { chapterHtml, safe as text } from './block-html.ts'
import { coverageChapter, executedChapter, lintChapter, surfaceChapter, waiverChapter } from './chapters.ts'
import { style } from './style.ts'
import { verdictLine } from './text.ts'

/** The review as one page that needs nothing from outside and runs no script. */
export function htmlReport(review: Review): string {
  const of = (level: ReportedFinding['level']) => review.findings.filter((finding) => finding.level === level)
  const title = `Review: ${review.base.name} → ${review.head.name}`
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${text(title)}</title>
<style>${style}</style>
</head>
<body>
<header class="${review.gate.passes ? 'passes' : 'fails'}">
<p class="names">${text(review.base.name)} <span aria-hidden="true">→</span><span class="unseen"> to </span> ${text(review.head.name)}</p>
<h1>${text(verdictLine(review))}</h1>
${counts(review)}
${review.gate.reasons.map((reason) => `<p><strong>The gate fails:</strong> ${text(reason)}.</p>`).join('\n')}
</header>
<main>
${chapter('breaking', 'Breaking changes', of('breaking').map(article).join('\n'))}
${chapterHtml(executedChapter(review))}
${chapterHtml(surfaceChapter(review))}
${chapter('compatible', 'Compatible changes', rows(of('compatible')))}
${chapter('operations', 'Operations', cards(review.cards))}
${[lintChapter(review), waiverChapter(review), coverageChapter(review)].map(chapterHtml).join('\n')}
${chapter('editorial', 'Editorial changes', rows(of('editorial')))}
</main>
</body>
</html>
`
}

const code = (words: string) => `<code>${text(words)}</code>`

function counts({ verdict: { counts: all } }: Review): string {
  const levels = ['breaking', 'compatible', 'editorial'] as const
  return `<ul class="counts">${levels.map((level) => `<li class="${level}"><a href="#${level}"><b>${all[level]}</b> ${level}</a></li>`).join('')}</ul>`
}

const chapter = (id: string, title: string, content: string) =>
  content === '' ? '' : `<section id="${id}"><h2>${title}</h2>\n${content}\n</section>`

function article(finding: ReportedFinding): string {
  const { fingerprint, title, where, why, migration, waiver, witness } = finding
  return `<article id="${fingerprint}">
<h3>${text(title)}</h3>
<dl>
<dt>Where</dt><dd>${text(where)}${sites(finding)}</dd>
<dt>Who breaks</dt><dd>${text(why)}</dd>
${migration === undefined ? '' : `<dt>Instead</dt><dd>${text(migration)}</dd>`}
${lines(finding)}
${witness === undefined ? '' : shownBy(witness)}
<dt>Id</dt><dd>${code(fingerprint)}</dd>
${waiver === undefined ? '' : `<dt>Waived</dt><dd>by ${text(waiver.owner)} until ${text(waiver.expires)}: ${text(waiver.reason)}</dd>`}
</dl>
</article>`
}

function shownBy(witness: Witness): string {
  if (witness.kind === 'unseen') return `<dt>Not seen</dt><dd>${text(witness.reason)}</dd>`
  return `<dt>Shown by</dt><dd>${code(shown(witness.value).slice(0, 600))}<br>${text(witness.complaint)}</dd>`
}

function sites({ sites: all }: ReportedFinding): string {
  if (all.length < 2) return ''
  const rows = all.map(
    ({ operation, part, member }) => `<li>${code([operation, part, member.join('.')].filter((one) => one !== '').join(' · '))}</li>`,
  )
  return `<details><summary>${all.length} places</summary><ul>${rows.join('')}</ul></details>`
}

function lines({ was, is }: ReportedFinding): string {
  const row = (name: string, place: ReportedFinding['was']) =>
    place === undefined ? '' : `<dt>${name}</dt><dd>${code(`${place.file}:${place.line}`)}</dd>`
  return row('Was', was) + row('Is', is)
}

function rows(findings: readonly ReportedFinding[]): string {
  if (findings.length === 0) return ''
  const row = ({ title, where, fingerprint }: ReportedFinding) =>
    `<tr id="${fingerprint}"><td>${text(title)}</td><td>${text(where)}</td></tr>`
  return `<table><thead><tr><th scope="col">Change</th><th scope="col">Where</th></tr></thead><tbody>${findings.map(row).join('\n')}</tbody></table>`
}

/** The page is to stay within two megabytes, most of which are cards where much has changed. */
const roomForCards = 1_200_000

/** All cards in as much detail as there is room for. */
function cards(all: readonly OperationCard[]): string {
  const [full = '', short = '', least = ''] = [card, shortCard, cardLine].map((show) => all.map(show).join('\n'))
  if (full.length <= roomForCards) return full
  return short.length <= roomForCards ? short : `<ul>${least}</ul>`
}

const shortCard = (one: OperationCard) => card({ ...one, example: undefined, answers: one.answers.filter(({ status }) => status < '3') })

const cardLine = ({ operation, isNew, summary }: OperationCard) =>
  `<li><span class="tag">${isNew ? 'new' : 'changed'}</span> ${code(operation)} ${text(summary)}</li>`

function card(one: OperationCard): string {
  const answers = one.answers.map(
    ({ status, description, reasons }) =>
      `<tr><td>${text(status)}</td><td>${text(description)}</td><td>${reasons.map(code).join(' ')}</td></tr>`,
  )
  return `<details class="card">
<summary><span class="tag">${one.isNew ? 'new' : 'changed'}</span> ${code(one.operation)} ${text(one.summary)}</summary>
<p>${facts(one)}</p>
<pre>${text(one.curl)}</pre>
<table><thead><tr><th scope="col">Status</th><th scope="col">Meaning</th><th scope="col">Reasons</th></tr></thead><tbody>${answers.join('\n')}</tbody></table>
${one.example === undefined ? '' : `<details><summary>An answer</summary><pre>${text(shown(one.example, 2))}</pre></details>`}
<p>Changes: ${one.fingerprints.map((id) => `<a href="#${id}">${code(id)}</a>`).join(' ')}</p>
</details>`
}

function facts({ operationId, credentials, ability, since }: OperationCard): string {
  const all = [
    operationId && `operationId ${code(operationId)}`,
    `credentials ${credentials.map(code).join(' or ') || 'none'}`,
    ability && `ability ${code(ability)}`,
    since && `since ${text(since)}`,
  ]
  return all.filter((fact) => fact !== undefined).join(' · ')
}

const shown = (value: Json, indent = 0) => (typeof value === 'string' ? value : JSON.stringify(value, null, indent)).slice(0, 4000)
