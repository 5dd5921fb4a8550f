import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { resolve } from 'node:path'
import type { LintConfig } from './config.ts'

/** Where redocly found something in a document. */
export interface Problem {
  readonly rule: string
  readonly severity: 'error' | 'warn'
  readonly message: string
  readonly file: string
  /** `#/paths/~1books/get`, from the top of the file. */
  readonly pointer: string
  readonly line: number
  readonly suggestions: readonly string[]
  readonly reference?: string | undefined
}

interface Printed {
  readonly problems: readonly {
    readonly ruleId: string
    readonly severity: 'error' | 'warn'
    readonly message: string
    readonly location: readonly {
      readonly source: { readonly ref: string }
      readonly pointer?: string
      readonly start?: { readonly line: number }
    }[]
    readonly suggest?: readonly string[]
    readonly reference?: string
  }[]
}

const modules = createRequire(import.meta.url)
const program = modules.resolve('@redocly/cli/bin/cli.js')

/** The version that judges; it stands in the lines that repeat a finding. */
export const redoclyVersion = async (): Promise<string> => {
  const { version }: { version: string } = JSON.parse(await readFile(modules.resolve('@redocly/cli/package.json'), 'utf8'))
  return version
}

/** Lints one document. Redocly runs as a program: it is made to be one, and so it keeps its own pace and memory. */
export async function lint(file: string, { path, folder }: Pick<LintConfig, 'path' | 'folder'>): Promise<Problem[]> {
  const args = [program, 'lint', file, '--config', path, '--format', 'json', '--max-problems', '100000']
  const { problems } = await printed(args, folder)
  return problems.map(({ ruleId, severity, message, location, suggest = [], reference }) => {
    const [first] = location
    const found = first === undefined ? file : resolve(folder, first.source.ref)
    return {
      rule: ruleId,
      severity,
      message,
      file: found,
      pointer: first?.pointer ?? '#/',
      line: first?.start?.line ?? 1,
      suggestions: suggest,
      reference,
    }
  })
}

function printed(args: readonly string[], cwd: string): Promise<Printed> {
  const env = { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true', NO_COLOR: '1' }
  return new Promise((done, fail) =>
    execFile(process.execPath, args, { cwd, env, maxBuffer: 2 ** 29 }, (_, output, complaint) => {
      // Its exit code only says that something was found.
      if (!output.startsWith('{')) return fail(new Error(`redocly lint said nothing of use: ${complaint.slice(-2000)}`))
      done(JSON.parse(output))
    }),
  )
}
