import { expect, test } from 'vitest'
import { agreementOn, lineOf } from '../agreement/agreement.ts'
import { decidedRequests, undecidedRequests } from '../agreement/requests.ts'

// The same requests to the server and to what stands in for it.

const seed = Number(process.env['AGREEMENT_SEED'] ?? 20261120)
const names = ['mock', 'sandbox']

/** How many of a hundred answers must have the server's status and shape. */
type Wanted = Readonly<Record<string, number>>

test(`500 requests whose answer the contract alone decides (seed ${seed})`, { timeout: 480_000 }, async () => {
  const wanted: Wanted = { mock: 90, sandbox: 99 }
  const verdicts = await agreementOn(decidedRequests(500, seed))
  for (const verdict of verdicts) {
    console.log(lineOf(verdict))
    expect(verdict.unexplained).toEqual([])
    expect(verdict.share * 100).toBeGreaterThanOrEqual(wanted[verdict.target] ?? 100)
  }
  expect(verdicts.map(({ target }) => target)).toEqual(names)
})

// What a mock without a memory cannot know, as a figure: its README gives it.
test(`200 requests whose answer depends on what a server remembers (seed ${seed})`, { timeout: 480_000 }, async () => {
  const wanted: Wanted = { mock: 50, sandbox: 99 }
  const verdicts = await agreementOn(undecidedRequests(200, seed))
  for (const verdict of verdicts) {
    console.log(lineOf(verdict))
    expect(verdict.share * 100).toBeGreaterThanOrEqual(wanted[verdict.target] ?? 100)
  }
  expect(verdicts.map(({ target }) => target)).toEqual(names)
})
