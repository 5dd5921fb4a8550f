import { code, text } from './html.ts'
import { markdown, type Surroundings } from './markdown.ts'
import type { DocumentedOperation } from './operation.ts'
import { type Page, wayTo } from './page.ts'
import { read } from './repository.ts'

/** Who comes here, and the page on which each of them begins. */
const readers = [
  {
    file: 'design-reviewers',
    title: 'Design reviewers',
    wants: 'See what a change of an API does to those who use it, before it is merged.',
  },
  { file: 'sdk-users', title: 'SDK users', wants: 'Write a program that reads, retries and follows jobs without hurting anybody.' },
  {
    file: 'frontend-teams',
    title: 'Frontend teams',
    wants: 'Build a page against jobs that start, log, fail and finish on your own machine.',
  },
  { file: 'conformance-testers', title: 'Conformance testers', wants: 'Find out whether a server is the Jobs API that it says it is.' },
] as const

const folder = 'scripts/docs/pages'

export function startPages(operations: readonly DocumentedOperation[], common: Omit<Surroundings, 'page' | 'file'>): Page[] {
  const pageOf = (path: string, file: string) =>
    markdown(read(`${folder}/${file}.md`), { ...common, page: path, file: `${folder}/${file}.md` })
  const home = 'index.html'
  const cards = readers.map(
    ({ file, title, wants }) =>
      `<li><a href="${wayTo(home, `begin/${file}.html`)}"><strong>${title}</strong><span>${text(wants)}</span></a></li>`,
  )
  const start = pageOf(home, 'home')
    .replace('<p>READERS</p>', `<ul class="cards">${cards.join('')}</ul>`)
    .replace('<p>OPERATIONS</p>', operationList(operations, home))
  return [
    { path: home, title: 'The Jobs API', short: 'Home', chapter: 'Begin', body: start },
    ...readers.map(({ file, title, wants }) => {
      const path = `begin/${file}.html`
      return { path, title, summary: wants, chapter: 'Begin', body: pageOf(path, file) }
    }),
  ]
}

function operationList(operations: readonly DocumentedOperation[], page: string): string {
  const tags = Map.groupBy(operations, ({ tag }) => tag)
  const lists = [...tags].map(([tag, all]) => {
    const rows = all.map(
      ({ id, method, path, summary }) =>
        `<li><a href="${wayTo(page, `operations/${id}.html`)}">${text(summary)}</a> <span class="address"><span class="method ${method.toLowerCase()}">${method}</span> ${code(path)}</span></li>`,
    )
    return `<h3 id="${tag.toLowerCase().replaceAll(' ', '-')}">${text(tag)}</h3>\n<ul class="operations">${rows.join('\n')}</ul>`
  })
  return lists.join('\n')
}
