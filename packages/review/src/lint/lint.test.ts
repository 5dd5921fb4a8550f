import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { library, withValue } from '../document.suite.ts'
import { review } from '../review.ts'
import { openRevision, type Revision } from '../revision.ts'
import type { JsonObject } from '../source/json.ts'
import { lintBoth } from './lint.ts'

const folder = await mkdtemp(join(tmpdir(), 'jobs-api-lint-'))
afterAll(() => rm(folder, { recursive: true }))

async function written(name: string, files: Readonly<Record<string, JsonObject>>): Promise<Revision> {
  for (const [file, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name, file)), { recursive: true })
    await writeFile(join(folder, name, file), JSON.stringify(content, null, 2))
  }
  return openRevision(join(folder, name, 'openapi.json'), { document: '' })
}

const description = ['components', 'schemas', 'Author', 'properties', 'born'] as const
const wrong = withValue(description, { type: 'integer', minimum: 0, example: 'long ago', exclusiveMinimum: 0 })
const rules = join(folder, 'rules.json')
await writeFile(rules, JSON.stringify({ rules: { 'no-invalid-schema-examples': 'error', 'operation-4xx-response': 'warn' } }))

/** The same in two files, without components for the author. */
const moved = (document: JsonObject) => ({
  'openapi.json': withValue(['components', 'schemas', 'Author'], { $ref: 'people/author.json' }, document),
  'people/author.json': {
    type: 'object',
    required: ['name'],
    properties: { name: { type: 'string' }, born: { type: 'integer', example: 'long ago' } },
  },
})

const older = await written('older', { 'openapi.json': library })
const newer = await written('newer', { 'openapi.json': wrong })

const lint = await lintBoth(older, newer, rules)

test('only what the change brings is told, with its place, and fails the gate', async () => {
  expect(lint.findings).toHaveLength(1)
  const [finding] = lint.findings
  expect(finding).toMatchObject({
    rule: 'no-invalid-schema-examples',
    severity: 'error',
    fix: expect.stringMatching(/Correct the example/),
  })
  expect(finding?.where).toBe('/books/{id}/get/responses/200/content/application/json/schema/properties/author/properties/born/example')
  expect(lint.after - lint.before).toBe(1)
  const { gate } = await review(older, newer, { today: '2026-11-20', lint })
  expect(gate.reasons).toEqual(['1 new fault by the rules of the documents'])
})

test('somebody can answer for it', async () => {
  const waiver = { fingerprint: lint.findings[0]?.fingerprint ?? '', reason: 'Known.', owner: 'ann', expires: '2027-01-01' }
  expect((await review(older, newer, { today: '2026-11-20', lint, waivers: [waiver] })).gate.passes).toBe(true)
})

test('what was wrong before is not new, in whatever file it stands now', async () => {
  const split = await written('split', moved(wrong))
  const again = await lintBoth(newer, split, rules)
  expect(again.findings).toEqual([])
  expect(again.after).toBe(again.before) // it is found there all the same
})

test('a configuration without use is an error, not silence', async () => {
  const broken = join(folder, 'broken.json')
  await writeFile(broken, JSON.stringify({ plugins: ['./nowhere.js'] }))
  await expect(lintBoth(older, newer, broken)).rejects.toThrow(/nowhere/)
})
