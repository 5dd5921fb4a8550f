import { readFile } from 'node:fs/promises'
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { describe, expect, test } from 'vitest'
import { library, revisionOf, sourceOf, withValue } from './document.suite.ts'
import type { Executed } from './executed.ts'
import { htmlReport } from './report/html.ts'
import { markdownReport } from './report/markdown.ts'
import { textReport } from './report/text.ts'
import { type ReviewOptions, review, withExecuted } from './review.ts'
import { applyWaivers } from './waivers.ts'

const here = new URL('../', import.meta.url).pathname

const changed = withValue(['components', 'schemas', 'Book', 'properties', 'title', 'type'], ['string', 'null'])
const judge = (options: Partial<ReviewOptions> = {}, document = changed) =>
  review(revisionOf('old', library), revisionOf('<new>', document), { today: '2026-11-20', ...options })

describe('the gate', () => {
  test('fails for a change that breaks', async () => {
    expect((await judge()).gate).toEqual({ passes: false, reasons: ['1 change without a waiver'] })
  })

  test('passes where somebody answers for it, until a day', async () => {
    const [finding] = (await judge()).findings
    const waiver = { fingerprint: finding?.fingerprint ?? '', reason: 'Nobody reads it.', owner: 'ann', expires: '2026-11-20' }
    expect((await judge({ waivers: [waiver] })).gate.passes).toBe(true)
    const late = await judge({ waivers: [waiver], today: '2026-11-21' })
    expect(late.gate.reasons).toEqual(['1 change without a waiver', `the waiver of ann for ${waiver.fingerprint} ended on 2026-11-20`])
  })

  test('looks for less or for more if told to', async () => {
    const added = withValue(['components', 'schemas', 'Book', 'properties', 'pages'], { type: 'integer' })
    expect((await judge({}, added)).gate.passes).toBe(true)
    expect((await judge({ failOn: 'compatible' }, added)).gate.passes).toBe(false)
    expect((await judge({ failOn: 'none' })).gate.passes).toBe(true)
  })
})

test('a waiver for what is not there is told', () => {
  const waiver = { fingerprint: '0', reason: 'r', owner: 'o', expires: '2027-01-01' }
  expect(applyWaivers([waiver], [], '2026-11-20')).toEqual({ waiverOf: new Map(), expired: [], unused: [waiver] })
})

test('what is printed as JSON is as its schema says', async () => {
  const ajv = addFormats.default(new Ajv2020({ strict: false }))
  const validate = ajv.compile(JSON.parse(await readFile(`${here}review.schema.json`, 'utf8')))
  expect(validate(JSON.parse(JSON.stringify(withExecuted(await judge(), done)))), JSON.stringify(validate.errors)).toBe(true)
})

const done: Executed = {
  cells: [
    {
      client: '1.2.0',
      server: 'main',
      kind: 'mock',
      outcomes: [
        { program: 'lend-a-book', passed: true },
        { program: 'find-a-book', passed: false, message: 'TypeError: no title' },
        { program: 'wait-for-a-book', passed: false, leftOut: 'A mock has no clock.' },
      ],
    },
  ],
  compiled: [{ programs: 'the shop', files: 3, errors: ['src/shelf.ts(3,7): error TS2339'] }],
}

test('programs that fail fail the gate, unless a change says why', async () => {
  const added = withValue(['components', 'schemas', 'Book', 'properties', 'pages'], { type: 'integer' })
  expect(withExecuted(await judge({}, added), done).gate.reasons).toEqual([
    '2 programs of one revision fail with the other, and no change says why',
  ])
  expect(withExecuted(await judge(), done).gate.reasons).toEqual(['1 change without a waiver'])
})

describe.each([
  ['text', textReport],
  ['markdown', markdownReport],
  ['html', htmlReport],
])('the %s', (kind, report) => {
  test('tells verdict, change, place, value and id', async () => {
    const result = await judge()
    const text = report(result)
    for (const word of [
      'Fails: a major change',
      'title: can be null now',
      'answers of 2 operations',
      'must be string',
      result.findings[0]?.fingerprint ?? '?',
    ])
      expect(text).toContain(word)
  })

  test('tells what programs did', async () => {
    const text = report(withExecuted(await judge(), done))
    for (const word of ['1 of 2, 1 left out', 'mock of main', 'no clock', 'find-a-book', 'TypeError: no title', 'src/shelf.ts(3,7)'])
      expect(text).toContain(word)
  })

  test('lets no document write into it', async () => {
    const text = report(await judge())
    if (kind === 'html') expect(text).not.toContain('<new>')
  })
})

test('the page needs nothing from outside and runs no script', async () => {
  const page = htmlReport(await judge())
  expect(page).not.toMatch(/<script|https?:\/\/(?!library\.example)|src=|@import/)
  expect(page.length).toBeLessThan(2_000_000)
})

test('the page stays small where very much has changed', async () => {
  const result = await judge()
  const [card] = result.cards
  if (card === undefined) throw new Error('a card')
  const many = (count: number) =>
    htmlReport({ ...result, cards: Array.from({ length: count }, () => ({ ...card, example: 'word '.repeat(400) })) })
  expect(many(1)).toContain('An answer')
  for (const count of [400, 2000, 8000]) expect(many(count).length).toBeLessThan(2_000_000)
  expect(many(8000).split(card.operation).length).toBeGreaterThan(8000)
})

test('a document in another version says so', async () => {
  const raised = withValue(['info', 'version'], '2.0.0', changed)
  expect((await judge({}, raised)).verdict.version).toEqual({ before: '1.2.0', after: '2.0.0', atLeast: '2.0.0', isHonest: true })
  expect((await judge()).verdict.version).toMatchObject({ atLeast: '2.0.0', isHonest: false })
  expect(sourceOf(raised).root['openapi']).toBe('3.1.0')
})
