import { afterAll, beforeAll, expect, test } from 'vitest'
import { Bench } from '../conformance/mutants/prove.ts'
import { checksOfEdition } from '../conformance/requirements.ts'
import { variants } from '../conformance/variants.ts'

const checks = await checksOfEdition('current')
let bench: Bench
beforeAll(async () => {
  bench = await Bench.start('current')
})
afterAll(() => bench.stop())

/** Each variant meets every third check, so that three neighbours meet them all. */
test.each(variants.map((variant, index) => [variant.id, variant, index] as const))(
  'nobody is blamed for this: %s',
  async (_, variant, index) => {
    await bench.refresh()
    const findings = await bench.examine(
      variant,
      checks.filter((__, place) => place % 3 === index % 3),
    )
    const blamed = findings.filter(({ outcome }) => outcome !== 'pass')
    expect(blamed.map(({ check, outcome, reason }) => `${check.id} ${outcome}: ${reason}`)).toEqual([])
  },
  120_000,
)

test('there are forty of them at least', () => {
  expect(variants.length).toBeGreaterThanOrEqual(40)
})
