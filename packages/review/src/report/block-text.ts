import { type Block, type Chapter, plain, type Words } from './blocks.ts'

export const chapterText = ({ title, blocks }: Chapter): string[] =>
  blocks.length === 0 ? [] : [`\n${title}`, ...blocks.flatMap(blockText).map((line) => (line === '' ? '' : `  ${line}`))]

function blockText(block: Block): string[] {
  switch (block.kind) {
    case 'paragraph':
      return [plain(block.words)]
    case 'list':
      return block.items.map((item) => `- ${plain(item)}`)
    case 'code':
      return block.code.split('\n').map((line) => `  ${line}`)
    case 'table':
      return tableText([block.head, ...block.rows])
    case 'folded':
    case 'entry':
      return [plain(block.title), ...block.blocks.flatMap(blockText).map((line) => `  ${line}`)]
  }
}

/** Columns side by side; the last one is as wide as it likes. */
function tableText(rows: readonly (readonly Words[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => plain(row[column] ?? '').length)))
  return rows.map((row) =>
    row.map((cell, column) => (column === row.length - 1 ? plain(cell) : plain(cell).padEnd(widths[column] ?? 0))).join('  '),
  )
}
