import { isObject, type Json, type OpenApiDocument } from '@jobs-api/contract'
import { type FactId, facts } from '../generated/facts.ts'

/**
 * The document as an examiner may hold it against a server. Members that rest on nothing but general knowledge need not be there,
 * and limits that only say how large something may become are no reason to blame anybody.
 */
export function assertable(document: OpenApiDocument): OpenApiDocument {
  const copy = structuredClone(document)
  soften(copy['components'] ?? null)
  soften(copy['paths'])
  return copy
}

function soften(node: Json): void {
  if (Array.isArray(node)) for (const entry of node) soften(entry)
  if (!isObject(node)) return
  const { required, properties } = node
  if (Array.isArray(required) && isObject(properties)) node['required'] = required.filter((name) => isFirm(properties[String(name)]))
  // Without those members two shapes may look alike, and fitting both is no fault.
  if (Array.isArray(node['oneOf'])) {
    node['anyOf'] = node['oneOf']
    delete node['oneOf']
  }
  for (const [name, inner] of Object.entries(node)) if (!isIllustration(name)) soften(inner)
  for (const limit of ['maxLength', 'maxItems']) if (typeof node[limit] === 'number') delete node[limit]
}

const isIllustration = (name: string) => name === 'example' || name === 'examples' || name === 'parameters' || name === 'requestBody'

/** Facts that say that a member is there for some callers and not for others. */
const conditional = new Set<Json>(['user-conditional'])

/** Whether somebody has seen it, whoever asks: in the source, in a document, in an answer. */
function isFirm(property: Json | undefined): boolean {
  const evidence = isObject(property) ? property['x-evidence'] : undefined
  if (!Array.isArray(evidence)) return true
  return evidence.some((id) => isFact(id) && facts[id].certainty !== 'general') && !evidence.some((id) => conditional.has(id))
}

export const isFact = (id: Json): id is FactId => typeof id === 'string' && Object.hasOwn(facts, id)
