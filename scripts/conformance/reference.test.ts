import { expect, test } from 'vitest'
import { examined } from './examined.ts'
import { Reference } from './reference.ts'

test('the reference server conforms to the newest edition, in everything', async () => {
  const reference = await Reference.start()
  const findings = await examined(reference.settings())
  await reference.stop()
  const wrong = findings
    .filter(({ outcome }) => outcome !== 'pass')
    .map(({ check, outcome, reason }) => `${check.id} ${outcome}: ${reason}`)
  expect(wrong).toEqual([])
}, 120_000)
