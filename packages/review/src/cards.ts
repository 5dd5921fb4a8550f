import { addressOf, type Operation, operationsOf } from './diff/operations.ts'
import type { Finding } from './finding.ts'
import { isObject, isText, type Json, type JsonObject, listOf, membersOf } from './source/json.ts'
import type { Source } from './source/source.ts'

/** What a reviewer wants to see of an operation that is new or has changed. */
export interface OperationCard {
  readonly operation: string
  readonly operationId?: string | undefined
  readonly isNew: boolean
  readonly summary: string
  /** A request that can be pasted into a shell; `$URL` and `$TOKEN` are to be set. */
  readonly curl: string
  readonly credentials: readonly string[]
  readonly ability?: string | undefined
  readonly since?: string | undefined
  readonly answers: readonly { readonly status: string; readonly description: string; readonly reasons: readonly string[] }[]
  readonly example?: Json | undefined
  readonly fingerprints: readonly string[]
}

/** Cards of the operations that are new, or in which more than words has changed. */
export function operationCards(source: Source, findings: readonly Finding[]): OperationCard[] {
  const telling = findings.filter(({ level }) => level !== 'editorial')
  return operationsOf(source).flatMap((operation) => {
    const name = `${operation.method} ${operation.path}`
    const own = telling.filter(({ sites }) => sites.some((site) => site.operation === name))
    return own.length === 0 ? [] : [card(source, operation, own)]
  })
}

function card(source: Source, operation: Operation, findings: readonly Finding[]): OperationCard {
  const { node } = operation
  const answers = membersOf(node['responses']).map(([status, answer]) => answerOf(source, status, source.object(answer)))
  return {
    operation: `${operation.method} ${operation.path}`,
    operationId: operation.id,
    isNew: findings.some(({ rule }) => rule === 'operation-added'),
    summary: isText(node['summary']) ? node['summary'] : addressOf(operation),
    curl: curlOf(source, operation),
    credentials: operation.security.map(
      (one) =>
        membersOf(one)
          .map(([name]) => name)
          .join(' and ') || 'none',
    ),
    ability: isText(node['x-ability']) ? node['x-ability'] : undefined,
    since: isText(node['x-since']) ? node['x-since'] : undefined,
    answers: answers.map(({ status, description, reasons }) => ({ status, description, reasons })),
    example: answers.find(({ status, example }) => status.startsWith('2') && example !== undefined)?.example,
    fingerprints: findings.map(({ fingerprint }) => fingerprint),
  }
}

function answerOf(source: Source, status: string, answer: JsonObject) {
  const examples = membersOf(answer['content']).flatMap(([, media]) => {
    const own = source.object(media)
    return [
      ...membersOf(own['examples']).map(([, example]) => source.object(example)),
      ...('example' in own ? [{ value: own['example'] ?? null }] : []),
    ]
  })
  const reasons = examples.map((example) => ('x-reason' in example ? example['x-reason'] : undefined)).filter(isText)
  return {
    status,
    description: isText(answer['description']) ? answer['description'].trim() : '',
    reasons: [...new Set(reasons)],
    example: examples[0]?.['value'],
  }
}

function curlOf(source: Source, operation: Operation): string {
  const filled = operation.parameters
    .filter((parameter) => parameter.in === 'path')
    .reduce(
      (path, { name, node }) => path.replaceAll(`{${name}}`, encodeURIComponent(String(exampleOf(source, node) ?? 1))),
      operation.path,
    )
  const query = operation.parameters
    .filter(({ in: place, node }) => place === 'query' && node['required'] === true)
    .map(({ name, node }) => `${name}=${encodeURIComponent(String(exampleOf(source, node) ?? ''))}`)
  const method = operation.method === 'GET' ? '' : ` --request ${operation.method}`
  const address = `$URL${filled}${query.length === 0 ? '' : `?${query.join('&')}`}`
  return `curl --globoff${method} --header "Authorization: Bearer $TOKEN" "${address}"`
}

function exampleOf(source: Source, parameter: JsonObject): Json | undefined {
  const schema = source.object(parameter['schema'])
  const [named] = membersOf(parameter['examples']).map(([, example]) => source.object(example)['value'])
  return parameter['example'] ?? named ?? listOf(schema['examples'])[0] ?? (isObject(schema) ? schema['default'] : undefined)
}
