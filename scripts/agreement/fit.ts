import { document, isObject, type Json, type JsonObject, type OperationId, operations, resolve, toolView } from '@jobs-api/contract'
import { Ajv, type ValidateFunction } from 'ajv'
import addFormats from 'ajv-formats'
import { absolute } from '../ci/fuzz/judge.ts'
import type { ExampleRequest } from '../examples/example.ts'

// Whether a request fits the contract, found out without asking a server: from the schemas alone.

const view = toolView(document)
const ajv = new Ajv({ strict: false })
addFormats.default(ajv)
ajv.addSchema({ $id: 'contract', ...view })
const checks = new Map<JsonObject, ValidateFunction>()

/** True if some parameter, or the body, breaks a rule of its schema, or cannot be read at all. */
export function breaksContract(id: OperationId, request: ExampleRequest): boolean {
  const { path, method } = operations[id]
  const operation = objectOf(view.paths[path]?.[method])
  const parameters = Array.isArray(operation['parameters']) ? operation['parameters'].map((node) => resolve(view, node)) : []
  return parameters.some((parameter) => breaksParameter(parameter, request.parameters ?? {})) || breaksBody(operation, request)
}

function breaksParameter({ name, in: place, required, schema }: JsonObject, given: Readonly<Record<string, Json>>): boolean {
  if (place === 'header') return false
  const own = [given[String(name)], given[`${name}[]`]].filter((value) => value !== undefined)
  const value = spelledOut(own, objectOf(schema))
  return value === undefined ? required === true : !fits(value, objectOf(schema))
}

/** What stands in an address is text; this is what the schema makes of it. */
function spelledOut(values: readonly Json[], schema: JsonObject): Json | undefined {
  const { type } = resolve(view, schema)
  if (type === 'array')
    return values.flat().length === 0 ? undefined : values.flatMap((value) => (Array.isArray(value) ? value.map(String) : [String(value)]))
  const last = values.at(-1)
  if (last === undefined || last === '') return undefined
  const text = String(last)
  if (type === 'integer') return /^[+-]?\d+$/.test(text) ? Number(text) : text
  return type === 'boolean' ? booleanOf(text) : text
}

/** As Ruby's web stack reads it. */
function booleanOf(text: string): Json {
  if (/^(1|t|true|on|yes)$/i.test(text)) return true
  return /^(0|f|false|off|no)$/i.test(text) ? false : text
}

const mebibyte = 1_048_576

function breaksBody(operation: JsonObject, { body, body_text, body_bytes, media_type = 'application/json' }: ExampleRequest): boolean {
  if (operation['requestBody'] === undefined) return false
  const content = objectOf(resolve(view, operation['requestBody'])['content'])
  if (body === undefined && body_text === undefined && body_bytes === undefined) return false
  if ((body_bytes ?? 0) > mebibyte || body_text !== undefined || content[media_type] === undefined) return true
  const schema = objectOf(objectOf(content[media_type])['schema'])
  return body !== undefined && body !== null && !fits(withBooleans(body, objectOf(resolve(view, schema)['properties'])), schema)
}

function withBooleans(body: Json, properties: JsonObject): Json {
  if (!isObject(body)) return body
  const isBoolean = (name: string) => resolve(view, properties[name] ?? {})['type'] === 'boolean'
  const spelled = ([name, value]: [string, Json]) => [name, typeof value === 'string' && isBoolean(name) ? booleanOf(value) : value]
  return Object.fromEntries(Object.entries(body).map(spelled))
}

function fits(value: Json, schema: JsonObject): boolean {
  const check = checks.get(schema) ?? ajv.compile(absolute(schema) as JsonObject)
  checks.set(schema, check)
  return check(value)
}

const objectOf = (node: Json | undefined): JsonObject => (isObject(node) ? node : {})
