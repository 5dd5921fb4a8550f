import { drawers, misnamedOperations, misspeltFiles, misspeltSchemas } from './names.ts'
import { isHandWrittenCode, type SourceFile } from './source-file.ts'
import { brokenServerWalls, brokenWalls } from './walls.ts'

/** A sentence that is true of the whole repository, and what offends against it. */
export interface Rule {
  readonly sentence: string
  readonly offenders: (files: readonly SourceFile[], ids: readonly string[]) => string[]
}

const atTheTop = [
  'LICENSE',
  'README.md',
  'openapi',
  'package.json',
  'packages',
  'pnpm-lock.yaml',
  'pnpm-workspace.yaml',
  'scripts',
  'tsconfig.base.json',
]
const topListing = (files: readonly SourceFile[]) => {
  const found = new Set(files.map(({ path }) => path.split('/')[0] ?? '').filter((name) => !name.startsWith('.')))
  const missing = atTheTop.filter((name) => !found.has(name)).map((name) => `${name} is missing`)
  return [...missing, ...[...found].filter((name) => !atTheTop.includes(name))]
}

const lines = ({ text }: SourceFile) => text.split('\n').length - 1
const longer = (limit: number, files: readonly SourceFile[]) =>
  files.filter((file) => isHandWrittenCode(file) && lines(file) > limit).map((file) => `${file.path} has ${lines(file)} lines`)

const adapter = /^packages\/server\/src\/storage\/[^/]+\//
const hosts = (files: readonly SourceFile[]) => {
  const lock = files.find(({ path }) => path === 'pnpm-lock.yaml')?.text ?? ''
  return lock.split('\n').flatMap((line, index) => (/https?:|tarball/.test(line) ? [`pnpm-lock.yaml:${index + 1} ${line.trim()}`] : []))
}
const processUsers = (files: readonly SourceFile[]) =>
  files
    .filter(({ path, text }) => /^packages\/server\/src\/.*(?<!test|suite)\.ts$/.test(path) && /\bprocess\.[a-z]/.test(text))
    .map(({ path }) => path)
    .filter((path) => path !== 'packages/server/src/main.ts')

export const rules: readonly Rule[] = [
  { sentence: 'A package looks only into the packages that it may know', offenders: brokenWalls },
  { sentence: 'Inside the server, imports go down the stairs and through the ports', offenders: brokenServerWalls },
  { sentence: 'Only main.ts of the server touches process', offenders: processUsers },
  { sentence: 'An operation bears the same name everywhere', offenders: misnamedOperations },
  { sentence: 'Files are kebab-case, or an operation id', offenders: misspeltFiles },
  { sentence: 'Schemas are PascalCase', offenders: misspeltSchemas },
  { sentence: 'No folder is a drawer', offenders: drawers },
  {
    sentence: 'An adapter has at most 250 lines',
    offenders: (files) =>
      longer(
        250,
        files.filter(({ path }) => adapter.test(path)),
      ),
  },
  { sentence: 'No file of code written by hand has more than 400 lines', offenders: (files) => longer(400, files) },
  { sentence: 'The top of the repository holds what a visitor needs, and no more', offenders: topListing },
  { sentence: 'The lock file names no host', offenders: hosts },
]
