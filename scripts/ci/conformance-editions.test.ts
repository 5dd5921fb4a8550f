import { editionNames } from '@jobs-api/contract'
import { expect, test } from 'vitest'
import { gapsOf, metOf } from '../conformance/coverage-page.ts'
import { examined } from '../conformance/examined.ts'
import { Reference } from '../conformance/reference.ts'

test('without a state handler there is less to see, and nobody is blamed for what the kit has made of the jobs', async () => {
  const reference = await Reference.start()
  const findings = await examined({ ...reference.settings(), stateHandler: undefined })
  await reference.stop()
  const blamed = findings.filter(({ outcome }) => outcome !== 'pass' && outcome !== 'untestable')
  expect(blamed.map(({ check, outcome, reason }) => `${check.id} ${outcome}: ${reason}`)).toEqual([])
  const passed = findings.filter(({ outcome }) => outcome === 'pass')
  expect(passed.length / findings.length).toBeGreaterThan(0.7)
  expect(passed.filter(({ check }) => check.writes).length).toBeGreaterThan(50)
}, 120_000)

test.each(editionNames)(
  'the reference server conforms to the edition %s, and all of its contract is met but for what there is a reason for',
  async (edition) => {
    const { findings, coverage } = await metOf(edition)
    expect(findings.length).toBeGreaterThan(300)
    const wrong = findings
      .filter(({ outcome }) => outcome !== 'pass')
      .map(({ check, outcome, reason }) => `${check.id} ${outcome}: ${reason}`)
    expect(wrong).toEqual([])
    expect(gapsOf(coverage)).toEqual([])
  },
  120_000,
)
