import { extname, posix } from 'node:path'
import { codeBlock } from './highlight.ts'
import { text } from './html.ts'
import { type Page, wayTo } from './page.ts'
import { isFile, read, type Shelf } from './repository.ts'

/** A file or a folder of the repository that some page speaks of, as it is. */
export function sourcePage(path: string, shelf: Shelf): Page {
  if (!isFile(path)) return folderPage(path, shelf)
  // Programs are read for their code; colouring everything else would take most of the time that the site takes.
  const language = extname(path) === '.ts' ? 'ts' : ''
  const body = `<h1><code>${text(path)}</code></h1>\n${codeBlock(read(path).trimEnd(), language, path)}`
  return { path: `source/${path}.html`, title: path, body, isSearched: false }
}

function folderPage(folder: string, shelf: Shelf): Page {
  const page = `source/${folder}/index.html`
  const items = shelf.childrenOf(folder).map((name) => {
    if (name.endsWith('/')) return `<li><code>${text(name)}</code></li>`
    const target = shelf.pageOf(posix.join(folder, name))
    return `<li><a href="${wayTo(page, target ?? page)}"><code>${text(name)}</code></a></li>`
  })
  return {
    path: page,
    title: folder,
    body: `<h1><code>${text(folder)}/</code></h1>\n<ul class="files">${items.join('')}</ul>`,
    isSearched: false,
  }
}
