import { editionDocument, editionNames, operations } from '@jobs-api/contract'
import { expect, test } from 'vitest'
import { facts } from '../generated/facts.ts'
import { allChecks, cases } from './index.ts'

test.each(Object.entries(cases))('%s has checks, named after it', (operation, its) => {
  expect(its.length).toBeGreaterThan(10)
  for (const { id } of its) expect(id).toMatch(new RegExp(`^${operation}\\.[a-z0-9]+(-[a-z0-9]+)*$`))
})

test('no two checks have one id', () => {
  const ids = allChecks.map(({ id }) => id)
  expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([])
})

test('each check rests on a fact that somebody has seen', () => {
  const unfounded = allChecks.filter(({ sources }) => sources.every((id) => facts[id].certainty === 'general'))
  expect(unfounded.map(({ id }) => id)).toEqual([])
})

test('each check is a sentence', () => {
  for (const { sentence } of allChecks) expect(sentence).toMatch(/^[A-Za-z].* .*\.$/)
})

test('whatever is about an action is left out unless actions are allowed', () => {
  for (const { operation, writes } of allChecks) expect(writes || operations[operation].method === 'get').toBe(true)
})

test('a check applies to an edition that has its operation', async () => {
  const documents = await Promise.all(
    editionNames.map(async (edition) => [edition, JSON.stringify(await editionDocument(edition))] as const),
  )
  const has = (edition: string, operation: string) =>
    documents.some(([name, text]) => name === edition && text.includes(`"operationId":"${operation}"`))
  const nowhere = allChecks.filter(({ operation, editions }) => !editions.some((edition) => has(edition, operation)))
  expect(nowhere.map(({ id }) => id)).toEqual([])
})
