import { readFile } from 'node:fs/promises'
import { editionNames } from '@jobs-api/contract'
import { expect, test } from 'vitest'
import { evidencePage, gaps } from './evidence-page.ts'
import { checksOfEdition, line } from './requirements.ts'

test('every fact is examined, or excluded with a reason', () => {
  expect(gaps()).toEqual([])
})

test('EVIDENCE.md is what node scripts/evidence.ts would write', async () => {
  expect(await readFile('packages/conformance/EVIDENCE.md', 'utf8')).toBe(evidencePage())
})

test.each(editionNames)('what the edition %s is held to is still asked, word for word', async (edition) => {
  const frozen = await readFile(`packages/conformance/requirements/${edition}.txt`, 'utf8')
  const listed = frozen.split('\n').filter((each) => each !== '' && !each.startsWith('#'))
  const asked = new Set((await checksOfEdition(edition)).map(line))
  expect(listed.filter((each) => /^(must|should|may) /.test(each) && !asked.has(each))).toEqual([])
  expect(listed.length).toBeGreaterThan(300)
})
