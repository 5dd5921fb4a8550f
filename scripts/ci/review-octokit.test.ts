import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { htmlReport, openSource, type Review } from '@jobs-api/review'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { root } from '../pack/pack.ts'

// Other people's documents: two versions of GitHub's description, more than a thousand operations and 12 MB each.

const run = promisify(execFile)
const older = '22.0.0'
const newer = '23.0.2'
let folder = ''
const documentOf = (version: string) => join(folder, version, 'package/generated/api.github.com.json')

async function fetched(version: string): Promise<void> {
  const place = join(folder, version)
  await run('mkdir', ['-p', place])
  await run('npm', ['pack', `@octokit/openapi@${version}`, '--silent', '--prefer-offline', '--pack-destination', place], { cwd: place })
  await run('tar', ['-xzf', `octokit-openapi-${version}.tgz`, 'package/generated/api.github.com.json'], { cwd: place })
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jobs-api-octokit-'))
  await Promise.all([older, newer].map(fetched))
}, 300_000)
afterAll(() => rm(folder, { recursive: true, force: true }))

/** Reviewed as anybody does it, outside of any repository. The rules are asked elsewhere: they take longer than all else. */
async function reviewed(): Promise<Review> {
  const output = join(folder, 'review.json')
  const args = ['--base', documentOf(older), '--head', documentOf(newer), '--no-lint', '--report', 'json', '--output', output]
  const program = join(root, 'packages/review/src/main.ts')
  const code = await run(process.execPath, [program, ...args], { cwd: folder }).then(
    () => 0,
    ({ code: failed }: { code: number }) => failed,
  )
  expect(code).toBe(1) // it breaks callers
  return JSON.parse(await readFile(output, 'utf8'))
}

const methods = ['get', 'put', 'post', 'delete', 'patch']

async function addressesIn(version: string): Promise<string[]> {
  const { root: document } = await openSource(documentOf(version))
  const names = (item: object) => methods.filter((method) => method in item)
  return Object.entries(document['paths'] ?? {}).flatMap(([path, item]) =>
    names(item).map((one) => `${one} ${path.replaceAll(/\{[^}]*\}/g, '{}')}`),
  )
}

test('two versions of a very large document are reviewed, on one page of less than two megabytes', async () => {
  const review = await reviewed()
  const { verdict, findings, cards, coverage } = review
  expect(verdict.counts.breaking).toBeGreaterThan(0)
  const known = new Set(await addressesIn(older))
  const come = (await addressesIn(newer)).filter((address) => !known.has(address))
  const count = (rule: string) => findings.filter((finding) => finding.rule === rule).length
  expect(count('operation-added') + count('operation-moved')).toBe(come.length)
  expect(cards.filter((card) => card.isNew).length).toBe(count('operation-added'))
  expect(coverage.find(({ id }) => id === 'operations')).toMatchObject({ before: { value: 1108 }, after: { value: 1223 } })
  for (const { is, was, title } of findings) expect(is?.line ?? was?.line ?? 0, title).toBeGreaterThan(1)
  expect(htmlReport(review).length).toBeLessThan(2_000_000)
}, 300_000)
