import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { faults } from '../clients/faults/bad-line.ts'
import { endure } from '../clients/faults/endure.ts'

// The same as in scripts/clients, for as long as it takes to meet 10,000 faults.

beforeEach(() => void vi.spyOn(Math, 'random').mockReturnValue(0.08)) // the jitter: nobody has to wait long
afterEach(() => vi.restoreAllMocks())

test('10,000 faults: no action is done twice, and every call that may be repeated succeeds', { timeout: 900_000 }, async () => {
  const { struck, faults: count, failed, harm, said, doneUnknown, repeatable, accidents } = await endure(800)
  const rows = [...struck].map(([fault, times]) => `  ${fault.padEnd(12)}${String(times).padStart(6)}`)
  const outcomes = Object.entries(said).map(([word, times]) => `${times} ${word}`)
  console.log(`${count} faults\n${rows.sort().join('\n')}`)
  console.log(`${repeatable} repeatable calls, ${failed.length} of them failed`)
  console.log(`actions: ${outcomes.join(', ')} (of which ${doneUnknown} were done); ${harm.length} did harm`)
  expect(harm).toEqual([])
  expect(failed).toEqual([])
  expect(accidents).toEqual([])
  expect([...struck.keys()].sort()).toEqual([...faults].sort())
  expect(count).toBeGreaterThanOrEqual(10_000)
  expect(doneUnknown).toBeGreaterThan(800)
})
