import { type Block, type Chapter, pieces, plain, type Words } from './blocks.ts'

const signs: Readonly<Record<string, string>> = { '<': '&lt;', '>': '&gt;', '&': '&amp;', '"': '&quot;', "'": '&#39;' }

/** Text that cannot become markup. */
export const safe = (text: string): string => text.replaceAll(/[<>&"']/g, (sign) => signs[sign] ?? sign)

const words = (text: Words): string =>
  pieces(text)
    .map((piece, index) => (index % 2 === 1 ? `<code>${safe(piece)}</code>` : safe(piece)))
    .join('')

export const chapterHtml = ({ id, title, blocks }: Chapter): string =>
  blocks.length === 0 ? '' : `<section id="${safe(id)}"><h2>${safe(title)}</h2>\n${blocks.map(blockHtml).join('\n')}\n</section>`

function blockHtml(block: Block): string {
  switch (block.kind) {
    case 'paragraph':
      return `<p>${words(block.words)}</p>`
    case 'list':
      return `<ul>${block.items.map((item) => `<li>${words(item)}</li>`).join('')}</ul>`
    case 'code':
      return `<pre>${safe(block.code)}</pre>`
    case 'table':
      return tableHtml(block.head, block.rows)
    case 'folded':
      return `<details><summary>${words(block.title)}</summary>${block.blocks.map(blockHtml).join('\n')}</details>`
    case 'entry': {
      const id = block.id === undefined ? '' : ` id="${safe(block.id)}"`
      return `<article${id}><h3>${words(block.title)}</h3>${block.blocks.map(blockHtml).join('\n')}</article>`
    }
  }
}

/** Each cell knows its column: on a phone there is no head above it. */
function tableHtml(head: readonly Words[], rows: readonly (readonly Words[])[]): string {
  const cells = (row: readonly Words[]) =>
    row.map((cell, index) => `<td data-column="${safe(plain(head[index] ?? ''))}">${words(cell)}</td>`)
  const body = rows.map((row) => `<tr>${cells(row).join('')}</tr>`)
  return `<table><thead><tr>${head.map((name) => `<th scope="col">${words(name)}</th>`).join('')}</tr></thead><tbody>${body.join('\n')}</tbody></table>`
}
