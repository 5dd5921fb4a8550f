import { editionNames } from '@jobs-api/contract'
import { expect, test } from 'vitest'
import { examined } from '../conformance/examined.ts'
import { Reference } from '../conformance/reference.ts'

test.each(editionNames)(
  'the reference server conforms to the edition %s',
  async (edition) => {
    const reference = await Reference.start(edition)
    const findings = await examined(reference.settings())
    await reference.stop()
    expect(findings.length).toBeGreaterThan(300)
    const wrong = findings
      .filter(({ outcome }) => outcome !== 'pass')
      .map(({ check, outcome, reason }) => `${check.id} ${outcome}: ${reason}`)
    expect(wrong).toEqual([])
  },
  120_000,
)
