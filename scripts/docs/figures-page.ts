import { basename } from 'node:path'
import { section, text } from './html.ts'
import { type Page, wayTo } from './page.ts'
import type { Shelf } from './repository.ts'

const path = 'figures.html'

/** What was measured: every report (their files are in capitals, or generated), and every picture of a benchmark. */
export function figuresPage(pages: readonly Page[], paths: readonly string[], shelf: Shelf): Page {
  const reports = pages.filter(({ path }) => /\/[A-Z]+\.html$|\/reports\/|\/docs\/scale/.test(path) && !path.endsWith('README.html'))
  const items = reports.map(
    (report) => `<li><a href="${wayTo(path, report.path)}">${text(report.title)}</a><span>${text(report.summary ?? '')}</span></li>`,
  )
  const pictures = paths
    .filter((file) => file.endsWith('.svg') && shelf.pictureAt(file) !== undefined)
    .map(
      (file) =>
        `<figure><img class="measured" src="${wayTo(path, file)}" alt="${text(nameOf(file))}"><figcaption class="quiet"><code>${text(file)}</code></figcaption></figure>`,
    )
  const body = `<h1>Figures</h1>
<p class="lead">How well all this holds, as it was measured. Each report is made by a command, and says by which.</p>
${section('reports', 'Reports', `<ul class="reports">${items.join('\n')}</ul>`)}
${section('benchmarks', 'Benchmarks', `${pictures.join('\n')}<p>${scale(pages)}</p>`)}`
  return { path, title: 'Figures', summary: 'How well all this holds, as it was measured.', chapter: 'Reference', body }
}

const nameOf = (file: string) =>
  `A picture of measurements: ${basename(file, '.svg').replaceAll('-', ' ')}. The page that shows it has them as a table.`

function scale(pages: readonly Page[]): string {
  const found = pages.find(({ path }) => path.endsWith('/docs/scale.html'))
  return found === undefined ? '' : `<a href="${wayTo(path, found.path)}">${text(found.title)}</a> has the figures as tables.`
}
