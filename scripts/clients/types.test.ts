import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { document, isObject, type Json, resolve } from '@jobs-api/contract'
import { operations } from '@jobs-api/contract/operations'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { root, run } from '../pack/pack.ts'

// A type that an answer does not fit is a lie to whoever programs against it.
let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(root, 'packages/client/.types-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

/** Each answer that the contract shows for a success, with its operation. */
function answers(): { id: string; value: Json }[] {
  return Object.entries(operations).flatMap(([id, { path, method, success }]) => {
    const operation = resolve(document, document.paths[path]?.[method])
    const { content } = resolve(document, resolve(document, operation['responses'])[String(success)])
    const media = isObject(content) ? content['application/json'] : undefined
    const examples = media === undefined ? undefined : resolve(document, media)['examples']
    if (!isObject(examples)) return []
    return Object.values(examples).map((example) => ({ id, value: resolve(document, example)['value'] ?? null }))
  })
}

async function compile(program: string): Promise<string> {
  await writeFile(join(folder, 'program.ts'), program)
  const options = { module: 'nodenext', target: 'es2023', lib: ['es2023'], types: ['node'], strict: true, noEmit: true, skipLibCheck: true }
  const compilerOptions = { ...options, allowImportingTsExtensions: true }
  await writeFile(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: ['program.ts'] }))
  return run('tsc', ['--project', folder, '--pretty', 'false']).then(
    ({ stdout }) => stdout,
    (error: { stdout: string }) => error.stdout,
  )
}
const errorsIn = (output: string) => output.split('\n').filter((line) => /program\.ts\(.*error TS/.test(line))

test('every answer that the contract shows has the type that its call promises', async () => {
  const shown = answers()
  expect(shown.length).toBeGreaterThan(40)
  const lines = shown.map(({ id, value }, at) => `export const a${at}: Data<'${id}'> = ${JSON.stringify(value)}`)
  const program = ["import type { Data } from '@jobs-api/client'", ...lines]
  expect(errorsIn(await compile(program.join('\n')))).toEqual([])
  const wrong = [...program, `export const wrong: Data<'getJob'> = { ...a0, id: 'eight' }`]
  expect(errorsIn(await compile(wrong.join('\n')))).not.toEqual([])
})
