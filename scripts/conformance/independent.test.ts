import { readdir, readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'

const folder = new URL('independent/', import.meta.url)

/** What a file brings in from elsewhere, by whatever means. */
const importsIn = (source: string) =>
  [...source.matchAll(/(?<![.\w])(?:from|import|require)\s*\(?\s*'([^']+)'/g)].map(([, name = '']) => name)

const isItsOwn = (name: string) => name.startsWith('node:') || /^\.\/[a-z-]+\.ts$/.test(name)

test('the independent server imports nothing but Node and itself', async () => {
  const files = await readdir(folder)
  const imports = await Promise.all(files.map(async (file) => importsIn(await readFile(new URL(file, folder), 'utf8'))))
  expect(imports.flat().length).toBeGreaterThan(10)
  expect(imports.flat().filter((name) => !isItsOwn(name))).toEqual([])
})

test.each([`import { x } from '@jobs-api/server'`, `const x = await import('../reference.ts')`, `export * from 'ajv'`])(
  'it would be found: %s',
  (line) => {
    expect(importsIn(line).filter((name) => !isItsOwn(name))).toHaveLength(1)
  },
)
