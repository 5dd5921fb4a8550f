import { expect, test } from 'vitest'
import { rolesUpTo } from './roles.ts'

test.each([
  [0, ''],
  [9, ''],
  [10, 'guest'],
  [15, 'guest planner'],
  [20, 'guest planner reporter'],
  [25, 'guest planner reporter security_manager'],
  [30, 'guest planner reporter security_manager developer'],
  [40, 'guest planner reporter security_manager developer maintainer'],
  [50, 'guest planner reporter security_manager developer maintainer owner'],
])('level %i has the roles %s', (level, wanted) => {
  expect(rolesUpTo(level).join(' ')).toBe(wanted)
})
