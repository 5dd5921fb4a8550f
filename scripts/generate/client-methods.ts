import type { Document, ObjectNode } from './document.ts'
import { isObject, operationsOf, resolve } from './document.ts'
import { notice } from './types.ts'

/** `methods.ts` of the client: a method for each operation, and which credentials it takes, for the compiler and the editor. */
export function clientMethods(document: Document): string {
  const rows = [...operationsOf(document)]
  const takers = (scheme: string) => rows.filter(({ operation }) => schemesOf(operation).includes(scheme)).map(({ id }) => `'${id}'`)
  return `${notice}import type { Data, Item, Options, OptionsFor, Pages, Pending, StreamOptions } from '../types.ts'

/** One method an operation, called like it, with the parameters of its address in their order. */
export interface Methods {
${rows.map((row) => method(document, row)).join('\n')}
}

/** The operations that take a credential of each kind. */
export interface OperationsFor {
  token: ${takers('personalToken').join(' | ')}
  oauth: ${takers('personalToken').join(' | ')}
  jobToken: ${takers('jobToken').join(' | ')}
  anonymous: ${takers('anonymous').join(' | ')}
}
`
}

/** `calls.ts` of the client: what a call has to know of its operation, and no more, since it is shipped to browsers. */
export function clientCalls(document: Document): string {
  const rows = [...operationsOf(document)].map((row) => [row.id, call(document, row)])
  return `${notice}import type { Call } from '../call.ts'
import type { Methods } from './methods.ts'

export const calls: { readonly [Id in keyof Methods]: Call } = ${JSON.stringify(Object.fromEntries(rows), null, 2)}
`
}

type Row = ReturnType<typeof operationsOf> extends Generator<infer Each> ? Each : never

function method(document: Document, { id, path, method, operation }: Row): string {
  const inPath = parametersOf(document, operation, 'path')
  const required = parametersOf(document, operation, 'query').some((parameter) => parameter['required'] === true)
  const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name)
  const named = names.map((name) => `${name === 'id' ? 'project' : name}: ${typeOf(document, inPath, name)}`)
  const options = `options${required ? '' : '?'}: ${isPaged(document, operation) ? 'OptionsFor' : 'Options'}<'${id}'>`
  const answer = isPaged(document, operation) ? `Pages<Item<'${id}'>>` : `Pending<Data<'${id}'>>`
  const [first = ''] = String(operation['description']).split(/\n\s*\n/)
  const text = [`${operation['summary']}: \`${method.toUpperCase()} ${path}\`.`, '', ...first.split('\n')]
  const asText = `  /**\n${text.map((line) => `   * ${line}`.trimEnd()).join('\n')}\n   */\n  ${id}(${[...named, options].join(', ')}): ${answer}`
  if (answerOf(document, operation) !== 'text') return asText
  const stream = [...named, `options: StreamOptions<'${id}'>`].join(', ')
  return `${asText}\n  /** The same as its bytes, undecoded. */\n  ${id}(${stream}): Pending<ReadableStream<Uint8Array<ArrayBuffer>>>`
}

function call(document: Document, { path, method, operation }: Row) {
  const segments = new Set(
    parametersOf(document, operation, 'path')
      .filter((parameter) => parameter['x-multi-segment'] === true)
      .map((parameter) => parameter['name']),
  )
  return {
    method: method.toUpperCase(),
    path: path.replace(/\{(\w+)\}/g, (whole, name: string) => (segments.has(name) ? `{+${name}}` : whole)),
    answer: isPaged(document, operation) ? 'pages' : answerOf(document, operation),
    ...(operation['x-repeatable'] === false && { once: true }),
    ...(hasKeyset(document, operation) && { keyset: true }),
  }
}

function answerOf(document: Document, operation: ObjectNode): 'json' | 'text' | 'bytes' | 'nothing' {
  const responses = resolve(document, operation['responses'])
  const status = Object.keys(responses).find((status) => status.startsWith('2')) ?? ''
  const { content } = resolve(document, responses[status])
  const [type] = isObject(content) ? Object.keys(content) : []
  if (type === undefined) return 'nothing'
  if (type.endsWith('json')) return 'json'
  return type.startsWith('text/') ? 'text' : 'bytes'
}

const isPaged = (document: Document, operation: ObjectNode) => queryNames(document, operation).includes('per_page')
const hasKeyset = (document: Document, operation: ObjectNode) => queryNames(document, operation).includes('pagination')
const queryNames = (document: Document, operation: ObjectNode) =>
  parametersOf(document, operation, 'query').map((parameter) => parameter['name'])

function parametersOf(document: Document, operation: ObjectNode, place: string): ObjectNode[] {
  const { parameters = [] } = operation
  if (!Array.isArray(parameters)) return []
  return parameters.map((parameter) => resolve(document, parameter)).filter((parameter) => parameter['in'] === place)
}

/** Numbers where only a number will do; a project is a number or a path. */
function typeOf(document: Document, parameters: readonly ObjectNode[], name: string): string {
  if (name === 'id') return 'number | string'
  const schema = resolve(document, parameters.find((parameter) => parameter['name'] === name)?.['schema'])
  return schema['type'] === 'integer' ? 'number' : 'string'
}

function schemesOf(operation: ObjectNode): string[] {
  const { security = [] } = operation
  return Array.isArray(security) ? security.map((alternative) => (isObject(alternative) && Object.keys(alternative)[0]) || 'anonymous') : []
}
