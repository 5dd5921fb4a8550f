import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { CorpusCase } from '../../packages/review/src/corpus/cases.suite.ts'
import type { Judgement } from '../../packages/review/src/corpus/judge.suite.ts'

const run = promisify(execFile)
const requireInReview = createRequire(new URL('../../packages/review/package.json', import.meta.url))

/** Another program that judges changes of OpenAPI documents. */
export interface Differ {
  readonly name: string
  readonly judge: (one: CorpusCase) => Promise<Judgement>
}

const impacts: Readonly<Record<string, Judgement>> = { major: 'breaking', minor: 'compatible', patch: 'editorial' }

/** `redocly diff`: what it calls the bump is its heaviest verdict. */
async function redocly({ older, newer }: CorpusCase): Promise<Judgement> {
  const folder = await mkdtemp(join(tmpdir(), 'jobs-api-differ-'))
  try {
    const files = [older, newer].map((document, index) => ({ path: join(folder, `${index}.json`), text: JSON.stringify(document) }))
    await Promise.all(files.map(({ path, text }) => writeFile(path, text)))
    const { stdout } = await run('redocly', ['diff', ...files.map(({ path }) => path), '--format', 'json', '--fail-on', 'none'], {
      cwd: folder,
    })
    const { bump }: { bump?: string } = JSON.parse(stdout.slice(stdout.indexOf('{'), stdout.lastIndexOf('}') + 1))
    return impacts[bump ?? ''] ?? 'none'
  } finally {
    await rm(folder, { recursive: true })
  }
}

interface SmartDiff {
  readonly apiCompare: (before: unknown, after: unknown) => { readonly diffs: readonly { readonly type: string }[] }
}

/** api-smart-diff: its heaviest difference; what it leaves unclassified counts as nothing a program sees. */
async function smartDiff({ older, newer }: CorpusCase): Promise<Judgement> {
  const { apiCompare }: SmartDiff = requireInReview('api-smart-diff')
  const types = new Set(apiCompare(structuredClone(older), structuredClone(newer)).diffs.map(({ type }) => type))
  if (types.has('breaking')) return 'breaking'
  if (types.has('non-breaking') || types.has('deprecated')) return 'compatible'
  return types.size > 0 ? 'editorial' : 'none'
}

export const otherDiffers: readonly Differ[] = [
  { name: '@redocly/cli 2.77.0 `diff`', judge: redocly },
  { name: 'api-smart-diff 1.0.6', judge: smartDiff },
]
