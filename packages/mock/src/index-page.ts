import type { Operation } from './catalogue.ts'
import { curlLine } from './curl.ts'
import type { Knowledge } from './knowledge.ts'
import { prefix } from './route.ts'

export interface IndexOptions {
  readonly knowledge: Knowledge
  /** Scheme, host and port, as the reader wrote them. */
  readonly address: string
  readonly source: string
  /** Where the document is broken; then what is listed is that of the last good one. */
  readonly broken: string | undefined
}

/** Every answer that can be had, with a line for a shell that gets it: a page for browsers, text for everybody else. */
export function indexPage(options: IndexOptions, isForBrowser: boolean): { readonly type: string; readonly text: string } {
  return isForBrowser
    ? { type: 'text/html; charset=utf-8', text: html(options) }
    : { type: 'text/plain; charset=utf-8', text: plain(options) }
}

const countOf = ({ operations }: Knowledge) => operations.reduce((sum, { answers }) => sum + answers.length, 0)

function introduction({ knowledge, address, source, broken }: IndexOptions): readonly string[] {
  return [
    `The mock of the Jobs API (${source}) answers at ${address}${prefix}, and remembers nothing.`,
    `${countOf(knowledge)} answers of ${knowledge.operations.length} operations can be had, each in any of these ways:`,
    'by the request that stands below, which unchanged code can send;',
    'by a token (mock-404-job_not_found) or a project (mock/404-job_not_found), where either part may be left out;',
    'by a header (Prefer: code=404, example=job_not_found), or in the query (?__code=404&__example=job_not_found).',
    ...(broken === undefined ? [] : [`The document is broken, and these are the answers of the last good one. ${broken}`]),
  ]
}

function plain(options: IndexOptions): string {
  const sections = options.knowledge.operations.map((operation) => {
    const rows = rowsOf(operation, options.address).map(({ title, line }) => `# ${title}\n${line}`)
    return [`## ${operation.id}: ${operation.method} ${operation.path}`, operation.summary, '', ...rows].join('\n')
  })
  return `${[introduction(options).join('\n'), ...sections].join('\n\n')}\n`
}

const rowsOf = (operation: Operation, address: string) =>
  operation.answers.map((answer) => ({
    title: [answer.status, ...(answer.name === undefined ? [] : [`${answer.name}:`]), answer.summary].join(' '),
    line: curlLine(operation, answer, address),
  }))

const style = `body{font:15px/1.5 system-ui,sans-serif;max-width:75rem;margin:2rem auto;padding:0 1rem;color-scheme:light dark}
code{font-size:13px;overflow-wrap:anywhere}h2{margin:2.5rem 0 0}dt{margin-top:.8rem}dd{margin:0 0 0 1rem}p.broken{color:#c00}`

function html(options: IndexOptions): string {
  const list = options.knowledge.operations.map(({ id }) => `<a href="#${escaped(id)}">${escaped(id)}</a>`)
  const sections = options.knowledge.operations.map((operation) => {
    const rows = rowsOf(operation, options.address).map(
      ({ title, line }) => `<dt>${escaped(title)}</dt><dd><code>${escaped(line)}</code></dd>`,
    )
    const { id, method, path, summary } = operation
    return `<h2 id="${escaped(id)}">${escaped(id)}</h2><p><code>${escaped(`${method} ${path}`)}</code> ${escaped(summary)}</p><dl>${rows.join('\n')}</dl>`
  })
  const words = introduction(options).map((sentence) => `<p>${escaped(sentence)}</p>`)
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>The mock of the Jobs API</title><style>${style}</style>
<h1>The mock of the Jobs API</h1>${words.join('\n')}<p>${list.join(' · ')}</p>${sections.join('\n')}</html>`
}

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;').replaceAll("'", '&#39;')
