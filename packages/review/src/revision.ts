import { execFile } from 'node:child_process'
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { openSource } from './source/open-source.ts'
import type { Source } from './source/source.ts'

const run = promisify(execFile)

/** One side of a review. */
export interface Revision {
  /** How the caller named it: `main`, `0.1.0`, `openapi/openapi.yaml`. */
  readonly name: string
  readonly source: Source
  /** File names in the report are told from here. */
  readonly folder: string
  /** Removes what was laid out for it. */
  readonly dispose?: () => Promise<void>
}

export interface RevisionOptions {
  /** The document inside a git revision, from the top of the repository: `openapi/openapi.yaml`. */
  readonly document: string
  /** Where released documents lie as `<version>.json`, if there is such a folder. */
  readonly releases?: string
}

/**
 * Opens what a caller calls a revision: a file, a release, or whatever git understands as a commit.
 *
 * @throws Error that says what was tried
 */
export async function openRevision(name: string, { document, releases }: RevisionOptions): Promise<Revision> {
  if (await isFile(name)) return { name, source: await openSource(name), folder: process.cwd() }
  const released = releases === undefined ? undefined : join(releases, `${name}.json`)
  if (released !== undefined && (await isFile(released))) return { name, source: await openSource(released), folder: process.cwd() }
  const commit = await commitOf(name)
  if (commit === undefined)
    throw new Error(`${name} is no file${released === undefined ? '' : `, no release (${released})`} and no commit of this repository`)
  return await openCommit(name, commit, document)
}

/** The release with the highest version, or undefined where there is none. */
export async function lastRelease(releases: string): Promise<string | undefined> {
  const names = await readdir(releases).catch(() => [])
  const versions = names.flatMap((name) => /^(\d+\.\d+\.\d+)\.json$/.exec(name)?.[1] ?? [])
  return versions.sort((one, other) => one.localeCompare(other, 'en', { numeric: true })).at(-1)
}

const isFile = (path: string) =>
  stat(path).then(
    (found) => found.isFile(),
    () => false,
  )

const commitOf = (name: string) =>
  run('git', ['rev-parse', '--verify', '--quiet', '--end-of-options', `${name}^{commit}`]).then(
    ({ stdout }) => stdout.trim(),
    () => undefined,
  )

/** Lays the folder of the document out as it was in a commit; all of it is read before this returns, but for line numbers. */
async function openCommit(name: string, commit: string, document: string): Promise<Revision> {
  const folder = await mkdtemp(join(tmpdir(), 'jobs-api-review-'))
  const { stdout: top } = await run('git', ['rev-parse', '--show-toplevel'])
  const archive = join(folder, 'archive.tar')
  try {
    await run('git', ['archive', '--output', archive, commit, '--', dirname(document)], { cwd: top.trim() })
  } catch (cause) {
    throw new Error(`${name} has no ${document}; name the document with --document`, { cause })
  }
  await run('tar', ['-xf', archive, '-C', folder])
  await rm(archive)
  return { name, source: await openSource(resolve(folder, document)), folder, dispose: () => rm(folder, { recursive: true, force: true }) }
}
