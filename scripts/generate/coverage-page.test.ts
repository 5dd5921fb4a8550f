import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { anchors, coveragePage } from './coverage-page.ts'
import type { Document } from './document.ts'

const document: Document = JSON.parse(await readFile('packages/contract/src/generated/openapi.json', 'utf8'))
const others = await anchors()

test('the page is that of today', async () => {
  expect(await readFile('packages/review/COVERAGE.md', 'utf8'), 'npm run generate').toBe(coveragePage(document, others))
})

test('a row that is short of its target needs a reason', () => {
  expect(() => coveragePage(document, { ...others, missed: {} })).toThrow('additional-properties')
})

test('every figure of others stands in a row of the table, and under a name', () => {
  const page = coveragePage(document, others)
  expect(page.split('\n').filter((line) => line.startsWith('| ') && line.includes('**'))).toHaveLength(Object.keys(others.figures).length)
  for (const [row, figures] of Object.entries(others.figures)) expect(figures, row).toHaveLength(others.sources.length)
})
