import type { Document, Node, ObjectNode } from './document.ts'
import { isObject } from './document.ts'
import { withoutUnused } from './unused.ts'

/** The editions, and the release whose behaviour each one describes. */
export const editions = { '10.7': '10.7', '11.x': '11.4', '12.8': '12.8', '13.2': '13.2', '17.x': '17.8', current: '19.1' } as const
export type Edition = keyof typeof editions

/**
 * The document as it was in one release: whatever came later (`x-since`) or had gone by then (`x-until`) is left out,
 * with the references, `required` names and enum values that spoke of it.
 */
export function inRelease(document: Document, release: string): Document {
  return withoutUnused(prune(document, release) as Document)
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

/** Without what was not there then; references to it stay. */
export function prune(node: Node, release: string): Node {
  if (Array.isArray(node)) return node.filter((entry) => existed(entry, release)).map((entry) => prune(entry, release))
  if (!isObject(node)) return node
  const kept = Object.entries(node).filter(([name, value]) => name.startsWith('x-') || existed(value, release))
  return withValues(Object.fromEntries(kept.map(([name, value]) => [name, prune(value, release)])), node, release)
}

/** Enum values carry their history in `x-enum-values`, beside the list that validators read. */
function withValues(schema: ObjectNode, source: ObjectNode, release: string): ObjectNode {
  const values = source['x-enum-values']
  if (!isObject(values)) return schema
  const lives = (value: Node) => typeof value !== 'string' || existed(values[value] ?? null, release)
  const result: ObjectNode = { ...schema, 'x-enum-values': Object.fromEntries(Object.entries(values).filter(([value]) => lives(value))) }
  for (const name of ['enum', 'x-extensible-enum']) {
    const list = schema[name]
    if (Array.isArray(list)) result[name] = list.filter(lives)
  }
  return result
}
