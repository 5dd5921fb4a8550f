import { posix } from 'node:path'
import type { SourceFile } from './source-file.ts'

/** Where a file per operation must stand; `ID` is the operation id. */
const places = [
  'openapi/operations/ID.yaml',
  'packages/server/src/operations/ID.ts',
  'packages/server/src/operations/ID.test.ts',
  'packages/conformance/src/cases/ID.ts',
]
/** What several operations share may stand beside them: its name is in kebab-case, so it cannot be taken for one. */
const othersThere = /\/[a-z0-9-]+(\.(test|test-d|suite))?\.ts$/

/** Operations without their file somewhere, and files there that bear no operation's name. */
export function misnamedOperations(files: readonly SourceFile[], ids: readonly string[]): string[] {
  const paths = new Set(files.map(({ path }) => path))
  const wanted = new Set(ids.flatMap((id) => places.map((place) => place.replace('ID', id))))
  const folders = new Set(places.map((place) => posix.dirname(place)))
  const missing = [...wanted].filter((path) => !paths.has(path)).map((path) => `${path} is missing`)
  const strange = [...paths].filter((path) => folders.has(posix.dirname(path)) && !wanted.has(path) && !othersThere.test(path))
  return [...missing, ...strange.map((path) => `${path} bears no operation's name`), ...wrongIds(files), ...strangeExamples(paths, ids)]
}

function wrongIds(files: readonly SourceFile[]): string[] {
  return files.flatMap(({ path, text }) => {
    const name = /^openapi\/operations\/(.+)\.yaml$/.exec(path)?.[1]
    const id = /^operationId: *(\S+)/m.exec(text)?.[1]
    return name === undefined || name === id ? [] : [`${path} says operationId: ${id}`]
  })
}

function strangeExamples(paths: ReadonlySet<string>, ids: readonly string[]): string[] {
  const folders = new Set([...paths].flatMap((path) => /^openapi\/examples\/([^/]+)\//.exec(path)?.[1] ?? []))
  return [...folders]
    .filter((name) => name !== 'shared' && !ids.includes(name))
    .map((name) => `openapi/examples/${name}/ bears no operation's name`)
}

/** Folders in which things would be put away rather than named. */
export function drawers(files: readonly SourceFile[]): string[] {
  const folders = new Set(files.map(({ path }) => posix.dirname(path)))
  return [...folders].filter((folder) => folder.split('/').some((name) => /^(utils?|helpers?|common|misc|core)$/.test(name)))
}

/** Source files whose name is neither kebab-case nor an operation's id. */
export function misspeltFiles(files: readonly SourceFile[], ids: readonly string[]): string[] {
  const base = (path: string) => posix.basename(path).replace(/(\.(test|test-d|suite|config))?\.(ts|tsx|mjs)$/, '')
  return files
    .map(({ path }) => path)
    .filter((path) => /^(packages\/[^/]+\/src|scripts|openapi)\/.*\.(ts|tsx|mjs)$/.test(path))
    .filter((path) => !/^[a-z0-9]+([.-][a-z0-9]+)*$/.test(base(path)) && !ids.includes(base(path)))
}

/** Schema files bear the name of their component. */
export function misspeltSchemas(files: readonly SourceFile[]): string[] {
  return files.map(({ path }) => path).filter((path) => /^openapi\/schemas\//.test(path) && !/\/[A-Z][A-Za-z0-9]*\.yaml$/.test(path))
}
