import { isObject, type Json, type JsonObject, type OpenApiDocument, resolve } from '@jobs-api/contract'
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'

/** What one edition's document says of the successful answer of an operation. */
export interface DocumentedAnswer {
  readonly status: number
  readonly mediaTypes: readonly string[]
  /** What is wrong with a JSON body: nothing may be missing, and nothing may be there that the edition does not know. */
  faults(body: unknown): string[]
}

/** Answers of an edition, by operation id. The document is read anew and by other means than the server's own check of its answers. */
export function answersOf(document: OpenApiDocument): ReadonlyMap<string, DocumentedAnswer> {
  const ajv = new Ajv2020({ strict: false, allErrors: true })
  addFormats.default(ajv)
  ajv.addSchema({ $id: 'edition', ...objectOf(closed(document)) })
  const answers = Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item).flatMap(([method, operation]) => {
      if (!isObject(operation)) return []
      const responses = objectOf(operation['responses'])
      const status = Object.keys(responses).find((code) => code.startsWith('2'))
      if (status === undefined) return []
      const content = objectOf(resolve(document, responses[status])['content'])
      const steps = ['paths', path, method, 'responses', status, 'content', 'application/json', 'schema']
      const faults = (body: unknown) => {
        const check = ajv.getSchema(`edition#${steps.map(pointerStep).join('')}`)
        if (check === undefined) throw new Error(`${String(operation['operationId'])} has no JSON answer in this edition`)
        check(body)
        return (check.errors ?? []).map(({ instancePath, message, params }) => `${instancePath} ${message} ${JSON.stringify(params)}`)
      }
      return [[String(operation['operationId']), { status: Number(status), mediaTypes: Object.keys(content), faults }] as const]
    }),
  )
  return new Map(answers)
}

/** Every object schema that names its members and leaves open whether there are others has no others. */
function closed(node: Json): Json {
  if (Array.isArray(node)) return node.map(closed)
  if (!isObject(node)) return node
  const inside = Object.fromEntries(Object.entries(node).map(([name, value]) => [name, closed(value)]))
  return isObject(node['properties']) ? { additionalProperties: false, ...inside } : inside
}

const pointerStep = (step: string) => `/${encodeURIComponent(step.replaceAll('~', '~0').replaceAll('/', '~1'))}`
const objectOf = (node: Json | undefined): JsonObject => (isObject(node) ? node : {})
