import { type Example, examplesOfOperation, isObject, type Json, type JsonObject, type OpenApiDocument, resolve } from '@jobs-api/contract'

/** One answer that can be asked for. Where the document shows no example of it (304), it has no name. */
export type Answer = Omit<Example, 'name'> & { readonly name: string | undefined }

/** What the mock knows of one operation. */
export interface Operation {
  readonly id: string
  /** In capitals. */
  readonly method: string
  /** With `{names}`, and without the `/api/v4` before it. */
  readonly path: string
  readonly summary: string
  readonly parameters: readonly Parameter[]
  /** The media types of bodies that it reads; empty if it ignores whatever is sent. */
  readonly bodies: readonly string[]
  /** Whether the contract says what a body holds; older editions do not, and yet refuse what they cannot read. */
  readonly describesBody: boolean
  /** Members of the body that are booleans. */
  readonly bodyBooleans: readonly string[]
  /** In the contract's order; of each status at least one. */
  readonly answers: readonly Answer[]
}

export interface Parameter {
  readonly name: string
  readonly in: string
  readonly type: Json | undefined
  /** It may contain slashes. */
  readonly isMultiSegment: boolean
}

/** Every operation of a document, in its order. */
export function catalogueOf(document: OpenApiDocument): readonly Operation[] {
  return Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item).flatMap(([method, operation]) => {
      if (!isObject(operation) || typeof operation['operationId'] !== 'string') return []
      const parameters = listOf(operation['parameters']).map((parameter) => parameterOf(document, resolve(document, parameter)))
      const answers = answersOf(document, operation)
      const summary = String(operation['summary'] ?? '')
      const bodies = bodiesOf(document, operation, answers)
      const described = { describesBody: operation['requestBody'] !== undefined, bodyBooleans: booleansOf(document, operation) }
      return [{ id: operation['operationId'], method: method.toUpperCase(), path, summary, parameters, bodies, ...described, answers }]
    }),
  )
}

function bodiesOf(document: OpenApiDocument, { requestBody }: JsonObject, answers: readonly Answer[]): readonly string[] {
  if (requestBody === undefined)
    return answers.some(({ status }) => status === 415) ? ['application/json', 'application/x-www-form-urlencoded'] : []
  const { content } = resolve(document, requestBody)
  return isObject(content) ? Object.keys(content) : []
}

function booleansOf(document: OpenApiDocument, { requestBody }: JsonObject): readonly string[] {
  const content = requestBody === undefined ? undefined : resolve(document, requestBody)['content']
  const schemas = isObject(content)
    ? Object.values(content).map((media) => resolve(document, resolve(document, media)['schema'] ?? {}))
    : []
  const properties = schemas.flatMap((schema) => (isObject(schema['properties']) ? Object.entries(schema['properties']) : []))
  return properties.filter(([, schema]) => resolve(document, schema)['type'] === 'boolean').map(([name]) => name)
}

function parameterOf(document: OpenApiDocument, { name, in: place, schema, 'x-multi-segment': spans }: JsonObject): Parameter {
  const type = schema === undefined ? undefined : resolve(document, schema)['type']
  return { name: String(name), in: String(place), type, isMultiSegment: spans === true }
}

function answersOf(document: OpenApiDocument, operation: JsonObject): Answer[] {
  const shown = examplesOfOperation(document, operation)
  const tag = shown.find(({ status, headers }) => status === 200 && headers['ETag'] !== undefined)?.headers['ETag']
  return Object.entries(resolve(document, operation['responses'] ?? {})).flatMap(([status, response]): readonly Answer[] => {
    const own = shown.filter((example) => String(example.status) === status)
    return own.length > 0 ? own : [withoutExample(String(operation['operationId']), Number(status), resolve(document, response), tag)]
  })
}

function withoutExample(
  operationId: string,
  status: number,
  { description, headers, content }: JsonObject,
  tag: string | undefined,
): Answer {
  const documentedHeaders = isObject(headers) ? Object.keys(headers) : []
  const [mediaType] = isObject(content) ? Object.keys(content) : []
  return {
    ...{ operationId, status, documentedHeaders, mediaType, name: undefined, reason: undefined, value: undefined },
    summary: String(description ?? ''),
    request: {},
    isBase64: false,
    headers: tag !== undefined && documentedHeaders.includes('ETag') ? { ETag: tag } : {},
  }
}

const listOf = (node: Json | undefined): Json[] => (Array.isArray(node) ? node : [])
