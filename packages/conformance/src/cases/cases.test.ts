import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { allCases, cases } from './index.ts'

const evidence = new URL('../../../../openapi/evidence/', import.meta.url)
const files = readdirSync(evidence).filter((name) => name.endsWith('.yaml'))
const facts: { id: string; certainty: string }[] = files.flatMap((name) => parse(readFileSync(new URL(name, evidence), 'utf8')))
const certainties = new Map(facts.map(({ id, certainty }) => [id, certainty]))

test.each(Object.entries(cases))('%s has cases, named after it', (operation, its) => {
  expect(its.length).toBeGreaterThan(0)
  for (const { id } of its) expect(id).toMatch(new RegExp(`^${operation}\\.[a-z]+(-[a-z]+)*$`))
})

test('no two cases have one id', () => {
  expect(new Set(allCases.map(({ id }) => id)).size).toBe(allCases.length)
})

test.each(allCases.map(({ id, source }) => [id, source]))('%s rests on a fact that somebody has seen', (_, source) => {
  expect(certainties.get(source)).toMatch(/source|test|capture|documentation/)
})
