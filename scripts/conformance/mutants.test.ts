import { readFile } from 'node:fs/promises'
import { allChecks } from '@jobs-api/conformance'
import { editionNames, operations } from '@jobs-api/contract'
import { describe, expect, test } from 'vitest'
import { Bench, isCaught, prove } from './mutants/prove.ts'
import { mutants } from './mutants/table.ts'
import { mutationPage } from './mutation-page.ts'

const caught = new Set<string>(mutants.map(({ caughtBy }) => caughtBy))

describe('the table of faulty servers', () => {
  test('names no two alike', () => {
    const ids = mutants.map(({ id }) => id)
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([])
  })

  test('names checks that exist', () => {
    expect([...caught].filter((id) => !allChecks.some((check) => check.id === id))).toEqual([])
  })

  test('has something to catch for every check', () => {
    expect(allChecks.filter(({ id }) => !caught.has(id)).map(({ id }) => id)).toEqual([])
  })

  test.each(Object.keys(operations))('has at least five servers that are wrong in %s', (operation) => {
    expect(mutants.filter((mutant) => mutant.operation === operation).length).toBeGreaterThanOrEqual(5)
  })

  test.each(editionNames)('has at least three servers of the edition %s', (edition) => {
    expect(mutants.filter((mutant) => mutant.edition === edition).length).toBeGreaterThanOrEqual(3)
  })

  test('is what MUTATIONS.md shows; node scripts/mutations.ts --page writes it', async () => {
    expect(await readFile('packages/conformance/MUTATIONS.md', 'utf8')).toBe(mutationPage(mutants))
  })
})

test('a sample of the faulty servers is caught; scripts/ci runs all of them', async () => {
  const sample = mutants.filter(({ edition }, index) => edition === 'current' && index % 29 === 0)
  expect((await prove(sample)).map(({ mutant, outcome }) => `${mutant.id}: ${outcome}`)).toEqual([])
}, 120_000)

test('a proxy without a fault is not blamed, and where nothing can be seen nothing is caught', async () => {
  const bench = await Bench.start('current')
  const checks = allChecks.filter(({ id }) => id === 'getJob.missing-job')
  const [fine] = await bench.examine({ behave: (asked, forward) => forward(asked) }, checks)
  const refusing = await bench.examine(
    {
      behave: async () => ({
        status: 404,
        headers: { 'content-type': 'application/json' },
        body: Buffer.from('{"message":"404 Not found"}'),
      }),
    },
    checks,
  )
  await bench.stop()
  expect(fine?.outcome).toBe('pass')
  expect(refusing.filter(isCaught)).toEqual([])
})
