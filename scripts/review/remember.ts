import { createHash } from 'node:crypto'
import { glob, mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { root } from '../pack/pack.ts'
import type { Tree } from './tree.ts'

/** Ignored by git; to forget everything, delete it. */
export const memory = join(root, '.jobs-api/review')

/** What decides how the programs of a tree behave, and how they are judged. */
const telling = ['packages/{client,contract,lifecycle,mock,server}/{src,examples,worlds}/**/*.*', 'pnpm-lock.yaml']
const judges = ['scripts/clients/heroes.ts', 'scripts/review/*.ts']

/** The same for the same files, whatever the revision is called: hexadecimal digits. */
export async function contentOf({ folder }: Tree): Promise<string> {
  const hash = createHash('sha256')
  for (const { cwd, patterns } of [
    { cwd: folder, patterns: telling },
    { cwd: root, patterns: judges },
  ]) {
    const files: string[] = []
    for await (const file of glob(patterns, { cwd })) if (!/\.test\.ts$|node_modules/.test(file)) files.push(file)
    for (const file of files.sort()) hash.update(`${file}\0`).update(await readFile(join(cwd, file)).catch(() => ''))
  }
  return hash.digest('hex')
}

/** Does the work once for the same key; a result that is not worth keeping is found anew each time. */
export async function remembered<Result>(
  key: readonly string[],
  isWorthKeeping: (result: Result) => boolean,
  work: () => Promise<Result>,
): Promise<Result> {
  const file = join(memory, `results/${createHash('sha256').update(JSON.stringify(key)).digest('hex')}.json`)
  const kept = await readFile(file, 'utf8').catch(() => undefined)
  if (kept !== undefined) return JSON.parse(kept)
  const result = await work()
  if (!isWorthKeeping(result)) return result
  await mkdir(join(memory, 'results'), { recursive: true })
  await writeFile(`${file}.${process.pid}`, JSON.stringify(result))
  await rename(`${file}.${process.pid}`, file) // nobody reads half a file
  return result
}
