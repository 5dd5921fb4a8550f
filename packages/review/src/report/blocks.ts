/** Words, some of which are code: `see`, then `openapi/x.yaml:3` between backticks. Nothing else is markup. */
export type Words = string

/** A part of a report, written once and shown as text, Markdown and HTML. */
export type Block =
  | { readonly kind: 'paragraph'; readonly words: Words }
  | { readonly kind: 'list'; readonly items: readonly Words[] }
  | { readonly kind: 'table'; readonly head: readonly Words[]; readonly rows: readonly (readonly Words[])[] }
  | { readonly kind: 'code'; readonly language: 'sh' | 'yaml' | 'ts'; readonly code: string }
  | { readonly kind: 'folded'; readonly title: Words; readonly blocks: readonly Block[] }
  | { readonly kind: 'entry'; readonly title: Words; readonly id?: string; readonly blocks: readonly Block[] }

/** A chapter of a report. One without blocks is left out. */
export interface Chapter {
  readonly id: string
  readonly title: string
  readonly blocks: readonly Block[]
}

export const paragraph = (words: Words): Block => ({ kind: 'paragraph', words })
export const list = (items: readonly Words[]): Block[] => (items.length === 0 ? [] : [{ kind: 'list', items }])
export const table = (head: readonly Words[], rows: readonly (readonly Words[])[]): Block[] =>
  rows.length === 0 ? [] : [{ kind: 'table', head, rows }]
export const code = (language: 'sh' | 'yaml' | 'ts', text: string): Block => ({ kind: 'code', language, code: text })
export const folded = (title: Words, blocks: readonly Block[]): Block[] => (blocks.length === 0 ? [] : [{ kind: 'folded', title, blocks }])

/** Words as code; a backtick inside would end it. */
export const asCode = (text: string): Words => `\`${text.replaceAll('`', "'")}\``

/** What stands between backticks, and what does not, in turns: the first is never code. */
export const pieces = (words: Words): readonly string[] => words.split('`')

/** Words without the signs that mark code. */
export const plain = (words: Words): string => words.replaceAll('`', '')

/** `1 change`, `2 changes`. */
export const counted = (count: number, one: string, more = `${one}s`): string => `${count} ${count === 1 ? one : more}`
