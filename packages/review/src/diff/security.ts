import { canonical, type Json, membersOf, textsOf } from '../source/json.ts'
import type { SiteChange } from './change.ts'
import { type Exchange, type Part, partChange } from './exchange.ts'

/** What has changed in the credentials that an operation takes. */
export function securityChanges(exchange: Exchange): SiteChange[] {
  const part: Part = { name: 'credentials', direction: 'request' }
  const [olds, news] = [exchange.old.security, exchange.new.security]
  const nodes = { old: exchange.old.node, new: exchange.new.node }
  const [wasOpen, isOpen] = [isFree(olds), isFree(news)]
  if (wasOpen && isOpen) return []
  if (wasOpen) return [partChange(exchange, part, 'security-demanded', nodes, { after: news.map(spelt) })]
  if (isOpen) return [partChange(exchange, part, 'security-dropped', nodes, { before: olds.map(spelt) })]
  const gone = olds.filter((old) => !news.some((young) => satisfies(old, young)))
  const come = news.filter((young) => !olds.some((old) => satisfies(old, young)))
  return [
    ...gone.map((one) => partChange(exchange, part, 'security-removed', nodes, { before: spelt(one) })),
    ...come.map((one) => partChange(exchange, part, 'security-added', nodes, { after: spelt(one) })),
  ]
}

/** No security at all, or an empty alternative. */
const isFree = (security: readonly Json[]) => security.length === 0 || security.some((one) => canonical(one) === '{}')

/** Whether credentials that were enough for the one are enough for the other: no scheme and no scope more. */
function satisfies(held: Json, demanded: Json): boolean {
  const schemes = new Map(membersOf(held))
  return membersOf(demanded).every(([name, scopes]) => {
    const own = schemes.get(name)
    return own !== undefined && textsOf(scopes).every((scope) => textsOf(own).includes(scope))
  })
}

function spelt(requirement: Json): string {
  return membersOf(requirement)
    .map(([name, scopes]) => (textsOf(scopes).length === 0 ? name : `${name} (${textsOf(scopes).join(', ')})`))
    .join(' and ')
}
