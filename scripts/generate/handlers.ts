import type { Document } from './document.ts'
import { operationsOf } from './document.ts'
import { notice } from './types.ts'

/** `handlers.ts`: the interface that a server must fill, one member an operation, no more and no fewer. */
export function handlerInterface(document: Document): string {
  const members = [...operationsOf(document)].map(
    ({ id, path, method, operation }) =>
      `  /** ${String(operation['summary'])}. \`${method.toUpperCase()} ${path}\` */\n  ${id}: Handler<'${id}', Context, Stream>`,
  )
  return `${notice}import type { Handler } from '../types.ts'

/** An implementation of the Jobs API: one handler for each operation. */
export interface Handlers<Context, Stream> {
${members.join('\n')}
}
`
}
