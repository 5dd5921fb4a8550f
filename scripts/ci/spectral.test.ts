import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { root } from '../pack/pack.ts'

interface Waiver {
  readonly rule: string
  readonly places: number
  readonly reason: string
}

// The rules of others: what they find is mended, or left with a reason that names how often.
test('Spectral and its OWASP rules find nothing without a reason', async () => {
  const args = [
    'lint',
    'packages/contract/src/generated/openapi.json',
    '--ruleset',
    'scripts/ci/spectral.yaml',
    '--format',
    'json',
    '--quiet',
  ]
  const { stdout } = await promisify(execFile)('spectral', args, { cwd: root, maxBuffer: 2 ** 26 }).catch(
    (failure: { stdout: string }) => failure,
  )
  const found: readonly { readonly code: string }[] = JSON.parse(stdout)
  const waivers: readonly Waiver[] = parse(await readFile(join(root, 'openapi/rules/waivers.yaml'), 'utf8'))
  expect(waivers.filter(({ reason }) => reason.length < 40)).toEqual([])
  const counts = Object.fromEntries([...Map.groupBy(found, ({ code }) => code)].map(([code, all]) => [code, all.length]))
  expect(counts).toEqual(Object.fromEntries(waivers.map(({ rule, places }) => [rule, places])))
}, 120_000)
