import { isObject, type Json, type JsonObject, type OpenApiDocument, resolve } from './documents.ts'

/** What an example asks, in the world `packages/server/worlds/demo.yaml`. */
export interface ExampleRequest<Id extends string = string> {
  /** Dana's, a developer's, if it is not given; null for none. */
  readonly token?: string | null
  readonly carrier?: 'private_token' | 'job_token' | 'bearer' | 'query'
  readonly parameters?: Readonly<Record<string, Json>>
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: Json
  readonly body_text?: string
  readonly body_bytes?: number
  readonly media_type?: string
  readonly settings?: {
    readonly rate_limit?: number
    readonly store?: 'closed' | 'busy' | 'contended'
    readonly stopping?: true
    readonly downloads?: 'redirected'
  }
  /** Requests that are made first, in the same world. */
  readonly before?: readonly (ExampleRequest<Id> & { readonly operation: Id })[]
}

/** One named example of one answer of one operation. */
export interface Example<Id extends string = string> {
  readonly operationId: Id
  readonly status: number
  readonly name: string
  readonly summary: string
  /** Undefined for an answer without a body. */
  readonly mediaType: string | undefined
  /** Undefined unless it is a refusal. */
  readonly reason: string | undefined
  readonly request: ExampleRequest<Id>
  /** The body that the contract promises: JSON, text, or base64 for binary. */
  readonly value: Json | undefined
  readonly isBase64: boolean
  readonly headers: Readonly<Record<string, string>>
  /** The names of the headers that this answer documents. */
  readonly documentedHeaders: readonly string[]
}

/** Every example of a document, in its order, each with its whole request. */
export function examplesOf(document: OpenApiDocument): Example[] {
  return Object.values(document.paths)
    .flatMap((item) => Object.values(item))
    .filter(isObject)
    .flatMap((operation) => examplesOfOperation(document, operation))
}

/** A shared example says only how it differs from the operation's base request, the first example of its first success. */
export function examplesOfOperation(document: OpenApiDocument, { operationId, responses = {} }: JsonObject): Example[] {
  if (typeof operationId !== 'string') return []
  const found = Object.entries(resolve(document, responses)).flatMap(([status, response]) =>
    ofResponse(document, operationId, Number(status), resolve(document, response)),
  )
  const base = found.find(({ status }) => status < 300)
  return found.map(({ changes, ...example }) => ({
    ...example,
    request: changes === undefined ? example.request : over(base?.request ?? {}, changes),
  }))
}

type Found = Example & { readonly changes: ExampleRequest | undefined }

function ofResponse(document: OpenApiDocument, operationId: string, status: number, response: JsonObject): Found[] {
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
        summary: String(example['summary'] ?? name),
        reason: typeof example['x-reason'] === 'string' ? example['x-reason'] : undefined,
        request: objectOf(example['x-request']) as ExampleRequest,
        changes: example['x-request-changes'] as ExampleRequest | undefined,
        value: example['value'],
        isBase64: example['x-encoding'] === 'base64',
        headers: objectOf(example['x-headers']) as Record<string, string>,
      }
    }),
  )
}

function over(base: ExampleRequest, own: ExampleRequest): ExampleRequest {
  const bodies = own.body !== undefined || own.body_text !== undefined || own.body_bytes !== undefined
  const { body: _, ...withoutBody } = base
  return { ...(bodies ? withoutBody : base), ...own, parameters: { ...base.parameters, ...own.parameters } }
}

const objectOf = (node: Json | undefined): JsonObject => (isObject(node) ? node : {})
