import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { agrees, corpusPage, corpusRows } from '../review/corpus-page.ts'

test('the review agrees with what happens to clients, and its published table is that of today', async () => {
  const rows = await corpusRows()
  expect(rows.filter((row) => !agrees(row, row.judgements[0])).map(({ one, label }) => `${one.name}: ${label}`)).toEqual([])
  expect(corpusPage(rows)).toBe(await readFile(new URL('../../packages/review/CORPUS.md', import.meta.url), 'utf8'))
}, 600_000)
