import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createSandbox } from '@jobs-api/server/sandbox'
import { afterAll, expect, test } from 'vitest'
import { root, run } from './pack/pack.ts'

// What the page for frontend teams shows is run; the test in a browser by scripts/ci/sandbox-polling.test.ts.

const text = await readFile(join(root, 'packages/server/docs/sandbox.md'), 'utf8')
const blocks = (language: string) => [...text.matchAll(new RegExp(`\`\`\`${language}\\n(.*?)\`\`\``, 'gs'))].map(([, code = '']) => code)
const folder = await mkdtemp(join(root, 'packages/server/.docs-'))
afterAll(() => rm(folder, { recursive: true, force: true }))

test('the tests that it shows run, and pass', { timeout: 120_000 }, async () => {
  const tests = blocks('ts').filter((code) => code.includes("'vitest'"))
  expect(tests).toHaveLength(2)
  await Promise.all(tests.map((code, index) => writeFile(join(folder, `${index}.test.ts`), code)))
  await writeFile(join(folder, 'vitest.config.mjs'), 'export default {}\n')
  await run('vitest', ['run', '--root', folder, '--reporter', 'json', '--outputFile', 'report.json'])
  expect(JSON.parse(await readFile(join(folder, 'report.json'), 'utf8'))).toMatchObject({ success: true, numPassedTests: 4 })
})

test('the lines that it shows are answered', async () => {
  await using sandbox = await createSandbox()
  const lines = blocks('sh').flatMap((block) => block.split('\n').filter((line) => line.startsWith('curl ')))
  expect(lines).toHaveLength(3)
  for (const line of lines) {
    const [url = ''] = /http:\S+$/.exec(line) ?? []
    const [, json] = /--json '([^']+)'/.exec(line) ?? []
    const answer = await sandbox.fetch(url, {
      method: line.includes('POST') ? 'POST' : 'GET',
      headers: { 'PRIVATE-TOKEN': 'demo-dana-personal', 'Content-Type': 'application/json' },
      ...(json === undefined ? {} : { body: json }),
    })
    expect(answer.status, line).toBe(200)
  }
})
