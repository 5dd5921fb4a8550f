import { posix } from 'node:path'
import { plain, text } from './html.ts'
import { markdown, type Surroundings } from './markdown.ts'
import type { Page } from './page.ts'
import { read } from './repository.ts'

/** In the chapter of which room a text stands; the first that fits. */
const chapters: readonly (readonly [prefix: string, chapter: string])[] = [
  ['openapi/decisions/0', ''],
  ['openapi/', 'Contract'],
  ['packages/contract/', 'Contract'],
  ['packages/client/', 'Client'],
  ['packages/mock/', 'Mock and sandbox'],
  ['packages/server/docs/sandbox', 'Mock and sandbox'],
  ['packages/server/', 'Server'],
  ['packages/conformance/', 'Conformance'],
  ['packages/review/', 'Review'],
  ['packages/', 'More'],
  ['scripts/', 'More'],
  ['README', 'More'],
]

/** What speaks of this repository's inner affairs, or stands on the site in another form. */
const isLeftOut = (path: string) => path.startsWith('.') || path.startsWith('scripts/docs/')

/** A page for each Markdown file, those that come later among them. */
export function markdownPages(paths: readonly string[], surroundings: Omit<Surroundings, 'page' | 'file'>): Page[] {
  return paths.filter((path) => path.endsWith('.md') && !isLeftOut(path)).map((path) => pageOf(path, surroundings))
}

function pageOf(file: string, surroundings: Omit<Surroundings, 'page' | 'file'>): Page {
  const path = file.replace(/md$/, 'html')
  const body = markdown(read(file), { ...surroundings, page: path, file })
  const title = plain(/<h1[^>]*>(.*?)<\/h1>/s.exec(body)?.[1] ?? posix.basename(file, '.md'))
  const [, chapter = ''] = chapters.find(([prefix]) => file.startsWith(prefix)) ?? []
  return {
    path,
    title,
    summary: plain(/<p>(.*?)<\/p>/s.exec(body)?.[1] ?? ''),
    ...(chapter === '' ? {} : { chapter }),
    body: `${body}<p class="origin">From <code>${text(file)}</code></p>\n`,
  }
}
