import { execFile } from 'node:child_process'
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, relative, resolve } from 'node:path'
import { promisify } from 'node:util'
import type { Compiled } from '@jobs-api/review'
import type { Tree } from './tree.ts'

/** Compiles programs against the client of both revisions; what is wrong with the newer one only is what the change has done. */
export async function compiledWith(programs: string, folder: string, older: Tree, newer: Tree): Promise<Compiled> {
  const files = (await readdir(folder, { recursive: true })).filter((file) => /\.tsx?$/.test(file) && !file.includes('node_modules'))
  const [before, after] = await Promise.all([errorsIn(folder, files, older), errorsIn(folder, files, newer)])
  return { programs, files: files.length, errors: after.filter((error) => !before.includes(error)) }
}

async function errorsIn(folder: string, files: readonly string[], tree: Tree): Promise<string[]> {
  const project = await mkdtemp(join(tmpdir(), 'jobs-api-compile-'))
  const source = (name: string) => [join(tree.folder, `packages/${name}/src/index.ts`)]
  const compilerOptions = {
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    target: 'es2023',
    lib: ['es2025', 'dom', 'dom.iterable'],
    module: 'nodenext',
    allowImportingTsExtensions: true,
    resolveJsonModule: true,
    types: ['node'],
    typeRoots: [join(tree.folder, 'node_modules/@types')],
    paths: { '@jobs-api/client': source('client'), '@jobs-api/contract': source('contract') },
  }
  try {
    await writeFile(join(project, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: files.map((file) => resolve(folder, file)) }))
    const options = { cwd: project, maxBuffer: 2 ** 26 } // the compiler tells files from where it runs
    const { stdout } = await promisify(execFile)('tsc', ['-p', project, '--pretty', 'false'], options).catch(
      (failure: { stdout: string }) => failure,
    )
    return stdout.split('\n').flatMap((line) => errorAt(line, project, folder))
  } finally {
    await rm(project, { recursive: true })
  }
}

/** An error in one of the programs, told from their folder. Errors elsewhere are not theirs. */
function errorAt(line: string, project: string, folder: string): string[] {
  const [, file, rest] = /^(.+?)(\(\d+,\d+\): error .*)$/.exec(line) ?? []
  if (file === undefined || rest === undefined) return []
  const path = relative(folder, resolve(project, file))
  return path.startsWith('..') ? [] : [`${path}${rest}`]
}
