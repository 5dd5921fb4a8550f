/** Plain JSON, as a parsed document consists of. */
export type Node = null | boolean | number | string | Node[] | { [name: string]: Node }
export type ObjectNode = { [name: string]: Node }

/** The parts of an OpenAPI document that the generators look into by name. */
export interface Document extends ObjectNode {
  info: ObjectNode
  paths: { [path: string]: { [method: string]: ObjectNode } }
  components: { [kind: string]: { [name: string]: Node } }
}

export const isObject = (node: Node | undefined): node is ObjectNode => typeof node === 'object' && node !== null && !Array.isArray(node)

/** Follows a local `$ref`; anything else is returned as it is. */
export function resolve(document: Document, node: Node | undefined): ObjectNode {
  if (!isObject(node)) throw new Error(`expected an object, found ${JSON.stringify(node)}`)
  if (typeof node['$ref'] !== 'string') return node
  const steps = node['$ref']
    .replace(/^#\//, '')
    .split('/')
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'))
  const found = steps.reduce<Node | undefined>((parent, step) => (isObject(parent) ? parent[step] : undefined), document)
  if (found === undefined) throw new Error(`dangling reference ${node['$ref']}`)
  return resolve(document, found)
}

/** Every operation of a document, in the document's order. */
export function* operationsOf(document: Document) {
  for (const [path, item] of Object.entries(document.paths))
    for (const [method, operation] of Object.entries(item))
      if (typeof operation['operationId'] === 'string') yield { id: operation['operationId'], path, method, operation }
}
