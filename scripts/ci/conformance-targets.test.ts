import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { resultOf, shareOf } from '../conformance/targets-page.ts'

const wrong = (findings: Awaited<ReturnType<typeof resultOf>>['findings']) =>
  findings
    .filter(({ outcome }) => outcome !== 'pass' && outcome !== 'untestable')
    .map(({ check, outcome, reason }) => `${check.id} ${outcome}: ${reason}`)

/** The share that TARGETS.md shows. A check more or less, or another example, should not make it stale. */
async function published(name: string): Promise<number> {
  const page = await readFile('packages/conformance/TARGETS.md', 'utf8')
  return Number(new RegExp(`^\\| ${name} \\|.* (\\d+\\.\\d) % \\|$`, 'm').exec(page)?.[1])
}

test('the sandbox conforms in all that can be seen of it', async () => {
  const result = await resultOf('sandbox')
  expect(wrong(result.findings)).toEqual([])
  expect(Math.abs(shareOf(result) - (await published('sandbox')))).toBeLessThan(3)
}, 180_000)

test('a server that shares no code with the reference server conforms', async () => {
  const result = await resultOf('independent')
  expect(wrong(result.findings)).toEqual([])
  expect(result.counts.untestable).toBe(0)
  expect(await published('independent')).toBe(100)
}, 180_000)

test('the mock does not conform, and the page says how far it comes', async () => {
  const result = await resultOf('mock')
  expect(result.counts.error).toBe(0)
  expect(result.counts.fail).toBeGreaterThan(0)
  expect(Math.abs(shareOf(result) - (await published('mock')))).toBeLessThan(3)
}, 180_000)
