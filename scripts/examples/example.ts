import { isObject, type Json, type JsonObject, neighbours, type OpenApiDocument, operations, resolve } from '@jobs-api/contract'

/** What examples may ask: the Jobs API, and what stands beside it. */
export const asked = { ...operations, ...neighbours }
export type AskedId = keyof typeof asked

/** What an example asks. */
export interface ExampleRequest {
  readonly token?: string | null
  readonly carrier?: 'private_token' | 'job_token' | 'bearer' | 'query'
  readonly parameters?: Readonly<Record<string, Json>>
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: Json
  readonly body_text?: string
  readonly body_bytes?: number
  readonly media_type?: string
  readonly settings?: { readonly rate_limit?: number; readonly store?: 'closed' | 'busy' | 'contended'; readonly stopping?: true }
  /** Requests that are made first, in the same world. */
  readonly before?: readonly (ExampleRequest & { readonly operation: AskedId })[]
}

/** One named example of one answer of one operation. */
export interface Example {
  readonly operationId: AskedId
  readonly status: number
  readonly name: string
  /** Undefined for an answer without a body. */
  readonly mediaType: string | undefined
  readonly request: ExampleRequest
  /** The body that the contract promises: JSON, text, or base64 for binary. */
  readonly value: Json | undefined
  readonly isBase64: boolean
  readonly headers: Readonly<Record<string, string>>
  /** The names of the headers that this answer documents. */
  readonly documentedHeaders: readonly string[]
}

/** Every example of a document, each with its whole request. */
export function examplesOf(document: OpenApiDocument): Example[] {
  return (Object.keys(asked) as AskedId[]).flatMap((operationId) => {
    const { path, method } = asked[operationId]
    const operation = document.paths[path]?.[method]
    if (!isObject(operation)) return []
    const found = Object.entries(resolve(document, operation['responses'])).flatMap(([status, response]) =>
      ofResponse(document, operationId, Number(status), resolve(document, response)),
    )
    const base = found.find(({ status }) => status < 300)
    return found.map(({ changes, ...example }) => ({
      ...example,
      request: changes === undefined ? example.request : over(base?.request ?? {}, changes),
    }))
  })
}

function ofResponse(
  document: OpenApiDocument,
  operationId: AskedId,
  status: number,
  response: JsonObject,
): (Example & { changes: ExampleRequest | undefined })[] {
  const documentedHeaders = Object.keys(objectOf(response['headers']))
  const bodies = Object.entries(objectOf(response['content'])).map(
    ([mediaType, content]) => [mediaType, objectOf(content)['examples']] as const,
  )
  const all: (readonly [string | undefined, Json | undefined])[] = [...bodies, [undefined, response['x-examples']]]
  return all.flatMap(([mediaType, examples]) =>
    Object.entries(objectOf(examples)).map(([name, node]) => {
      const example = resolve(document, node)
      return {
        ...{ operationId, status, name, mediaType, documentedHeaders },
        request: objectOf(example['x-request']) as ExampleRequest,
        changes: example['x-request-changes'] as ExampleRequest | undefined,
        value: example['value'],
        isBase64: example['x-encoding'] === 'base64',
        headers: objectOf(example['x-headers']) as Record<string, string>,
      }
    }),
  )
}

/** A shared example says only how it differs from the operation's base request, the first example of its first success. */
function over(base: ExampleRequest, own: ExampleRequest): ExampleRequest {
  const bodies = own.body !== undefined || own.body_text !== undefined || own.body_bytes !== undefined
  const { body: _, ...withoutBody } = base
  return { ...(bodies ? withoutBody : base), ...own, parameters: { ...base.parameters, ...own.parameters } }
}

const objectOf = (node: Json | undefined): JsonObject => (isObject(node) ? node : {})

/** One named example of a request body, in one of its media types. */
export interface BodyExample {
  readonly operationId: AskedId
  readonly name: string
  readonly success: number
  readonly request: ExampleRequest
}

/** Every request body that a document shows, sent with the operation's base request by somebody who may do everything. */
export function bodyExamplesOf(document: OpenApiDocument): BodyExample[] {
  const bases = new Map(
    examplesOf(document)
      .filter(({ status }) => status < 300)
      .reverse()
      .map(({ operationId, request }) => [operationId, request]),
  )
  return (Object.keys(asked) as AskedId[]).flatMap((operationId) => {
    const { path, method, success } = asked[operationId]
    const body = objectOf(document.paths[path]?.[method])['requestBody']
    if (body === undefined) return []
    return Object.entries(objectOf(resolve(document, body)['content'])).flatMap(([media_type, content]) =>
      Object.entries(objectOf(objectOf(content)['examples'])).map(([name, example]) => {
        const request = {
          ...bases.get(operationId),
          token: 'demo-olga-personal',
          media_type,
          body: resolve(document, example)['value'] ?? {},
        }
        return { operationId, name: `${media_type} ${name}`, success, request }
      }),
    )
  })
}
