import type { SchemaComparison } from '../schema/compare-schemas.ts'
import { isWord } from '../schema/words.ts'
import type { Json, JsonObject } from '../source/json.ts'
import type { Source } from '../source/source.ts'
import type { Change, Direction, Site, SiteChange } from './change.ts'
import type { Operation } from './operations.ts'
import type { RuleId } from './rules.ts'

/** An operation that both documents have, and what is needed to compare its parts. */
export interface Exchange {
  readonly old: Operation
  readonly new: Operation
  readonly sources: { readonly old: Source; readonly new: Source }
  readonly schemas: SchemaComparison
}

/** Who sends what is asked, and what is answered: with webhooks and callbacks it is the other way round. */
export function directionsOf({ new: { isIncoming } }: Exchange): { readonly asked: Direction; readonly answered: Direction } {
  return isIncoming === true ? { asked: 'response', answered: 'request' } : { asked: 'request', answered: 'response' }
}

/** How an operation is called in findings. */
export const nameOf = ({ method, path }: Operation): string => `${method} ${path}`

export function siteOf({ new: operation }: Exchange, part: string): Site {
  return { operation: nameOf(operation), operationId: operation.id, part }
}

/** A node of the older and of the newer document. */
export interface Nodes {
  readonly old?: Json | undefined
  readonly new?: Json | undefined
}

/** What a change is about: a part of the exchange, sent by one of the two. */
export interface Part {
  readonly name: string
  readonly direction: Direction
}

/** A change of a part as a whole, at the nodes that show it. */
export function partChange(
  exchange: Exchange,
  part: Part,
  rule: RuleId,
  nodes: Nodes,
  values: { before?: Json; after?: Json } = {},
): SiteChange {
  const { old, new: young } = exchange.sources
  return {
    rule,
    member: [],
    ...values,
    was: nodes.old === undefined ? undefined : old.placeOf(nodes.old),
    is: nodes.new === undefined ? undefined : young.placeOf(nodes.new),
    direction: part.direction,
    site: siteOf(exchange, part.name),
  }
}

/** Changes inside a part, with the part's name. */
export function inPart(exchange: Exchange, part: Part, changes: readonly Change[]): SiteChange[] {
  return changes.map((change) => ({ ...change, direction: part.direction, site: siteOf(exchange, part.name) }))
}

/** One change if the words of a node have changed that no program sees. */
export function wordChanges(exchange: Exchange, part: Part, nodes: { old: JsonObject; new: JsonObject }): SiteChange[] {
  const names = [...new Set([...Object.keys(nodes.old), ...Object.keys(nodes.new)])]
  const wordy = names.filter((name) => isWord(name) && name !== 'examples')
  const changed = wordy.filter((name) => JSON.stringify(nodes.old[name]) !== JSON.stringify(nodes.new[name])).sort()
  return changed.length === 0 ? [] : [partChange(exchange, part, 'text-changed', nodes, { after: changed })]
}
