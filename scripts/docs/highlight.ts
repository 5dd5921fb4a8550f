import { createRequire } from 'node:module'
import { text } from './html.ts'

interface Highlighter {
  highlight(source: string, options: { language: string; ignoreIllegals: boolean }): { value: string }
  getLanguage(name: string): unknown
}

/** Not imported: its types would bring those of the DOM into every program here, and hide those of Node. */
const highlighter: Highlighter = createRequire(import.meta.url)('highlight.js/lib/common')

/** Larger texts are shown as they are: nobody reads them for their colours. */
const mostColoured = 40_000

/** A block of code, coloured where its language is known. It scrolls by itself, by keyboard too. */
export function codeBlock(source: string, language: string, label = 'Code'): string {
  const known = language !== '' && highlighter.getLanguage(language) !== undefined && source.length <= mostColoured
  const content = known ? highlighter.highlight(source, { language, ignoreIllegals: true }).value : text(source)
  return `<pre class="code" tabindex="0" role="group" aria-label="${text(label)}"><code>${content}</code></pre>`
}
