import type { Document, Node, ObjectNode } from './document.ts'
import { isObject, operationsOf } from './document.ts'

/**
 * The document without what has lost its meaning: references to components that are gone, links to operations that are
 * gone, `required` names without a property, bodies without a schema, empty paths, and components, credentials and tags
 * that nothing speaks of any more. Taking one away can orphan the next, so it goes on until nothing changes.
 */
export function withoutUnused(document: Document): Document {
  const swept = withUsedComponents(withoutEmptyPaths(withoutReferences(document, goneReferences(document)) as Document))
  return JSON.stringify(swept) === JSON.stringify(document) ? swept : withoutUnused(swept)
}

/** References to components that are not there, and to links whose operation is not there. */
function goneReferences(document: Document): Set<string> {
  const ids = new Set<Node | undefined>([...operationsOf(document)].map(({ id }) => id))
  return new Set(
    referencesIn(document).filter((reference) => {
      const [, kind = '', name = ''] = /^#\/components\/([^/]+)\/([^/]+)$/.exec(reference) ?? []
      const target = document.components[kind]?.[name]
      return kind !== '' && (target === undefined || (kind === 'links' && isObject(target) && !ids.has(target['operationId'])))
    }),
  )
}

function referencesIn(node: Node): string[] {
  if (Array.isArray(node)) return node.flatMap(referencesIn)
  if (!isObject(node)) return []
  return Object.entries(node).flatMap(([name, value]) => (name === '$ref' && typeof value === 'string' ? [value] : referencesIn(value)))
}

function withoutReferences(node: Node, gone: ReadonlySet<string>): Node {
  const stays = (entry: Node) =>
    !(isObject(entry) && typeof entry['$ref'] === 'string' && gone.has(entry['$ref'])) && !isBodyWithout(entry, gone)
  if (Array.isArray(node)) return node.filter(stays).map((entry) => withoutReferences(entry, gone))
  if (!isObject(node)) return node
  const kept = Object.entries(node).filter(([, entry]) => stays(entry))
  return withRequired(withoutChoice(Object.fromEntries(kept.map(([name, entry]) => [name, withoutReferences(entry, gone)]))))
}

/** One alternative is none. */
function withoutChoice(schema: ObjectNode): ObjectNode {
  const { oneOf, ...others } = schema
  const [only, second] = Array.isArray(oneOf) ? oneOf : []
  return isObject(only) && second === undefined ? { ...others, ...only } : schema
}

/** A request body or a media type in it whose schema is gone is gone itself. */
function isBodyWithout(node: Node, gone: ReadonlySet<string>): boolean {
  if (!isObject(node)) return false
  const { schema, content } = node
  if (isObject(content) && Object.keys(content).length > 0) return Object.values(content).every((media) => isBodyWithout(media, gone))
  return isObject(schema) && typeof schema['$ref'] === 'string' && gone.has(schema['$ref'])
}

/** `required` may only name what is still there. */
function withRequired(schema: ObjectNode): ObjectNode {
  const { required, properties } = schema
  if (!Array.isArray(required) || !isObject(properties)) return schema
  return { ...schema, required: required.filter((name) => typeof name === 'string' && name in properties) }
}

function withoutEmptyPaths(document: Document): Document {
  const paths = Object.entries(document.paths).filter(([, item]) => Object.keys(item).length > 0)
  return { ...document, paths: Object.fromEntries(paths) }
}

function withUsedComponents(document: Document): Document {
  const references = new Set(referencesIn(document))
  const operations = [...operationsOf(document)].map(({ operation }) => operation)
  const credentials = new Set(operations.flatMap(({ security }) => (Array.isArray(security) ? security.flatMap(namesOf) : [])))
  const tags = new Set(operations.flatMap(({ tags: named }) => (Array.isArray(named) ? named : [])))
  const isUsed = (kind: string, name: string) =>
    kind === 'securitySchemes' ? credentials.has(name) : references.has(`#/components/${kind}/${name}`)
  const components = Object.entries(document.components).map(([kind, members]) => [
    kind,
    Object.fromEntries(Object.entries(members).filter(([name]) => isUsed(kind, name))),
  ])
  const listed = Array.isArray(document['tags'])
    ? { tags: document['tags'].filter((tag) => isObject(tag) && tags.has(tag['name'] ?? '')) }
    : {}
  return { ...document, ...listed, components: Object.fromEntries(components) }
}

const namesOf = (node: Node) => (isObject(node) ? Object.keys(node) : [])
