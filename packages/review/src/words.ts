import type { Direction } from './diff/change.ts'
import { type Effect, rules } from './diff/rules.ts'
import type { Finding } from './finding.ts'
import type { Json } from './source/json.ts'

/** Why a change matters, and to whom, by what it does and who sends it. */
const reasons: Readonly<Record<Effect, Readonly<Record<Direction, string>>>> = {
  narrower: {
    request: 'Callers that send what was right before are refused.',
    response: 'Readers are promised more than before; whoever copes with the old answers copes with these.',
  },
  wider: {
    request: 'Callers may send more than before; what they send today stays right.',
    response: 'Readers get what they were never told of.',
  },
  other: {
    request: 'Callers that keep to the old statement send something that is wrong now, or means something else.',
    response: 'Readers that keep to the old statement misread the answer.',
  },
  removed: {
    request: 'Callers that use it are refused, or not heard.',
    response: 'Readers that use it find nothing there; typed programs no longer compile.',
  },
  added: { request: 'Nobody has to do anything; it can be used from now on.', response: 'Readers may use it; others pass over it.' },
  text: { request: 'Programs see no difference.', response: 'Programs see no difference.' },
}

const ways: Readonly<Partial<Record<`${Effect} ${Direction}`, string>>> = {
  'narrower request': 'Go on accepting what was right, or ask for the new thing under a new name.',
  'wider response': 'Answer the new thing only to callers that ask for it, or release it as a new major version.',
  'other request': 'Accept both for a while, and deprecate the old one.',
  'other response': 'Answer both under different names, and deprecate the old one.',
  'removed request': 'Keep it, deprecated, until its use has died out.',
  'removed response': 'Keep it, deprecated, until its use has died out.',
}

/** `user.skype: the member is gone`, with the values that were there before and after. */
export function titleOf({ rule, subject, before, after, sites }: Finding): string {
  const name = subject === '' ? (sites[0]?.operation ?? '') : subject
  const values = rules[rule].effect === 'text' ? '' : valuesOf(before, after)
  return `${name}: ${rules[rule].title}${values}`
}

function valuesOf(before: Json | undefined, after: Json | undefined): string {
  if (before === undefined && after === undefined) return ''
  if (after === undefined) return `: ${shown(before)}`
  return before === undefined ? `: ${shown(after)}` : `: ${shown(before)} → ${shown(after)}`
}

function shown(value: Json | undefined): string {
  const text = Array.isArray(value) ? value.map(shown).join(', ') : typeof value === 'string' ? value : (JSON.stringify(value) ?? 'nothing')
  return text.length > 120 ? `${text.slice(0, 119)}…` : text
}

export function whyOf({ rule, direction }: Finding): string {
  return rules[rule].why ?? reasons[rules[rule].effect][direction]
}

/** What to do about a change that breaks; undefined for others. */
export function migrationOf({ rule, direction, level }: Finding): string | undefined {
  return level === 'breaking' ? (rules[rule].migrate ?? ways[`${rules[rule].effect} ${direction}`]) : undefined
}

/** `requests of 2 operations`, or the one operation with its part. */
export function whereOf({ sites, direction }: Finding): string {
  const operations = [...new Set(sites.map(({ operation }) => operation))]
  const [first] = sites
  if (first === undefined) return ''
  if (operations.length > 1) return `${direction === 'request' ? 'requests to' : 'answers of'} ${operations.length} operations`
  return [first.operation, first.part, first.member.join('.')].filter((text) => text !== '').join(' · ')
}
