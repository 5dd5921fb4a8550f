import { SchemaComparison } from '../schema/compare-schemas.ts'
import { isSame, type Json, listOf } from '../source/json.ts'
import type { Source } from '../source/source.ts'
import type { SiteChange } from './change.ts'
import { answerChanges, bodyChanges } from './content.ts'
import { type Exchange, nameOf, type Part, partChange, wordChanges } from './exchange.ts'
import { addressOf, incomingOf, match, type Operation, operationsOf } from './operations.ts'
import { parameterChanges } from './parameters.ts'
import type { RuleId } from './rules.ts'
import { securityChanges } from './security.ts'

/** Everything that is different, operation by operation, in the order of the older document; what is new comes last. */
export function compareDocuments(older: Source, newer: Source): SiteChange[] {
  const schemas = new SchemaComparison(older, newer)
  const pairs = [...match(operationsOf(older), operationsOf(newer)), ...match(incomingOf(older), incomingOf(newer))]
  const changes = pairs.flatMap(({ old, new: young }) => {
    if (old !== undefined && young !== undefined) return operationChanges({ old, new: young, sources: { old: older, new: newer }, schemas })
    if (old !== undefined) return [whole('operation-removed', old, { was: older.placeOf(old.node) })]
    return young === undefined ? [] : [whole('operation-added', young, { is: newer.placeOf(young.node) })]
  })
  return [...serverChanges(older, newer), ...changes]
}

function whole(rule: RuleId, operation: Operation, where: Pick<SiteChange, 'was' | 'is'>): SiteChange {
  return { rule, member: [], ...where, direction: 'request', site: { operation: nameOf(operation), operationId: operation.id, part: '' } }
}

const operationPart: Part = { name: '', direction: 'request' }

function operationChanges(exchange: Exchange): SiteChange[] {
  return [
    ...ownChanges(exchange),
    ...securityChanges(exchange),
    ...parameterChanges(exchange),
    ...bodyChanges(exchange),
    ...answerChanges(exchange),
    ...wordChanges(exchange, operationPart, { old: exchange.old.node, new: exchange.new.node }),
  ]
}

/** What has changed in an operation itself. */
function ownChanges(exchange: Exchange): SiteChange[] {
  const { old, new: young } = exchange
  const say = (rule: RuleId, values: { before?: Json; after?: Json } = {}) =>
    partChange(exchange, operationPart, rule, { old: old.node, new: young.node }, values)
  const changes: SiteChange[] = []
  if (addressOf(old) !== addressOf(young)) changes.push(say('operation-moved', { before: nameOf(old), after: nameOf(young) }))
  if (old.id !== young.id && young.id !== undefined)
    changes.push(
      old.id === undefined ? say('operation-named', { after: young.id }) : say('operation-renamed', { before: old.id, after: young.id }),
    )
  if (old.id !== undefined && young.id === undefined) changes.push(say('operation-renamed', { before: old.id }))
  const [was, is] = [old.node['deprecated'] === true, young.node['deprecated'] === true]
  if (was !== is) changes.push(say(is ? 'operation-deprecated' : 'operation-reinstated'))
  const abilities = { before: old.node['x-ability'] ?? null, after: young.node['x-ability'] ?? null }
  if (!isSame(abilities.before, abilities.after))
    changes.push(say(abilities.before === null ? 'ability-stated' : 'ability-changed', abilities))
  const [couldRepeat, canRepeat] = [old.node['x-repeatable'] === true, young.node['x-repeatable'] === true]
  if (couldRepeat !== canRepeat) changes.push(say(canRepeat ? 'repeatable-gained' : 'repeatable-lost'))
  return changes
}

/** Base addresses; one that nobody wrote is `/`. */
function serverChanges(older: Source, newer: Source): SiteChange[] {
  const [olds, news] = [addressesIn(older), addressesIn(newer)]
  const say = (rule: RuleId, values: { before?: Json; after?: Json }): SiteChange => ({
    rule,
    member: [],
    ...values,
    was: older.placeOf(older.root, 'servers'),
    is: newer.placeOf(newer.root, 'servers'),
    direction: 'request',
    site: { operation: '', part: 'servers' },
  })
  return [
    ...olds.filter((url) => !news.includes(url)).map((url) => say('server-removed', { before: url })),
    ...news.filter((url) => !olds.includes(url)).map((url) => say('server-added', { after: url })),
  ]
}

function addressesIn(source: Source): string[] {
  const urls = listOf(source.root['servers']).map((server) => String(source.object(server)['url'] ?? '/').replace(/(.)\/$/, '$1'))
  return urls.length === 0 ? ['/'] : urls
}
