import { expect, test } from 'vitest'
import { agreementOf } from './agreement.ts'

// A few requests; the 500 that count stand in scripts/ci.

test('the mock answers like the server where the contract alone decides', async () => {
  const [mock] = await agreementOf(60, 20261120)
  expect(mock?.share).toBeGreaterThanOrEqual(0.95)
  expect(mock?.unexplained).toEqual([])
})
