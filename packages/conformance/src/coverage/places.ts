import { isObject, type Json, type JsonObject, type OpenApiDocument, resolve } from '@jobs-api/contract'

/** What an operation can answer and be sent, as the document says it. */
export interface Place {
  readonly answers: readonly { readonly status: number; readonly type: string; readonly schema: Json }[]
  /** The parameters of the query, by name. */
  readonly query: ReadonlyMap<string, Json>
  readonly body: Json
}

/** An answer without a body has this type. */
export const noBody = '-'

export function placesOf(document: OpenApiDocument): ReadonlyMap<string, Place> {
  const nodes = Object.values(document.paths).flatMap((item) => Object.values(item).filter(isObject))
  return new Map(
    nodes.map((node) => [
      String(node['operationId']),
      {
        answers: Object.entries(objectOf(node['responses'])).flatMap(([status, answer]) => answersOf(document, Number(status), answer)),
        query: new Map(
          listOf(node['parameters'])
            .map((parameter) => resolve(document, parameter))
            .filter((parameter) => parameter['in'] === 'query')
            .map((parameter) => [String(parameter['name']), parameter['schema'] ?? null]),
        ),
        body: contentOf(document, node['requestBody']).find(([type]) => type === 'application/json')?.[1] ?? null,
      },
    ]),
  )
}

function answersOf(document: OpenApiDocument, status: number, answer: Json): Place['answers'] {
  const content = contentOf(document, answer)
  if (content.length === 0) return [{ status, type: noBody, schema: null }]
  return content.map(([type, schema]) => ({ status, type, schema }))
}

function contentOf(document: OpenApiDocument, holder: Json | undefined): readonly (readonly [string, Json])[] {
  if (holder === undefined) return []
  return Object.entries(objectOf(resolve(document, holder)['content'])).map(([type, media]) => [type, objectOf(media)['schema'] ?? null])
}

const listOf = (node: Json | undefined): readonly Json[] => (Array.isArray(node) ? node : [])
const objectOf = (node: Json | undefined): JsonObject => (isObject(node) ? node : {})
