import { type Operation, operationsOf, type Parameter } from '../diff/operations.ts'
import { isObject, type Json, type JsonObject, listOf, membersOf, textsOf } from '../source/json.ts'
import type { Source } from '../source/source.ts'

/** One answer of one operation, references followed. */
export interface Answer {
  readonly operation: Operation
  readonly status: string
  readonly node: JsonObject
  readonly headers: readonly (readonly [name: string, header: JsonObject])[]
  readonly media: readonly Media[]
}

export interface Media {
  readonly type: string
  readonly node: JsonObject
}

export interface Property {
  /** What it refers to, with what it says itself. */
  readonly node: JsonObject
}

/** What there is to count in a document. What several operations share counts for each that callers meet it in, a schema once. */
export interface Inventory {
  readonly source: Source
  readonly operations: readonly Operation[]
  readonly parameters: readonly Parameter[]
  readonly answers: readonly Answer[]
  readonly requestMedia: readonly Media[]
  /** Every schema that an operation leads to. */
  readonly schemas: readonly JsonObject[]
  /** Those that an answer leads to. */
  readonly answerSchemas: readonly JsonObject[]
  readonly properties: readonly Property[]
}

export function inventoryOf(source: Source): Inventory {
  const operations = operationsOf(source)
  const parameters = operations.flatMap((operation) => operation.parameters)
  const answers = operations.flatMap((operation) => answersOf(source, operation))
  const requestMedia = operations.flatMap(({ node }) => mediaOf(source, source.object(node['requestBody'])))
  const answered = answers.flatMap(({ media }) => media.map(({ node }) => node['schema'] ?? {}))
  const asked = [...requestMedia.map(({ node }) => node), ...parameters.map(({ node }) => node)].map((node) => node['schema'] ?? {})
  const schemas = schemasUnder(source, [...answered, ...asked])
  const properties = schemas.flatMap(({ properties: own }) =>
    membersOf(own).map(([, node]) => ({ node: { ...source.object(node), ...(isObject(node) ? node : {}) } })),
  )
  return { source, operations, parameters, answers, requestMedia, schemas, answerSchemas: schemasUnder(source, answered), properties }
}

function answersOf(source: Source, operation: Operation): Answer[] {
  return membersOf(operation.node['responses']).map(([status, raw]) => {
    const node = source.object(raw)
    const headers = membersOf(node['headers']).map(([name, header]) => [name, source.object(header)] as const)
    return { operation, status, node, headers, media: mediaOf(source, node) }
  })
}

const mediaOf = (source: Source, holder: JsonObject): Media[] =>
  membersOf(holder['content']).map(([type, media]) => ({ type, node: source.object(media) }))

/** The given schemas and all inside them, each once, references followed. */
export function schemasUnder(source: Source, roots: readonly Json[]): JsonObject[] {
  const seen = new Set<JsonObject>()
  const waiting = [...roots]
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    const schema = source.resolve(node)
    if (!isObject(schema) || seen.has(schema)) continue
    seen.add(schema)
    for (const name of ['properties', 'patternProperties']) waiting.push(...membersOf(schema[name]).map(([, inner]) => inner))
    for (const name of ['oneOf', 'anyOf', 'allOf', 'prefixItems']) waiting.push(...listOf(schema[name]))
    for (const name of ['items', 'additionalProperties']) if (isObject(schema[name])) waiting.push(schema[name])
  }
  return [...seen]
}

export const isJson = ({ type }: Media) => /[/+]json\b/.test(type)
export const isText = ({ type }: Media) => type.startsWith('text/')
export const isSuccess = ({ status }: Answer) => status.startsWith('2')
export const isError = ({ status }: Answer) => /^([45]|default$)/i.test(status)
export const typesOf = ({ type }: JsonObject): readonly string[] => (typeof type === 'string' ? [type] : textsOf(type))
export const isWritten = (text: Json | undefined): text is string => typeof text === 'string' && text.trim() !== ''
export const namedExamples = (node: JsonObject) => membersOf(node['examples']).length
export const hasExample = (node: JsonObject) => 'example' in node || namedExamples(node) > 0 || listOf(node['examples']).length > 0
