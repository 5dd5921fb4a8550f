import { execFile } from 'node:child_process'
import { readdir, readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import plugin from './plugin.js'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const rules: string[] = Object.keys(plugin().rules.oas3)
const fixtures = rules.flatMap((rule) => [`fixtures/${rule}/good.yaml`, `fixtures/${rule}/bad.yaml`])
const reports = await lint()

/** What the rules say of every fixture, in one run. A non-zero exit is what the bad ones are for. */
function lint(): Promise<Map<string, { ruleId: string; message: string }[]>> {
  const args = ['lint', ...fixtures.map(here), '--config', here('fixtures/redocly.yaml'), '--format', 'json', '--max-problems', '1000']
  return new Promise((done, fail) =>
    execFile('redocly', args, { maxBuffer: 2 ** 26 }, (_, output, complaint) => {
      if (output === '') return fail(new Error(complaint))
      // One report a file, in the given order, with nothing between them.
      const list: { problems: { ruleId: string; message: string }[] }[] = JSON.parse(`[${output.replaceAll('\n}{\n', '\n},{\n')}]`)
      done(new Map(fixtures.map((name, index) => [name, list[index]?.problems ?? []])))
    }),
  )
}

const messages = (rule: string, kind: string) =>
  (reports.get(`fixtures/${rule}/${kind}.yaml`) ?? [])
    .filter(({ ruleId }) => ruleId === `jobs/${rule}`)
    .map(({ message }) => message)
    .sort()

test.each(rules)('%s leaves its good fixture alone', (rule) => {
  expect(messages(rule, 'good')).toEqual([])
})

test.each(rules)('%s finds what is wrong with its bad fixture', async (rule) => {
  const { 'x-expect': expected } = parse(await readFile(here(`fixtures/${rule}/bad.yaml`), 'utf8'))
  expect(messages(rule, 'bad')).toEqual(expected.sort())
})

test('every rule is a file, has fixtures and is switched on for the contract', async () => {
  const files = (await readdir(here('.'))).filter((name) => name.endsWith('.js') && !['plugin.js', 'reading.js'].includes(name))
  expect(files.map((name) => name.replace('.js', '')).sort()).toEqual([...rules].sort())
  const config = parse(await readFile(here('../redocly.yaml'), 'utf8'))
  expect(config.apis.jobs.rules).toEqual(Object.fromEntries(rules.map((rule) => [`jobs/${rule}`, 'error'])))
})

test('every rule is explained, and no other', async () => {
  const explained = parse(await readFile(here('explanations.yaml'), 'utf8'))
  expect(Object.keys(explained).sort()).toEqual(rules.map((rule) => `jobs/${rule}`).sort())
  for (const entry of Object.values(explained)) expect(entry).toEqual({ why: expect.any(String), fix: expect.any(String) })
})
