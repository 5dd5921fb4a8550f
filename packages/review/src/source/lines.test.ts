import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { isObject, type Json } from './json.ts'
import { jsonLines } from './json-lines.ts'
import { Lines } from './lines.ts'

const folder = await mkdtemp(join(tmpdir(), 'jobs-api-lines-'))
afterAll(() => rm(folder, { recursive: true }))

/** The ways to all values that stand in a value. */
function waysIn(value: Json, way: readonly string[] = []): (readonly string[])[] {
  const members = isObject(value) ? Object.entries(value) : Array.isArray(value) ? [...value.entries()] : []
  return [way, ...members.flatMap(([name, member]) => waysIn(member, [...way, String(name)]))]
}

test('the lines of JSON are those that a reader of YAML tells', async () => {
  let count = 0
  await fc.assert(
    fc.asyncProperty(fc.jsonValue({ maxDepth: 4 }), fc.constantFrom(0, 2), async (value, indent) => {
      const text = JSON.stringify(value, null, indent)
      const parsed: Json = JSON.parse(text)
      const [yaml, json] = [join(folder, `${count}.yaml`), join(folder, `${count++}.json`)]
      await Promise.all([writeFile(yaml, text), writeFile(json, text)])
      const lines = new Lines()
      for (const steps of waysIn(parsed).filter((way) => !way.includes('__proto__')))
        expect((await lines.of({ file: json, steps })).line, steps.join('/')).toBe((await lines.of({ file: yaml, steps })).line)
    }),
    { numRuns: 60 },
  )
})

test('a text that ends too early is no endless work', () => {
  expect(() => jsonLines('{"a": [1, ')).toThrow('too early')
})
