import { neighbours, neighboursDocument, type OpenApiDocument, operations } from '@jobs-api/contract'

/** Everything under `/api/v4`: the Jobs API and its neighbours, which pass through the same middleware. */
export const served = { ...operations, ...neighbours }

export type ServedId = keyof typeof served

/** Both contracts as one document, for whoever checks requests and answers. What both define is the edition's. */
export function servedDocument(document: OpenApiDocument): OpenApiDocument {
  const kinds = Object.keys({ ...document.components, ...neighboursDocument.components })
  const both = (kind: string) => ({ ...neighboursDocument.components[kind], ...document.components[kind] })
  return {
    ...document,
    paths: { ...document.paths, ...neighboursDocument.paths },
    components: Object.fromEntries(kinds.map((kind) => [kind, both(kind)])),
  }
}
