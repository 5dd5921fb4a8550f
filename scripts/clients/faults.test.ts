import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { faults } from './faults/bad-line.ts'
import { endure } from './faults/endure.ts'

// The reference server behind a bad line. 10,000 faults take some minutes, and stand in scripts/ci.

beforeEach(() => void vi.spyOn(Math, 'random').mockReturnValue(0.08)) // the jitter: nobody has to wait long
afterEach(() => vi.restoreAllMocks())

test('some hundred faults: no action is done twice, and every call that may be repeated succeeds', { timeout: 60_000 }, async () => {
  const { struck, faults: count, failed, harm, said, doneUnknown, accidents } = await endure(28)
  expect(harm).toEqual([])
  expect(failed).toEqual([])
  expect(accidents).toEqual([])
  expect([...struck.keys()].sort()).toEqual([...faults].sort())
  expect(count).toBeGreaterThan(300)
  expect(doneUnknown).toBeGreaterThan(10)
  expect(said['done']).toBeGreaterThan(30)
})
