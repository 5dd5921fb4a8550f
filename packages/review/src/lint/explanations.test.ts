import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { isObject, type Json, type JsonObject } from '../source/json.ts'
import { explanationsFor } from './explanations.ts'

/** What the examples are laid over. No rule finds anything in it. */
const document: JsonObject = {
  openapi: '3.1.0',
  info: { title: 'Library', version: '1.0.0', license: { name: 'MIT', identifier: 'MIT' } },
  servers: [{ url: 'https://library.test/v1' }],
  security: [{ key: [] }],
  paths: {
    '/books': {
      get: {
        operationId: 'listBooks',
        summary: 'List the books',
        description: 'Lists the books that can be lent.',
        responses: {
          '200': { description: 'The books.', content: { 'application/json': { schema: { $ref: '#/components/schemas/Book' } } } },
          '400': { description: 'The page is no number.' },
        },
      },
    },
  },
  components: { schemas: { Book: { type: 'object' } }, securitySchemes: { key: { type: 'apiKey', in: 'header', name: 'X-Key' } } },
}

/** One document over the other, member by member; null takes a member away. */
function laidOver(under: Json | undefined, over: Json): Json {
  if (!isObject(over)) return over
  const merged: JsonObject = isObject(under) ? { ...under } : {}
  for (const [name, value] of Object.entries(over)) {
    if (value === null) delete merged[name]
    else merged[name] = laidOver(merged[name], value)
  }
  return merged
}

const folder = await mkdtemp(join(tmpdir(), 'jobs-api-lint-rules-'))
afterAll(() => rm(folder, { recursive: true }))

const explained = await explanationsFor(undefined)
const samples = [...explained].flatMap(([rule, { bad, good }]) => [
  { file: `${rule}.bad.yaml`, text: bad },
  { file: `${rule}.good.yaml`, text: good },
])
const found = await lintSamples()

/** The rules that find something in each sample, all asked in one run. */
async function lintSamples(): Promise<Map<string, readonly string[]>> {
  const rules = Object.fromEntries([...explained.keys()].map((rule) => [rule, 'error']))
  await writeFile(join(folder, 'redocly.yaml'), JSON.stringify({ telemetry: 'off', rules }))
  await mkdir(join(folder, 'sequels'))
  for (const name of ['Book', 'Sequel']) await writeFile(join(folder, `sequels/${name}.yaml`), 'type: object\n')
  for (const { file, text } of samples) await writeFile(join(folder, file), JSON.stringify(laidOver(document, parse(text))))
  const files = samples.map(({ file }) => file)
  const printed = await redocly(['lint', ...files, '--config', 'redocly.yaml', '--format', 'json', '--max-problems', '1000'])
  // One report a file, in the given order, with nothing between them.
  const reports: { problems: { ruleId: string }[] }[] = JSON.parse(`[${printed.trim().replaceAll('\n}{\n', '\n},{\n')}]`)
  return new Map(files.map((file, index) => [file, reports[index]?.problems.map(({ ruleId }) => ruleId) ?? []]))
}

function redocly(args: readonly string[]): Promise<string> {
  return new Promise((done, fail) =>
    execFile('redocly', [...args], { cwd: folder, maxBuffer: 2 ** 26 }, (_, output, complaint) =>
      output === '' ? fail(new Error(complaint)) : done(output),
    ),
  )
}

describe.each([...explained.keys()])('%s', (rule) => {
  test('finds what is wrong with the bad example', () => expect(found.get(`${rule}.bad.yaml`)).toContain(rule))
  test('leaves the good example alone', () => expect(found.get(`${rule}.good.yaml`)).not.toContain(rule))
})
