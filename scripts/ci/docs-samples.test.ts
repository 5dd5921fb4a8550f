import { execFile } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { operations } from '@jobs-api/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { allExamples, SampleServer, sampleFolder, shownExamples, written } from '../docs/sample-runs.suite.ts'
import { curlOf, isPlain, sampleOf } from '../docs/samples.ts'
import { startServer } from './server-process.ts'

const run = promisify(execFile)

let server: SampleServer
beforeAll(async () => {
  server = await SampleServer.start()
})
afterAll(() => server.stop())

const plain = allExamples.filter(isPlain)

test.each(plain.map((example) => [`${example.operationId}/${example.name}`, example] as const))(
  'the line for curl of %s',
  async (_, example) => {
    const line = server.here(curlOf(example)).replace(/^curl/, "curl --silent --show-error --write-out '\\n%{http_code}'")
    // A refusal changes nothing.
    const changes = example.status < 300 && operations[example.operationId].method !== 'get'
    const { stdout } = await server.inWorld(changes, () => run('sh', ['-c', line], { cwd: sampleFolder }))
    const at = stdout.lastIndexOf('\n')
    expect(stdout.slice(at + 1)).toBe(String(example.status))
    if (example.mediaType === 'application/json') expect(JSON.parse(stdout.slice(0, at))).toEqual(example.value)
  },
)

test('each program with the client compiles', { timeout: 120_000 }, async () => {
  const files = await Promise.all(shownExamples.map((example) => written(example, 'client.ts', sampleOf(example).client)))
  const compilerOptions = {
    composite: false,
    declaration: false,
    noEmit: true,
    rewriteRelativeImportExtensions: false,
    allowImportingTsExtensions: true,
  }
  const project = join(sampleFolder, 'tsconfig.json')
  await writeFile(
    project,
    JSON.stringify({
      extends: '../../../tsconfig.base.json',
      compilerOptions,
      files: files.map((file) => file.slice(sampleFolder.length + 1)),
    }),
  )
  const { stdout } = await run('tsc', ['--project', project]).catch((error: { stdout: string }) => error)
  expect(stdout).toBe('')
})

const pages = 'scripts/docs/pages'
const blocks = readdirSync(pages).flatMap((page) =>
  [...readFileSync(join(pages, page), 'utf8').matchAll(/```(ts|sh)\n(.*?)```/gs)]
    .map(([, language = '', source = '']) => ({ page, language, source }))
    .filter(({ language, source }) => language === 'ts' || source.startsWith('curl')),
)

test('what stands on the pages of beginnings works as it stands', { timeout: 120_000 }, async () => {
  expect(blocks.map(({ page }) => page).sort()).toEqual(['home.md', 'sdk-users.md'])
  const started = await startServer('--runners', 'on')
  try {
    for (const { language, source } of blocks) {
      const here = source.replaceAll('http://127.0.0.1:4000', started.url)
      const path = join(sampleFolder, 'beginning.mjs')
      await writeFile(path, here)
      const { stdout } = await (language === 'ts' ? run(process.execPath, [path]) : run('sh', ['-c', here]))
      expect(stdout).toMatch(language === 'ts' ? /^lint ended as success\n$/ : /^\[\{"id":\d+.*"failure_reason":/)
    }
  } finally {
    await started.stop()
  }
})
