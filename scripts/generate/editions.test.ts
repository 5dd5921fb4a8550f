import { execFile } from 'node:child_process'
import { readdir, readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { editions } from './history.ts'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const generated = '../../packages/contract/src/generated/editions/'
const older = Object.keys(editions).filter((name) => name !== 'current')

test('there is one document for each older edition, and no other', async () => {
  expect((await readdir(here(generated))).sort()).toEqual(older.map((name) => `${name}.json`).sort())
})

test('every edition is a valid document, its examples included', async () => {
  const files = older.map((name) => here(`${generated}${name}.json`))
  const config = here('../../openapi/redocly.yaml')
  const { stderr } = await promisify(execFile)('redocly', ['lint', ...files, '--config', config]).catch((failure) => failure)
  expect(stderr).toContain('Your API descriptions are valid')
})

test.each(older)('every action over %s names the decision that it carries out', async (name) => {
  const { actions } = parse(await readFile(here(`../../openapi/editions/${name}.yaml`), 'utf8'))
  const decisions = await readdir(here('../../openapi/decisions'))
  for (const { description } of actions) expect(decisions).toContain(/\((\S+\.md)\)/.exec(description)?.[1])
})
