import { isObject, type Json, type JsonObject, type OpenApiDocument, resolve } from '@jobs-api/contract'
import type { ServedId } from './served.ts'

/** What of a request a handler gets to see. */
export type Admit = (operationId: ServedId, input: Input) => Input
interface Input {
  readonly query: object
  readonly body: unknown
}

/**
 * Leaves out of every request what the edition's document does not know. A GitLab of that time ignored it, so a handler of today
 * must not find it; nor has the validator looked at it.
 */
export function knownInput(document: OpenApiDocument): Admit {
  const known = new Map(operationsOf(document).map((operation) => [operation['operationId'], namesOf(document, operation)]))
  return (operationId, { query, body }) => {
    const names = known.get(operationId)
    if (names === undefined) return { query, body }
    return { query: only(names.query, query), body: typeof body === 'object' && body !== null ? only(names.body, body) : body }
  }
}

const only = (names: ReadonlySet<string>, members: object) =>
  Object.fromEntries(Object.entries(members).filter(([name]) => names.has(name)))

function namesOf(document: OpenApiDocument, operation: JsonObject) {
  const { parameters = [], requestBody } = operation
  const all = Array.isArray(parameters) ? parameters.map((parameter) => resolve(document, parameter)) : []
  const query = all.filter((parameter) => parameter['in'] === 'query').map(({ name }) => String(name).replace('[]', ''))
  return { query: new Set(query), body: new Set(requestBody === undefined ? [] : membersOf(document, resolve(document, requestBody))) }
}

function membersOf(document: OpenApiDocument, body: JsonObject): string[] {
  return valuesOf(body['content']).flatMap((media) => {
    const { properties } = resolve(document, media['schema'])
    return isObject(properties) ? Object.keys(properties).map((name) => name.replace('[]', '')) : []
  })
}

const operationsOf = ({ paths }: OpenApiDocument): JsonObject[] => Object.values(paths).flatMap(valuesOf)
const valuesOf = (node: Json | undefined): JsonObject[] => (isObject(node) ? Object.values(node).filter(isObject) : [])
