import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { document } from '../../packages/contract/src/documents.ts'
import { buildReference } from './reference.ts'

await buildReference()
const page = await readFile(new URL('../../packages/contract/dist/reference.html', import.meta.url), 'utf8')

test('the page shows every operation', () => {
  const summaries = Object.values(document.paths).flatMap((item) => Object.values(item).map((operation) => Object(operation).summary))
  expect(summaries.filter((summary) => !page.includes(summary))).toEqual([])
})

test('the page forbids itself to ask anybody but the server that shows it', () => {
  const [policy] = /<meta\s+http-equiv="Content-Security-Policy"\s+content="([^"]+)"/.exec(page)?.slice(1) ?? []
  expect(policy).toContain("default-src 'none'")
  expect(policy).toContain("connect-src 'self' blob:;")
  expect(policy).not.toMatch(/https?:/)
  expect(page).not.toMatch(/<(script|link|img)[^>]+(src|href)="(https?:)?\/\//)
})

test('it is not built again while the contract is the same', async () => {
  expect(await buildReference()).toBe(false)
})
