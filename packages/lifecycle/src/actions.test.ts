import { expect, test } from 'vitest'
import { type Action, allows, type JobFacts } from './actions.ts'
import type { JobStatus } from './statuses.ts'

const statuses = `created waiting_for_resource preparing waiting_for_callback pending running
  success failed canceling canceled skipped manual scheduled`.split(/\s+/) as JobStatus[]

const plain = { when: 'on_success', retried: false, archived: false, hasRemains: false, cancelsGracefully: false } as const

/** In which statuses an action is allowed, for a plain job that differs as told. */
const rules: readonly (readonly [Action, Partial<JobFacts>, string])[] = [
  ['cancel', {}, 'created waiting_for_resource preparing waiting_for_callback pending running scheduled'],
  ['cancel', { cancelsGracefully: true }, 'created waiting_for_resource preparing waiting_for_callback pending running scheduled'],
  ['cancel', { retried: true }, 'created waiting_for_resource preparing waiting_for_callback pending running scheduled'],
  ['forceCancel', {}, 'canceling'],
  ['forceCancel', { cancelsGracefully: true }, 'canceling'],
  ['retry', {}, 'success failed canceling canceled'],
  ['retry', { when: 'manual' }, 'success failed canceling canceled'],
  ['retry', { retried: true }, ''],
  ['retry', { archived: true }, ''],
  ['play', {}, ''],
  ['play', { when: 'on_failure' }, ''],
  ['play', { when: 'always' }, ''],
  ['play', { when: 'manual' }, 'manual scheduled'],
  ['play', { when: 'delayed' }, 'manual scheduled'],
  ['play', { when: 'manual', archived: true }, ''],
  ['playAgain', {}, ''],
  ['playAgain', { when: 'always' }, ''],
  ['playAgain', { when: 'manual' }, 'success failed canceling canceled'],
  ['playAgain', { when: 'delayed' }, 'success failed canceling canceled'],
  ['playAgain', { when: 'manual', retried: true }, ''],
  ['playAgain', { when: 'delayed', archived: true }, ''],
  ['erase', {}, ''],
  ['erase', { hasRemains: true }, 'success failed canceled skipped'],
  ['erase', { hasRemains: true, retried: true }, 'success failed canceled skipped'],
]

test.each(rules)('%s %o: %s', (action, differences, wanted) => {
  const allowed = statuses.filter((status) => allows(action, { ...plain, ...differences, status }))
  expect(allowed.join(' ')).toBe(wanted)
})
