import type { Direction } from './change.ts'
import { type RuleId, rules } from './rules.ts'

/** How much a change weighs: a `major`, `minor` or `patch` version. */
export type Level = 'breaking' | 'compatible' | 'editorial'

/** Changes that weigh otherwise in one direction than their effect says, and why. */
const exceptions: Readonly<Partial<Record<`${RuleId} ${Direction}`, Level>>> = {
  // A default in an answer documents what an absent member means; the answer is the same.
  'default-changed response': 'editorial',
  // What is only answered or only accepted never travelled in the other direction's way.
  'read-only-now response': 'editorial',
  'read-only-no-more response': 'editorial',
  'write-only-now request': 'editorial',
  'write-only-no-more request': 'editorial',
}

export function levelOf(rule: RuleId, direction: Direction): Level {
  const exception = exceptions[`${rule} ${direction}`]
  if (exception !== undefined) return exception
  switch (rules[rule].effect) {
    case 'narrower':
      return direction === 'request' ? 'breaking' : 'compatible'
    case 'wider':
      return direction === 'response' ? 'breaking' : 'compatible'
    case 'other':
    case 'removed':
      return 'breaking'
    case 'added':
      return 'compatible'
    case 'text':
      return 'editorial'
  }
}
