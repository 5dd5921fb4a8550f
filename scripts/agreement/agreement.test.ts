import { expect, test } from 'vitest'
import { agreementOn } from './agreement.ts'
import { decidedRequests } from './requests.ts'

// A few requests; the 500 that count stand in scripts/ci.

test('mock and sandbox answer like the server where the contract alone decides', { timeout: 120_000 }, async () => {
  const verdicts = await agreementOn(decidedRequests(30, 20261120))
  expect(verdicts.map(({ target }) => target)).toEqual(['mock', 'sandbox'])
  for (const { share, unexplained } of verdicts) {
    expect(unexplained).toEqual([])
    expect(share).toBeGreaterThanOrEqual(0.96)
  }
})
