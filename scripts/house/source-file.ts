import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'

/** A file of the repository: its path from the root, and its text if a rule can be about it. */
export interface SourceFile {
  readonly path: string
  readonly text: string
}

const readable = /\.(ts|tsx|mjs|js|yaml|json)$/

/** All files that git knows or would know; what it ignores is nobody's concern. */
export function repositoryFiles(): SourceFile[] {
  const listing = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { encoding: 'utf8' })
  const paths = [...new Set(listing.split('\0'))].filter((path) => path !== '' && existsSync(path))
  return paths.sort().map((path) => ({ path, text: readable.test(path) ? readFileSync(path, 'utf8') : '' }))
}

export const isTest = ({ path }: SourceFile) => /\.(test|test-d|suite)\.ts$/.test(path)
export const isHandWrittenCode = ({ path }: SourceFile) => /\.(ts|tsx|mjs|js)$/.test(path) && !path.includes('/generated/')

/** What a file imports, as written, types and dynamic imports among them. */
export function importsOf({ text }: SourceFile): string[] {
  return [...text.matchAll(/(?:\bfrom|\bimport)\s*\(?\s*'([^'\n]+)'/g)].flatMap(([, name]) => (name === undefined ? [] : [name]))
}
