import { isObject, type Json, type JsonObject, type OpenApiDocument, resolve } from '@jobs-api/contract'
import { type Bytes, isBytes, wholeOf } from '../storage/bytes.ts'
import type { Answer } from './answer.ts'
import { knownInput } from './known-input.ts'
import type { Adapt, EditionView } from './routing.ts'

/** Nothing is taken away. */
export const today: EditionView = { admit: (_, input) => input, adapt: (_, answer) => answer }

/** Requests and answers as the edition's document knows them. */
export const editionOf = (document: OpenApiDocument): EditionView => ({ admit: knownInput(document), adapt: knownAnswer(document) })

/** Leaves out of every answer what the edition's document does not know: the answer of today, seen through its schema. */
function knownAnswer(document: OpenApiDocument): Adapt {
  const schemas = answerSchemas(document)
  const parts = operationsWithParts(document)
  return (operationId, answer) => {
    if (isBytes(answer.body)) return parts.has(operationId) ? answer : inOnePiece(answer, answer.body)
    const schema = schemas.get(`${operationId} ${answer.status}`)
    if (schema === undefined || answer.type !== undefined || answer.body === undefined) return answer
    return { ...answer, body: through(document, schema, answer.body as Json) }
  }
}

function inOnePiece(answer: Answer, body: Bytes): Answer {
  const headers = Object.entries(answer.headers ?? {}).filter(([name]) => name.toLowerCase() !== 'accept-ranges')
  return { ...answer, headers: Object.fromEntries(headers), body: wholeOf(body) }
}

/** The operations that answer a part of a body when asked for one. A GitLab that did not know it sent the whole. */
function operationsWithParts(document: OpenApiDocument): ReadonlySet<string> {
  const all = values(document['paths']).flatMap((item) => values(item))
  return new Set(
    all.filter((operation) => objectOf(operation['responses'])['206'] !== undefined).map(({ operationId }) => String(operationId)),
  )
}

function answerSchemas(document: OpenApiDocument): Map<string, JsonObject> {
  const found = new Map<string, JsonObject>()
  for (const item of values(document['paths']))
    for (const operation of values(item))
      for (const [status, response] of Object.entries(objectOf(operation['responses']))) {
        const content = objectOf(resolve(document, response)['content'])
        const schema = objectOf(content['application/json'])['schema']
        if (isObject(schema)) found.set(`${String(operation['operationId'])} ${status}`, schema)
      }
  return found
}

function through(document: OpenApiDocument, schema: JsonObject, value: Json): Json {
  const plain = resolve(document, schema)
  const options = Array.isArray(plain['oneOf']) ? plain['oneOf'].map((option) => resolve(document, option)) : []
  if (options.length > 0) return through(document, options.find((option) => suits(option, value)) ?? {}, value)
  const { items } = plain
  if (Array.isArray(value)) return isObject(items) ? value.map((entry) => through(document, items, entry)) : value
  const properties = plain['properties']
  if (!isObject(value) || !isObject(properties)) return value
  const kept = Object.entries(value).filter(([name]) => name in properties)
  return Object.fromEntries(kept.map(([name, entry]) => [name, through(document, objectOf(properties[name]), entry)]))
}

/** Of several shapes, the first that has every member it requires. */
function suits(schema: JsonObject, value: Json): boolean {
  if (value === null || schema['type'] === 'null') return value === null && schema['type'] === 'null'
  const required = Array.isArray(schema['required']) ? schema['required'] : []
  return isObject(value) && required.every((name) => typeof name === 'string' && name in value)
}

const objectOf = (node: Json | undefined): JsonObject => (isObject(node) ? node : {})
const values = (node: Json | undefined): JsonObject[] => Object.values(objectOf(node)).filter(isObject)
