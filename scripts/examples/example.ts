import * as contract from '@jobs-api/contract'
import { isObject, type Json, type JsonObject, neighbours, type OpenApiDocument, operations, resolve } from '@jobs-api/contract'

/** What examples may ask: the Jobs API, and what stands beside it. */
export const asked = { ...operations, ...neighbours }
export type AskedId = keyof typeof asked

export type ExampleRequest = contract.ExampleRequest<AskedId>
export type Example = contract.Example<AskedId>

/** Every example of a document, each with its whole request. */
export const examplesOf = (document: OpenApiDocument): Example[] => contract.examplesOf(document).filter(isAsked)

const isAskedId = (id: string): id is AskedId => id in asked
const isAsked = (example: contract.Example): example is Example =>
  isAskedId(example.operationId) && (example.request.before ?? []).every(({ operation }) => isAskedId(operation))

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
