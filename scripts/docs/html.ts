const signs: Readonly<Record<string, string>> = { '<': '&lt;', '>': '&gt;', '&': '&amp;', '"': '&quot;', "'": '&#39;' }

/** Words as they stand in HTML, in text and in attributes alike. */
export const text = (words: string) => words.replaceAll(/[<>&"']/g, (sign) => signs[sign] ?? sign)

export const code = (words: string) => `<code>${text(words)}</code>`

/** Words of HTML without their marks, for indexes and titles. */
export const plain = (html: string) =>
  html
    .replaceAll(/<(svg|script|style)\b.*?<\/\1>/gs, ' ')
    .replaceAll(/<\/?(?:a|b|code|em|i|span|strong)\b[^>]*>/g, '')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
    .replaceAll(/\s+/g, ' ')
    .trim()

/** A table that may be wider than its page: it scrolls by itself, by keyboard too. Cells are HTML; the first of a row heads it. */
export function table(label: string, heads: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return ''
  const head = heads.map((cell) => `<th scope="col">${cell}</th>`).join('')
  const body = rows.map(
    ([first = '', ...rest]) => `<tr><th scope="row">${first}</th>${rest.map((cell) => `<td>${cell}</td>`).join('')}</tr>`,
  )
  return scrolling(label, `<table><thead><tr>${head}</tr></thead><tbody>${body.join('\n')}</tbody></table>`)
}

export const scrolling = (label: string, content: string) =>
  `<div class="scrolls" tabindex="0" role="group" aria-label="${text(label)}">${content}</div>`

export const section = (id: string, title: string, content: string) =>
  content === '' ? '' : `<section>\n<h2 id="${id}">${title}</h2>\n${content}\n</section>\n`

/** Names and what they mean; values are HTML. */
export const facts = (pairs: readonly (readonly [string, string])[]) =>
  `<dl class="facts">${pairs.map(([name, value]) => `<div><dt>${name}</dt><dd>${value}</dd></div>`).join('')}</dl>`
