import { createHash } from 'node:crypto'
import type { Direction, Site, SiteChange } from './diff/change.ts'
import { type Level, levelOf } from './diff/levels.ts'
import type { RuleId } from './diff/rules.ts'
import { canonical, type Json } from './source/json.ts'
import type { Place } from './source/source.ts'

/** One change of the contract, with all the places where callers meet it. */
export interface Finding {
  /** The same for the same change, however the documents are written: 16 hexadecimal digits. */
  readonly fingerprint: string
  readonly rule: RuleId
  readonly level: Level
  readonly direction: Direction
  /** What has changed: `user.skype`, `query page`, `header Link`, or empty for an operation itself. */
  readonly subject: string
  readonly before?: Json | undefined
  readonly after?: Json | undefined
  readonly sites: readonly FindingSite[]
  readonly was?: Place | undefined
  readonly is?: Place | undefined
}

export interface FindingSite extends Site {
  readonly member: readonly string[]
}

/** Puts the same change of several operations together: a shared schema is changed once. */
export function findingsOf(changes: readonly SiteChange[]): Finding[] {
  const groups = Map.groupBy(changes, groupOf)
  return [...groups.values()].map(finding).sort((one, other) => order(one) - order(other))
}

const levels: readonly Level[] = ['breaking', 'compatible', 'editorial']
const order = ({ level }: Finding) => levels.indexOf(level)

const groupOf = (change: SiteChange) =>
  canonical([change.rule, change.direction, subjectOf(change), change.before ?? null, change.after ?? null, wholeOperation(change)])

/** What happens to an operation as such is never put together with what happens to another. */
const wholeOperation = ({ member, site }: SiteChange) => (member.length === 0 && site.part === '' ? site.operation : '')

function finding(changes: readonly SiteChange[]): Finding {
  const [first] = changes
  if (first === undefined) throw new Error('a finding needs a change')
  const { rule, direction, before, after, was, is } = first
  const sites = changes.map(({ site, member }) => ({ ...site, member }))
  const subject = subjectOf(first)
  const fingerprint = fingerprintOf(rule, direction, before, after, sites)
  return { fingerprint, rule, level: levelOf(rule, direction), direction, subject, before, after, sites, was, is }
}

/** The member with the one that holds it, else the part without the status that it belongs to. */
function subjectOf({ member, site }: SiteChange): string {
  const names = member.filter((name) => !/^[[{<]/.test(name)).slice(-2)
  if (names.length > 0) return names.join('.')
  return site.part.replace(/^(\d..|default) (?=header|link)/, '')
}

function fingerprintOf(
  rule: RuleId,
  direction: Direction,
  before: Json | undefined,
  after: Json | undefined,
  sites: readonly FindingSite[],
): string {
  const where = sites.map(({ operation, part, member }) => `${address(operation)} ${part} ${member.join('/')}`).sort()
  const text = canonical([rule, direction, before ?? null, after ?? null, where])
  return createHash('sha256').update(text).digest('hex').slice(0, 16)
}

const address = (operation: string) => operation.replaceAll(/\{[^}]*\}/g, '{}')
