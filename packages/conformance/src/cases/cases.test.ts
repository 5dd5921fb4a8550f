import { operations } from '@jobs-api/contract'
import { expect, test } from 'vitest'
import { editionContract } from '../contract/edition-contract.ts'
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
  for (const { id, operation, editions } of allChecks) {
    const contracts = await Promise.all(editions.map(editionContract))
    expect(
      contracts.some((contract) => contract.operation(operation) !== undefined),
      id,
    ).toBe(true)
  }
})
