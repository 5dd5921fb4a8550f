import type { Document, Node, ObjectNode } from './document.ts'
import { isObject, operationsOf, resolve } from './document.ts'

/** One answer of one operation, references followed. */
export interface Answer {
  readonly id: string
  readonly operation: ObjectNode
  readonly status: string
  readonly response: ObjectNode
  readonly media: { readonly [type: string]: ObjectNode }
  readonly headers: readonly ObjectNode[]
}

export function answersOf(document: Document): Answer[] {
  return [...operationsOf(document)].flatMap(({ id, operation }) =>
    Object.entries(objectOf(operation['responses'])).map(([status, node]) => {
      const response = resolve(document, node)
      const media = Object.fromEntries(Object.entries(objectOf(response['content'])).map(([type, body]) => [type, objectOf(body)]))
      const headers = Object.values(objectOf(response['headers'])).map((header) => resolve(document, header))
      return { id, operation, status, response, media, headers }
    }),
  )
}

/** Every property of every schema of the contract; what it refers to is filled in, what it says itself comes first. */
export function propertiesOf(document: Document): { name: string; node: ObjectNode }[] {
  const schemas = schemasUnder(document, Object.values(document.components['schemas'] ?? {}))
  return schemas.flatMap(({ properties }) =>
    Object.entries(objectOf(properties)).map(([name, node]) => ({ name, node: { ...resolve(document, node), ...objectOf(node) } })),
  )
}

/** The given schemas and all inside them, each once, references followed. */
export function schemasUnder(document: Document, roots: readonly Node[]): ObjectNode[] {
  const seen = new Set<ObjectNode>()
  const visit = (node: Node | undefined): void => {
    if (!isObject(node)) return
    const schema = resolve(document, node)
    if (seen.has(schema)) return
    seen.add(schema)
    const { properties, items, additionalProperties, oneOf } = schema
    const inside = [...Object.values(objectOf(properties)), items, additionalProperties, ...(Array.isArray(oneOf) ? oneOf : [])]
    for (const inner of inside) visit(inner)
  }
  for (const root of roots) visit(root)
  return [...seen]
}

const objectOf = (node: Node | undefined): ObjectNode => (isObject(node) ? node : {})
