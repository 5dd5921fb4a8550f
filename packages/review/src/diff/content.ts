import { type Json, type JsonObject, membersOf } from '../source/json.ts'
import type { SiteChange } from './change.ts'
import { directionsOf, type Exchange, inPart, type Nodes, type Part, partChange, wordChanges } from './exchange.ts'
import type { RuleId } from './rules.ts'

/** What has changed in the body of the request. */
export function bodyChanges(exchange: Exchange): SiteChange[] {
  const part: Part = { name: 'body', direction: directionsOf(exchange).asked }
  const [before, after] = [exchange.old.node['requestBody'], exchange.new.node['requestBody']]
  if (before === undefined && after === undefined) return []
  const nodes = { old: exchange.sources.old.object(before), new: exchange.sources.new.object(after) }
  const isDemanded = nodes.new['required'] === true
  if (before === undefined) return [partChange(exchange, part, isDemanded ? 'body-demanded' : 'body-added', { new: nodes.new })]
  if (after === undefined) return [partChange(exchange, part, 'body-removed', { old: nodes.old })]
  const presence: RuleId[] = (nodes.old['required'] === true) === isDemanded ? [] : [isDemanded ? 'body-demanded' : 'optional-now']
  return [
    ...presence.map((rule) => partChange(exchange, part, rule, nodes)),
    ...contentChanges(exchange, part, nodes),
    ...wordChanges(exchange, part, nodes),
  ]
}

/** What has changed in the answers. */
export function answerChanges(exchange: Exchange): SiteChange[] {
  const [olds, news] = [
    exchange.sources.old.object(exchange.old.node['responses']),
    exchange.sources.new.object(exchange.new.node['responses']),
  ]
  return union(olds, news).flatMap(([status, before, after]) => {
    const part: Part = { name: status, direction: directionsOf(exchange).answered }
    const isError = /^[45]|^default$/i.test(status)
    if (before === undefined && onlyIfAsked.has(status)) return [partChange(exchange, part, 'conditional-status-added', { new: after })]
    if (after === undefined) return [partChange(exchange, part, isError ? 'error-status-removed' : 'status-removed', { old: before })]
    if (before === undefined) return [partChange(exchange, part, isError ? 'error-status-added' : 'status-added', { new: after })]
    return oneAnswer(exchange, part, { old: exchange.sources.old.object(before), new: exchange.sources.new.object(after) })
  })
}

/** Answers that only come to requests with `Range` or `If-…` headers, which callers of the older document never send. */
const onlyIfAsked = new Set(['206', '304', '412', '416'])

function oneAnswer(exchange: Exchange, part: Part, nodes: { old: JsonObject; new: JsonObject }): SiteChange[] {
  return [
    ...headerChanges(exchange, part, nodes),
    ...contentChanges(exchange, part, nodes),
    ...linkChanges(exchange, part, nodes),
    ...reasonChanges(exchange, part, nodes),
    ...wordChanges(exchange, part, nodes),
  ]
}

function contentChanges(exchange: Exchange, { name, direction }: Part, nodes: { old: JsonObject; new: JsonObject }): SiteChange[] {
  return union(nodes.old['content'], nodes.new['content']).flatMap(([type, before, after]) => {
    const part = { name: `${name} ${type}`, direction }
    if (after === undefined) return [partChange(exchange, part, 'media-type-removed', { old: before })]
    if (before === undefined) return [partChange(exchange, part, 'media-type-added', { new: after })]
    const [old, young] = [exchange.sources.old.object(before), exchange.sources.new.object(after)]
    return inPart(exchange, part, exchange.schemas.compare([old['schema'] ?? true], [young['schema'] ?? true], direction))
  })
}

function headerChanges(exchange: Exchange, { name, direction }: Part, nodes: { old: JsonObject; new: JsonObject }): SiteChange[] {
  return union(nodes.old['headers'], nodes.new['headers']).flatMap(([header, before, after]) => {
    const part = { name: `${name} header ${header}`, direction }
    if (after === undefined) return [partChange(exchange, part, 'header-removed', { old: before })]
    if (before === undefined) return [partChange(exchange, part, 'header-added', { new: after })]
    const [old, young] = [exchange.sources.old.object(before), exchange.sources.new.object(after)]
    const [was, is] = [old['required'] === true, young['required'] === true]
    const presence = was === is ? [] : [partChange(exchange, part, is ? 'required-now' : 'optional-now', { old, new: young })]
    const schemas = exchange.schemas.compare([old['schema'] ?? true], [young['schema'] ?? true], direction)
    return [...presence, ...inPart(exchange, part, schemas), ...wordChanges(exchange, part, { old, new: young })]
  })
}

function linkChanges(exchange: Exchange, { name, direction }: Part, nodes: { old: JsonObject; new: JsonObject }): SiteChange[] {
  return comeAndGone(nodes.old['links'], nodes.new['links']).map(([link, rule, where]) =>
    partChange(exchange, { name: `${name} link ${link}`, direction }, `link-${rule}`, where),
  )
}

/** The stable reasons of refusals stand in their examples. */
function reasonChanges(exchange: Exchange, part: Part, nodes: { old: JsonObject; new: JsonObject }): SiteChange[] {
  const [before, after] = [reasonsIn(exchange.sources.old, nodes.old), reasonsIn(exchange.sources.new, nodes.new)]
  return comeAndGone(before, after).map(([reason, rule]) => {
    const value = rule === 'added' ? { after: reason } : { before: reason }
    return partChange(exchange, part, `reason-${rule}`, nodes, value)
  })
}

function reasonsIn(source: Exchange['sources']['old'], answer: JsonObject): JsonObject {
  const examples = membersOf(answer['content']).flatMap(([, media]) => membersOf(source.object(media)['examples']))
  const all = [...examples, ...membersOf(answer['x-examples'])].map(([, example]) => source.object(example)['x-reason'])
  return Object.fromEntries(all.filter((reason) => typeof reason === 'string').map((reason) => [reason, true]))
}

function comeAndGone(before: Json | undefined, after: Json | undefined): (readonly [string, 'added' | 'removed', Nodes])[] {
  return union(before, after).flatMap(([name, old, young]): (readonly [string, 'added' | 'removed', Nodes])[] => {
    if (old === undefined) return [[name, 'added', { new: young }]]
    return young === undefined ? [[name, 'removed', { old }]] : []
  })
}

/** The members of two objects by name, those of the older first. */
function union(before: Json | undefined, after: Json | undefined): [string, Json | undefined, Json | undefined][] {
  const [olds, news] = [new Map(membersOf(before)), new Map(membersOf(after))]
  return [...new Set([...olds.keys(), ...news.keys()])].map((name) => [name, olds.get(name), news.get(name)])
}
