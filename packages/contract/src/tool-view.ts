import { closeAnswers } from './closed-answers.ts'
import { isObject, type Json, type JsonObject, type OpenApiDocument, resolve } from './documents.ts'

/** A document that validators and Prism understand as it is meant; see `toolView`. */
export type ToolView = OpenApiDocument

export interface ToolViewOptions {
  /** Answers may then hold only what is documented: for tests of a server, never for a client. */
  closed?: boolean
  /** Parameters and their schemas stand where they are used: for a validator that follows references anew at each request. */
  plain?: boolean
}

/**
 * The document as validators and Prism need it: a pair of query parameters `scope` and `scope[]` is folded into one list
 * `scope`, because neither of them can match a name that holds brackets. The contract itself keeps the pair, since that
 * is what stands on the wire and what a client must send. The given document is not changed.
 */
export function toolView(document: OpenApiDocument, { closed = false, plain = false }: ToolViewOptions = {}): ToolView {
  const paths = Object.fromEntries(Object.entries(document.paths).map(([path, item]) => [path, withFoldedLists(document, item, plain)]))
  const folded = { ...structuredClone(document), paths: structuredClone(paths) }
  if (closed) closeAnswers(folded)
  return folded
}

function withFoldedLists(document: OpenApiDocument, item: JsonObject, isPlain: boolean): JsonObject {
  const asWanted = (parameter: Json) => (isPlain ? plainParameter(document, parameter) : parameter)
  const fold = (operation: Json): Json =>
    isObject(operation) && Array.isArray(operation['parameters'])
      ? { ...operation, parameters: foldLists(document, operation['parameters']).map(asWanted) }
      : operation
  return Object.fromEntries(Object.entries(item).map(([method, operation]) => [method, fold(operation)]))
}

function plainParameter(document: OpenApiDocument, given: Json): JsonObject {
  const parameter = resolve(document, given)
  return { ...parameter, ...(parameter['schema'] !== undefined && { schema: resolve(document, parameter['schema']) }) }
}

function foldLists(document: OpenApiDocument, parameters: Json[]): Json[] {
  const nameOf = (parameter: Json) => String(resolve(document, parameter)['name'])
  const names = new Set(parameters.map(nameOf))
  return parameters.flatMap((parameter) => {
    const name = nameOf(parameter)
    if (names.has(`${name}[]`)) return []
    return name.endsWith('[]') ? [{ ...resolve(document, parameter), name: name.slice(0, -2) }] : [parameter]
  })
}
