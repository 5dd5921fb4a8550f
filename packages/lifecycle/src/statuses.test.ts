import { expect, test } from 'vitest'
import { groups, isIn } from './statuses.ts'

test.each([
  ['complete', 'success failed canceled skipped'],
  ['active', 'waiting_for_resource preparing waiting_for_callback pending running'],
  ['cancelable', 'created waiting_for_resource preparing waiting_for_callback pending running scheduled'],
  ['executing', 'running canceling'],
  ['moving', 'created waiting_for_resource preparing pending running canceling scheduled'],
] as const)('%s: %s', (group, statuses) => {
  expect([...groups[group]].sort()).toEqual(statuses.split(' ').sort())
})

test.each([
  ['cancelable', 'running', true],
  ['cancelable', 'canceling', false],
  ['cancelable', 'manual', false],
  ['complete', 'skipped', true],
  ['complete', 'canceling', false],
  ['active', 'created', false],
] as const)('%s holds %s: %s', (group, status, wanted) => {
  expect(isIn(group, status)).toBe(wanted)
})
