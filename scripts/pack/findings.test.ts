import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { checkPackage, createPackageFromTarballData } from '@arethetypeswrong/core'
import { publint } from 'publint'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { packAll, published } from './pack.ts'

// What others say of a package before they install it: both programs are run on the tarballs, as their sites would.
let folder = ''
let tarballs: readonly string[] = []
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jobs-api-findings-'))
  tarballs = await packAll(folder)
}, 120_000)
afterAll(() => rm(folder, { recursive: true, force: true }))

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
