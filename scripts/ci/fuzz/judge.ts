import { document, isObject, type Json, type JsonObject, type OperationId, operations, resolve, toolView } from '@jobs-api/contract'
import { Ajv, type ValidateFunction } from 'ajv'
import addFormats from 'ajv-formats'
import type { RawAnswer } from '../../examples/request.ts'

const closed = toolView(document, { closed: true })
const ajv = new Ajv({ strict: false, validateFormats: true })
addFormats.default(ajv)
ajv.addSchema({ $id: 'contract', ...closed })
const checks = new Map<string, ValidateFunction>()

/** What is wrong with an answer: anything that the contract does not say. Empty if nothing is. */
export function complaints(id: OperationId, { status, headers, body }: RawAnswer, isHead = false): string[] {
  const { path, method } = operations[id]
  const responses = objectOf(objectOf(closed.paths[path]?.[method])['responses'])
  const response = responses[String(status)]
  if (response === undefined) return [`${status} is not documented`]
  const content = objectOf(resolve(closed, response)['content'])
  const types = Object.keys(content)
  const type = headers['content-type']
  if (types.length === 0) return body.length > 0 ? [`${status} has a body`] : []
  if (type === undefined || !types.includes(type)) return [`${status} comes as ${type}, not as ${types.join(' or ')}`]
  if (type !== 'application/json' || isHead) return []
  return schemaComplaints(path, method, status, JSON.parse(body.toString()))
}

function schemaComplaints(path: string, method: string, status: number, body: unknown): string[] {
  const escaped = path.replaceAll('~', '~0').replaceAll('/', '~1')
  const response = resolve(closed, objectOf(objectOf(closed.paths[path]?.[method])['responses'])[String(status)])
  const key = `${method} ${path} ${status}`
  const schema = objectOf(objectOf(response['content'])['application/json'])['schema']
  const check = checks.get(key) ?? ajv.compile(absolute(schema ?? {}) as JsonObject)
  checks.set(key, check)
  return check(body) ? [] : (check.errors ?? []).map(({ instancePath, message }) => `${escaped} ${status}: ${instancePath} ${message}`)
}

/** A schema with its references as a validator knows them to which the document was given as `contract`. */
export function absolute(node: Json): Json {
  if (Array.isArray(node)) return node.map(absolute)
  if (!isObject(node)) return node
  return Object.fromEntries(
    Object.entries(node).map(([key, value]) => [key, key === '$ref' && typeof value === 'string' ? `contract${value}` : absolute(value)]),
  )
}

const objectOf = (node: Json | undefined): JsonObject => (isObject(node) ? node : {})
