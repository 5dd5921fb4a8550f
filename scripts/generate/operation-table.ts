import type { Document, ObjectNode } from './document.ts'
import { isObject, operationsOf, resolve } from './document.ts'
import { notice } from './types.ts'

/** `operations.ts`: what a program must know of each operation, keyed by operation id. */
export function operationTable(document: Document, name = 'operations'): string {
  const rows = [...operationsOf(document)].map(({ id, path, method, operation }) => [id, row(document, path, method, operation)])
  return `${notice}\nexport const ${name} = ${JSON.stringify(Object.fromEntries(rows), null, 2)} as const\n`
}

function row(document: Document, path: string, method: string, operation: ObjectNode) {
  const parameters = list(operation['parameters']).map((parameter) => resolve(document, parameter))
  const named = (place: string) => parameters.filter((parameter) => parameter['in'] === place)
  const responses = Object.entries(resolve(document, operation['responses']))
  const security = list(operation['security']).map((alternative) => Object.keys(alternative)[0] ?? 'anonymous')
  return {
    method,
    path,
    tag: list(operation['tags'])[0],
    summary: operation['summary'],
    success: Number(responses.find(([status]) => status.startsWith('2'))?.[0]),
    ability: operation['x-ability'],
    repeatable: operation['x-repeatable'],
    credentials: security,
    multiSegment: named('path')
      .filter((parameter) => parameter['x-multi-segment'] === true)
      .map(nameOf),
    path_parameters: typesOf(document, named('path')),
    query_parameters: typesOf(document, named('query')),
    takesBody: operation['requestBody'] !== undefined,
    answers: Object.fromEntries(responses.map(([status, response]) => [status, mediaTypes(resolve(document, response))])),
  }
}

const list = (node: unknown): ObjectNode[] => (Array.isArray(node) ? node : [])
const nameOf = (parameter: ObjectNode) => String(parameter['name'])
const mediaTypes = (response: ObjectNode) => (isObject(response['content']) ? Object.keys(response['content']) : [])

function typesOf(document: Document, parameters: ObjectNode[]) {
  const typeOf = (parameter: ObjectNode) => {
    const { type } = resolve(document, parameter['schema'])
    return Array.isArray(type) ? type.join('|') : String(type)
  }
  return Object.fromEntries(parameters.map((parameter) => [nameOf(parameter), typeOf(parameter)]))
}
