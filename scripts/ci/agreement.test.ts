import { expect, test } from 'vitest'
import { agreementOf, lineOf } from '../agreement/agreement.ts'

// 500 requests whose answer the contract alone decides: the same ones to the server and to what stands in for it.

const seed = Number(process.env['AGREEMENT_SEED'] ?? 20261120)
/** How many of a hundred answers must have the server's status and shape. */
const wanted: Readonly<Record<string, number>> = { mock: 90, sandbox: 99 }

test(`500 requests (seed ${seed})`, { timeout: 480_000 }, async () => {
  const verdicts = await agreementOf(500, seed)
  for (const verdict of verdicts) {
    console.log(lineOf(verdict))
    expect(verdict.unexplained).toEqual([])
    expect(verdict.share * 100).toBeGreaterThanOrEqual(wanted[verdict.target] ?? 100)
  }
  expect(verdicts.map(({ target }) => target)).toEqual(['mock', 'sandbox'])
})
