import { posix } from 'node:path'
import GithubSlugger from 'github-slugger'
import { Marked, type Tokens } from 'marked'
import { codeBlock } from './highlight.ts'
import { code, plain, scrolling, text } from './html.ts'
import { wayTo } from './page.ts'
import type { Shelf } from './repository.ts'

/** What a text in Markdown may refer to, and from where. */
export interface Surroundings {
  /** The page on which the text will stand. */
  readonly page: string
  /** The file of the repository in which it stands, from which its links lead on. */
  readonly file: string
  readonly shelf: Shelf
  /** The page of an operation or a schema by its name, undefined if it is none. */
  readonly named: (name: string) => string | undefined
  /** Called for a link that leads nowhere. */
  readonly onBroken: (link: string) => void
}

/** Markdown as HTML: its headings with the anchors that GitHub would give them, its links leading within the site. */
export function markdown(source: string, surroundings: Surroundings): string {
  const slugger = new GithubSlugger()
  const marked = new Marked({
    renderer: {
      heading({ tokens, depth }: Tokens.Heading): string {
        const content = this.parser.parseInline(tokens)
        return `<h${depth} id="${slugger.slug(plain(content))}">${content}</h${depth}>\n`
      },
      code: ({ text: source, lang }: Tokens.Code) => codeBlock(source, lang ?? ''),
      codespan: ({ text: words }: Tokens.Codespan) => linkedCode(words, surroundings),
      table(token: Tokens.Table): string {
        const cells = (row: Tokens.TableCell[], tag: string) =>
          row.map((cell) => ofTable(cell.text === '' ? 'td' : tag, cell, this.parser.parseInline(cell.tokens))).join('')
        const head = token.header.some((cell) => cell.text !== '') ? `<thead><tr>${cells(token.header, 'th')}</tr></thead>` : ''
        const body = token.rows.map((row) => `<tr>${cells(row, 'td')}</tr>`).join('\n')
        return scrolling('Table', `<table>${head}<tbody>${body}</tbody></table>`)
      },
      link({ href, tokens }: Tokens.Link): string {
        // A link cannot stand within a link, which a name in code would become.
        const content = this.parser.parseInline(tokens).replaceAll(/<a [^>]*>|<\/a>/g, '')
        return `<a href="${text(target(href, surroundings))}">${content}</a>`
      },
      image: ({ href, text: words }: Tokens.Image) => picture(href, words, surroundings),
    },
  })
  return marked.parse(source, { async: false })
}

/** A header without words would head nothing. */
const ofTable = (tag: string, { align }: Tokens.TableCell, content: string) =>
  `<${tag}${align === 'right' ? ' class="number"' : ''}>${content}</${tag}>`

function linkedCode(words: string, { named, page }: Surroundings): string {
  const target = named(words)
  return target === undefined || target === page ? code(words) : `<a href="${wayTo(page, target)}">${code(words)}</a>`
}

const isAddress = (href: string) => /^[a-z]+:/.test(href)

/** Links of our own texts to pages that are made, not written. */
const onSite = 'site:'

function target(href: string, { page, file, shelf, onBroken }: Surroundings): string {
  if (href.startsWith(onSite)) return wayTo(page, href.slice(onSite.length))
  if (isAddress(href) || href.startsWith('#')) return href
  const [path = '', anchor] = href.split('#')
  const found = shelf.pageOf(posix.join(posix.dirname(file), path))
  if (found === undefined) {
    onBroken(href)
    return href
  }
  return wayTo(page, anchor === undefined ? found : `${found}#${anchor}`)
}

function picture(href: string, words: string, { page, file, shelf, onBroken }: Surroundings): string {
  const found = isAddress(href) ? undefined : shelf.pictureAt(posix.join(posix.dirname(file), href))
  if (found === undefined) onBroken(href)
  return `<img src="${text(wayTo(page, found ?? href))}" alt="${text(words)}" loading="lazy">`
}
