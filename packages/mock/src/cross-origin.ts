import type { IncomingMessage, ServerResponse } from 'node:http'
import { isObject, type OpenApiDocument, resolve } from '@jobs-api/contract'
import type { Knowledge } from './knowledge.ts'
import { label } from './reply.ts'

/** What pages of other origins may send and read, by name: with credentials a browser does not take `*` for everything. */
export interface CrossOrigin {
  readonly request: string
  readonly answer: string
  readonly methods: string
}

export function crossOriginOf({ document, operations }: Knowledge): CrossOrigin {
  const parameters = operations.flatMap((operation) => operation.parameters.filter((parameter) => parameter.in === 'header'))
  const own = ['Prefer', 'Content-Type', 'X-Request-Id']
  const request = new Set([...own, ...credentialHeaders(document), ...parameters.map(({ name }) => name)])
  const answer = new Set([label, ...operations.flatMap(({ answers }) => answers.flatMap(({ documentedHeaders }) => documentedHeaders))])
  const methods = new Set(operations.map(({ method }) => method))
  return { request: [...request].join(', '), answer: [...answer].join(', '), methods: ['HEAD', ...methods].join(', ') }
}

function credentialHeaders(document: OpenApiDocument): string[] {
  return Object.values(document.components['securitySchemes'] ?? {}).flatMap((node) => {
    if (!isObject(node)) return []
    const { type, in: place, name } = resolve(document, node)
    if (type === 'http') return ['Authorization']
    return place === 'header' ? [String(name)] : []
  })
}

/** Allows whatever page asks; true if this was only its question whether it may. */
export function allow({ request, answer, methods }: CrossOrigin, { method, headers }: IncomingMessage, response: ServerResponse): boolean {
  response.setHeader('Vary', 'Origin')
  if (headers.origin === undefined) return false
  response.setHeader('Access-Control-Allow-Origin', headers.origin)
  response.setHeader('Access-Control-Allow-Credentials', 'true')
  response.setHeader('Access-Control-Expose-Headers', answer)
  if (method !== 'OPTIONS' || headers['access-control-request-method'] === undefined) return false
  response.setHeader('Access-Control-Allow-Methods', methods)
  response.setHeader('Access-Control-Allow-Headers', request)
  response.setHeader('Access-Control-Max-Age', '600')
  response.writeHead(204).end()
  return true
}
