import { execFile } from 'node:child_process'
import { access, mkdir, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { root } from '../pack/pack.ts'

const run = promisify(execFile)

/** The whole project at some revision, installed, so that its programs can be started. */
export interface Tree {
  readonly name: string
  readonly folder: string
}

/** The working folder itself. */
export const workingTree: Tree = { name: 'the working folder', folder: root }

/**
 * Lays a commit out and installs it, once; later reviews find it in `.jobs-api/review`. A release is the commit that cut it.
 * Undefined if the name is neither.
 */
export async function treeOf(name: string): Promise<Tree | undefined> {
  const commit = (await commitOf(name)) ?? (await commitOfRelease(name))
  if (commit === undefined) return undefined
  const folder = join(root, '.jobs-api/review', commit)
  if (await isThere(folder)) return { name, folder }
  const half = `${folder}.half`
  await rm(half, { recursive: true, force: true })
  await mkdir(half, { recursive: true })
  await run('git', ['archive', '--output', join(half, 'tree.tar'), commit], { cwd: root })
  await run('tar', ['-xf', 'tree.tar'], { cwd: half })
  const { packageManager }: { packageManager: string } = JSON.parse(await readFile(join(half, 'package.json'), 'utf8'))
  await run('npx', ['--yes', packageManager, 'install', '--frozen-lockfile', '--prefer-offline'], { cwd: half, maxBuffer: 2 ** 26 })
  await rename(half, folder)
  return { name, folder }
}

const isThere = (folder: string) =>
  access(folder).then(
    () => true,
    () => false,
  )

const commitOf = (name: string) => output('rev-parse', '--verify', '--quiet', '--end-of-options', `${name}^{commit}`)
const commitOfRelease = (name: string) => output('log', '--diff-filter=A', '--format=%H', '-1', '--', `openapi/released/${name}.json`)

async function output(...args: readonly string[]): Promise<string | undefined> {
  const { stdout } = await run('git', [...args], { cwd: root }).catch(() => ({ stdout: '' }))
  return stdout.trim() === '' ? undefined : stdout.trim()
}
