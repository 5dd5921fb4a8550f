import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { contentOf, memory, remembered } from './remember.ts'

const folder = await mkdtemp(join(tmpdir(), 'jobs-api-content-'))
afterAll(() => rm(folder, { recursive: true }))

test('the content of a tree is that of its files, not of its name or place', async () => {
  const [one, other] = ['one', 'other'].map((name) => ({ name, folder: join(folder, name) }))
  if (one === undefined || other === undefined) throw new Error('two trees')
  for (const tree of [one, other]) {
    await mkdir(join(tree.folder, 'packages/client/src'), { recursive: true })
    await writeFile(join(tree.folder, 'packages/client/src/index.ts'), 'export {}')
  }
  expect(await contentOf(one)).toBe(await contentOf(other))
  await writeFile(join(other.folder, 'packages/client/src/index.ts'), 'export const changed = true')
  expect(await contentOf(one)).not.toBe(await contentOf(other))
})

test('only what is worth keeping is kept', async () => {
  const key = `test ${process.pid} ${Date.now()}`
  let count = 0
  const ask = (isWorthKeeping: boolean) =>
    remembered(
      [key],
      () => isWorthKeeping,
      async () => ++count,
    )
  expect([await ask(false), await ask(true), await ask(true)]).toEqual([1, 2, 2])
  expect(memory).toMatch(/\.jobs-api\/review$/)
})
