import { type Block, type Chapter, pieces, type Words } from './blocks.ts'

const words = (text: Words): string =>
  pieces(text)
    .map((piece, index) => (index % 2 === 1 ? `\`${piece}\`` : piece.replaceAll(/[<>]/g, (sign) => (sign === '<' ? '&lt;' : '&gt;'))))
    .join('')

const cell = (text: Words): string => words(text).replaceAll('|', '\\|').replaceAll(/\s+/g, ' ')

export const chapterMarkdown = ({ title, blocks }: Chapter): string[] =>
  blocks.length === 0 ? [] : [`### ${title}`, ...blocks.flatMap(blockMarkdown)]

function blockMarkdown(block: Block): string[] {
  switch (block.kind) {
    case 'paragraph':
      return [words(block.words)]
    case 'list':
      return [block.items.map((item) => `- ${words(item)}`).join('\n')]
    case 'code':
      return [`\`\`\`${block.language}\n${block.code}\n\`\`\``]
    case 'table': {
      const lines = [block.head, block.head.map(() => '---'), ...block.rows]
      return [lines.map((row) => `| ${row.map(cell).join(' | ')} |`).join('\n')]
    }
    case 'folded':
      return [
        `<details><summary>${words(block.title).replaceAll(/`([^`]*)`/g, '<code>$1</code>')}</summary>`,
        ...block.blocks.flatMap(blockMarkdown),
        '</details>',
      ]
    case 'entry':
      return [`#### ${words(block.title)}`, ...block.blocks.flatMap(blockMarkdown)]
  }
}
