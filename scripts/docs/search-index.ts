import { plain } from './html.ts'
import type { Page } from './page.ts'

/** A part of a page, from one heading to the next: where it is, what it is called, the page, its words. */
type Entry = readonly [address: string, title: string, page: string, words: string]

/**
 * What the search knows, as a script: a page that was opened from a folder may run one, but not fetch a file. The reader's
 * browser makes the index of it, which takes less time than an index that is sent would take to arrive.
 */
export function searchIndex(pages: readonly Page[]): string {
  const entries = pages.filter(({ isSearched }) => isSearched !== false).flatMap(entriesOf)
  return `globalThis.searchEntries = ${JSON.stringify(entries)}\n`
}

function entriesOf({ path, title, body }: Page): Entry[] {
  const [first = '', ...parts] = body.split(/(?=<h[23] id=")/)
  const inside = parts.map((part): Entry => {
    const [, id = '', heading = ''] = /^<h[23] id="([^"]+)">(.*?)<\/h[23]>/s.exec(part) ?? []
    return [`${path}#${id}`, plain(heading), title, plain(part.replace(/^<h[23].*?<\/h[23]>/s, ''))]
  })
  return [[path, title, '', plain(first.replace(/<h1.*?<\/h1>/s, ''))], ...inside]
}
