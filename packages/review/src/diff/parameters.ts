import { isSame, type Json, membersOf } from '../source/json.ts'
import type { SiteChange } from './change.ts'
import { directionsOf, type Exchange, inPart, type Part, partChange, wordChanges } from './exchange.ts'
import type { Operation, Parameter } from './operations.ts'
import type { RuleId } from './rules.ts'

/** What has changed in the parameters of an operation. */
export function parameterChanges(exchange: Exchange): SiteChange[] {
  const pairs = paired(exchange.old, exchange.new)
  return pairs.flatMap(([old, young]) => {
    if (old !== undefined && young !== undefined) return changesOf(exchange, old, young)
    if (old !== undefined) return [partChange(exchange, partOf(exchange, old), 'parameter-removed', { old: old.node })]
    if (young === undefined) return []
    const rule = young.node['required'] === true ? 'parameter-demanded' : 'parameter-added'
    return [partChange(exchange, partOf(exchange, young), rule, { new: young.node })]
  })
}

const partOf = (exchange: Exchange, { in: place, name }: Parameter): Part => ({
  name: `${place} ${name}`,
  direction: directionsOf(exchange).asked,
})

/** Parameters of the path go by their place in the address, others by where they stand and their name. */
function paired(old: Operation, young: Operation): (readonly [Parameter | undefined, Parameter | undefined])[] {
  const keyOf = (operation: Operation, { in: place, name }: Parameter) => {
    if (place === 'path') return `path ${namesIn(operation.path).indexOf(name)}`
    return `${place} ${place === 'header' ? name.toLowerCase() : name}`
  }
  const olds = new Map(old.parameters.map((one) => [keyOf(old, one), one]))
  const news = new Map(young.parameters.map((one) => [keyOf(young, one), one]))
  return [...new Set([...olds.keys(), ...news.keys()])].map((key) => [olds.get(key), news.get(key)])
}

const namesIn = (path: string) => [...path.matchAll(/\{([^}]*)\}/g)].map(([, name]) => name)

function changesOf(exchange: Exchange, old: Parameter, young: Parameter): SiteChange[] {
  const part = partOf(exchange, young)
  const nodes = { old: old.node, new: young.node }
  const say = (rule: RuleId, before?: Json, after?: Json) =>
    partChange(exchange, part, rule, nodes, { ...known('before', before), ...known('after', after) })
  const changes: SiteChange[] = []
  if (old.in === 'path' && old.name !== young.name) changes.push(say('parameter-renamed', old.name, young.name))
  for (const [keyword, set, unset] of flags) {
    const [before, after] = [old.node[keyword] === true, young.node[keyword] === true]
    if (before !== after) changes.push(say(after ? set : unset))
  }
  const [before, after] = [encodingOf(old), encodingOf(young)]
  if (!isSame(before, after)) changes.push(say('parameter-encoding-changed', before, after))
  const schemas = exchange.schemas.compare(
    [schemaOf(exchange.sources.old.object(old.node['schema']), old)],
    [schemaOf(exchange.sources.new.object(young.node['schema']), young)],
    part.direction,
  )
  return [...changes, ...inPart(exchange, part, schemas), ...wordChanges(exchange, part, nodes)]
}

const known = (name: 'before' | 'after', value: Json | undefined) => (value === undefined ? {} : { [name]: value })

const flags = [
  ['required', 'required-now', 'optional-now'],
  ['deprecated', 'parameter-deprecated', 'parameter-reinstated'],
  ['x-multi-segment', 'slashes-accepted', 'slashes-refused'],
] as const

/** A parameter has a schema, or one media type with a schema. */
function schemaOf(schema: Json, { node }: Parameter): Json {
  const [first] = membersOf(node['content'])
  const [, media] = first ?? []
  return media !== undefined && typeof media === 'object' && media !== null && 'schema' in media ? (media['schema'] ?? schema) : schema
}

/** How a value is written, with OpenAPI's defaults spelled out. */
function encodingOf({ in: place, node }: Parameter): Json {
  const style = node['style'] ?? (place === 'query' || place === 'cookie' ? 'form' : 'simple')
  return {
    style,
    explode: node['explode'] ?? style === 'form',
    allowReserved: node['allowReserved'] ?? false,
    content: membersOf(node['content']).map(([name]) => name),
  }
}
