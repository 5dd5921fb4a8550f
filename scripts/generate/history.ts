import type { Document, Node, ObjectNode } from './document.ts'
import { isObject } from './document.ts'

/** The editions, and the release whose behaviour each one describes. */
export const editions = { '10.7': '10.7', '11.x': '11.4', '12.8': '12.8', '13.2': '13.2', '17.x': '17.8', current: '19.1' } as const
export type Edition = keyof typeof editions

/**
 * The document as it was in one release: whatever came later (`x-since`) or had gone by then (`x-until`) is left out,
 * with the references, `required` names and enum values that spoke of it.
 */
export function inRelease(document: Document, release: string): Document {
  const lived = prune(document, release) as Document
  return withoutEmptyPaths(withoutUnused(lived))
}

const number = (release: string) => {
  const [major = 0, minor = 0] = release.split('.').map(Number)
  return major * 1000 + minor
}

function existed(node: Node, release: string): boolean {
  if (!isObject(node)) return true
  const { 'x-since': since, 'x-until': until } = node
  if (typeof since === 'string' && number(since) > number(release)) return false
  return !(typeof until === 'string' && number(until) < number(release))
}

function prune(node: Node, release: string): Node {
  if (Array.isArray(node)) return node.filter((entry) => existed(entry, release)).map((entry) => prune(entry, release))
  if (!isObject(node)) return node
  const kept = Object.entries(node).filter(([name, value]) => name.startsWith('x-') || existed(value, release))
  const result: ObjectNode = Object.fromEntries(kept.map(([name, value]) => [name, prune(value, release)]))
  return withRequired(withValues(result, node, release))
}

/** `required` may only name what is still there. */
function withRequired(schema: ObjectNode): ObjectNode {
  const { required, properties } = schema
  if (!Array.isArray(required) || !isObject(properties)) return schema
  return { ...schema, required: required.filter((name) => typeof name === 'string' && name in properties) }
}

/** Enum values carry their history in `x-enum-values`, beside the list that validators read. */
function withValues(schema: ObjectNode, source: ObjectNode, release: string): ObjectNode {
  const values = source['x-enum-values']
  if (!isObject(values)) return schema
  const lives = (value: Node) => typeof value !== 'string' || existed(values[value] ?? null, release)
  const shorten = (list: Node | undefined) => (Array.isArray(list) ? list.filter(lives) : undefined)
  const lists = { enum: shorten(schema['enum']), 'x-extensible-enum': shorten(schema['x-extensible-enum']) }
  const kept = Object.fromEntries(Object.entries(values).filter(([value]) => lives(value)))
  return {
    ...schema,
    ...Object.fromEntries(Object.entries(lists).filter(([, list]) => list !== undefined)),
    'x-enum-values': kept,
  } as ObjectNode
}

/** Components that nothing refers to any more, parameters and links whose target has gone. */
function withoutUnused(document: Document): Document {
  const goneParameters = danglingRefs(document)
  const cleaned = dropRefs(document, goneParameters) as Document
  const text = JSON.stringify(cleaned)
  const used = (kind: string, name: string) => kind === 'securitySchemes' || text.includes(`"#/components/${kind}/${name}"`)
  let changed = false
  const components = Object.fromEntries(
    Object.entries(cleaned.components).map(([kind, members]) => {
      const kept = Object.entries(members).filter(([name]) => used(kind, name))
      changed ||= kept.length < Object.keys(members).length
      return [kind, Object.fromEntries(kept)]
    }),
  )
  const result = { ...cleaned, components }
  return changed || goneParameters.size > 0 ? withoutUnused(result) : result
}

/** References to components, and links to operations, that the filter has taken away. */
function danglingRefs(document: Document): Set<string> {
  const operationIds = new Set(
    Object.values(document.paths).flatMap((item) => Object.values(item).map((operation) => operation['operationId'])),
  )
  const dangling = new Set<string>()
  const visit = (node: Node): void => {
    if (Array.isArray(node)) return node.forEach(visit)
    if (!isObject(node)) return
    const ref = node['$ref']
    const [, kind, name] = typeof ref === 'string' ? (/^#\/components\/([^/]+)\/([^/]+)$/.exec(ref) ?? []) : []
    if (kind !== undefined && name !== undefined) {
      const target = document.components[kind]?.[name]
      const linkGone = kind === 'links' && isObject(target) && !operationIds.has(target['operationId'] as string)
      if (target === undefined || linkGone) dangling.add(ref as string)
    }
    Object.values(node).forEach(visit)
  }
  visit(document)
  return dangling
}

function dropRefs(node: Node, gone: ReadonlySet<string>): Node {
  const isGone = (entry: Node): boolean => isObject(entry) && typeof entry['$ref'] === 'string' && gone.has(entry['$ref'])
  if (Array.isArray(node)) return node.filter((entry) => !isGone(entry)).map((entry) => dropRefs(entry, gone))
  if (!isObject(node)) return node
  return Object.fromEntries(
    Object.entries(node)
      .filter(([, entry]) => !isGone(entry))
      .map(([name, entry]) => [name, dropRefs(entry, gone)]),
  )
}

function withoutEmptyPaths(document: Document): Document {
  const paths = Object.entries(document.paths).filter(([, item]) => Object.keys(item).length > 0)
  return { ...document, paths: Object.fromEntries(paths) }
}
