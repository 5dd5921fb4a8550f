import { isObject, type Json, type JsonObject, type OpenApiDocument, resolve } from './documents.ts'

/**
 * Closes every object schema of the answers that leaves it open, in place: `additionalProperties: false`. A schema that
 * requests use as well stays open, because a request may carry more than the contract knows.
 */
export function closeAnswers(document: OpenApiDocument): void {
  const inRequests = new Set<JsonObject>()
  for (const operation of operationsOf(document))
    for (const schema of requestSchemas(document, operation)) visit(document, schema, inRequests)
  const inAnswers = new Set<JsonObject>()
  for (const operation of operationsOf(document))
    for (const schema of answerSchemas(document, operation)) visit(document, schema, inAnswers)
  for (const schema of inAnswers) if (!inRequests.has(schema) && isObjectSchema(schema)) schema['additionalProperties'] ??= false
}

function* operationsOf(document: OpenApiDocument): Generator<JsonObject> {
  for (const item of Object.values(document.paths)) for (const operation of Object.values(item)) if (isObject(operation)) yield operation
}

function requestSchemas(document: OpenApiDocument, operation: JsonObject): Json[] {
  const parameters = Array.isArray(operation['parameters']) ? operation['parameters'] : []
  const ofParameters = parameters.map((parameter) => resolve(document, parameter)['schema'] ?? null)
  return [...ofParameters, ...contentSchemas(document, operation['requestBody'])]
}

const answerSchemas = (document: OpenApiDocument, operation: JsonObject): Json[] =>
  Object.values(resolve(document, operation['responses'] ?? {})).flatMap((response) => contentSchemas(document, response))

function contentSchemas(document: OpenApiDocument, holder: Json | undefined): Json[] {
  if (holder === undefined) return []
  const { content } = resolve(document, holder)
  return isObject(content) ? Object.values(content).map((media) => resolve(document, media)['schema'] ?? null) : []
}

/** Collects a schema and every schema inside it, each once. */
function visit(document: OpenApiDocument, node: Json | undefined, seen: Set<JsonObject>): void {
  if (!isObject(node)) return
  const schema = resolve(document, node)
  if (seen.has(schema)) return
  seen.add(schema)
  const { properties, items, oneOf, anyOf, additionalProperties } = schema
  const inside = [items, additionalProperties, ...(Array.isArray(oneOf) ? oneOf : []), ...(Array.isArray(anyOf) ? anyOf : [])]
  for (const inner of [...inside, ...(isObject(properties) ? Object.values(properties) : [])]) visit(document, inner, seen)
}

function isObjectSchema({ type, properties }: JsonObject): boolean {
  return type === 'object' || (Array.isArray(type) && type.includes('object')) || properties !== undefined
}
