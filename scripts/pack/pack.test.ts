import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { checkPackage, createPackageFromTarballData } from '@arethetypeswrong/core'
import { publint } from 'publint'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { writeJavaScriptProject, writeTypeScriptProject } from './consumers.ts'
import { installByHand, link, manifestOf } from './install-by-hand.ts'
import { packAll, published, root, run } from './pack.ts'

// What others install is not what stands here: other files, other entry points. So it is tried as they would.
let folder = ''
const project = (name: string) => join(folder, name)
let tarballs: readonly string[] = []
let manifests: Awaited<ReturnType<typeof installByHand>> = []

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jobs-api-pack-'))
  tarballs = await packAll(project('tarballs'))
  await Promise.all([writeTypeScriptProject(project('typescript')), writeJavaScriptProject(project('javascript'))])
  await installByHand(tarballs, project('typescript'))
  manifests = await installByHand(tarballs, project('javascript'))
}, 120_000)
afterAll(() => rm(folder, { recursive: true, force: true }))

test.each(published)('%s asks for its siblings by version', async (name) => {
  const { version } = await manifestOf(name)
  const packed = manifests.find((manifest) => manifest.name === `@jobs-api/${name}`)
  expect(packed?.version).toBe(version)
  expect(JSON.stringify(packed?.dependencies ?? {})).not.toContain('workspace:')
})

test('a TypeScript project compiles against them', async () => {
  await link(join(root, 'node_modules/@types/node'), project('typescript/node_modules/@types/node'))
  await run('tsc', ['--project', project('typescript')])
})

test('the client makes a compiler read at most 8,000 lines', async () => {
  const { stdout } = await run('tsc', ['--project', project('typescript'), '--listFiles'])
  const files = stdout.split('\n').filter((file) => /@jobs-api\/(client|contract)\/.*\.d\.ts$/.test(file))
  expect(files.length).toBeGreaterThan(5)
  const texts = await Promise.all(files.map((file) => readFile(file, 'utf8')))
  expect(texts.reduce((sum, text) => sum + text.split('\n').length, 0)).toBeLessThanOrEqual(8_000)
})

test('a JavaScript program starts a server and asks it', async () => {
  const { stdout } = await run(process.execPath, [project('javascript/index.js')])
  expect(JSON.parse(stdout)).toEqual({ id: 8, status: 'success', hasLog: true, mocked: 'failed', sandbox: 200 })
})

test.each(['jobs-api-server', 'jobs-api-mock'])('%s is a command', async (name) => {
  const { stdout } = await run(project(`javascript/node_modules/.bin/${name}`), ['--help'])
  expect(stdout).toContain('--port')
})

// What others say of a package before they install it: both programs are run on the tarballs, as their sites would.
const tarballOf = async (name: string) => {
  const path = tarballs.find((tarball) => tarball.includes(`jobs-api-${name}-`))
  if (path === undefined) throw new Error(`no tarball of ${name}`)
  return new Uint8Array(await readFile(path))
}

describe.each(published)('%s', (name) => {
  test('publint finds nothing, and suggests nothing', async () => {
    const { messages } = await publint({ pack: { tarball: (await tarballOf(name)).buffer }, strict: true })
    expect(messages).toEqual([])
  })

  test('its types are found by every way of resolving modules that knows ES modules', async () => {
    const analysis = await checkPackage(createPackageFromTarballData(await tarballOf(name)), { excludeEntrypoints: ['./reference.html'] })
    if (analysis.types === false) throw new Error('no types')
    // As with the profile `esm-only` of its command: our runtimes know ES modules and `exports`.
    const problems = analysis.problems.filter(
      (problem) => !('resolutionKind' in problem) || !['node10', 'node16-cjs'].includes(problem.resolutionKind),
    )
    expect(problems).toEqual([])
  })
})
