import { createHash } from 'node:crypto'
import { relative } from 'node:path'
import type { Revision } from '../revision.ts'
import { Addresses } from '../source/addresses.ts'
import type { Line } from '../source/lines.ts'
import { stepsOf } from '../source/source.ts'
import type { Waiver } from '../waivers.ts'
import { lintConfig } from './config.ts'
import { type Explanation, explanationsFor } from './explanations.ts'
import { lint, type Problem, redoclyVersion } from './redocly.ts'

/** Something that the newer document does against a rule, and the older one did not. */
export interface LintFinding extends Partial<Explanation> {
  /** The same for the same fault, however the document is written: 16 hexadecimal digits. */
  readonly fingerprint: string
  readonly rule: string
  readonly severity: 'error' | 'warn'
  readonly message: string
  /** Where callers meet it, references followed. */
  readonly where: string
  readonly is: Line
  readonly reference?: string | undefined
  readonly waiver?: Waiver | undefined
}

/** What linting both documents by the same rules came to. */
export interface Lint {
  /** The configuration, or `recommended`. */
  readonly rules: string
  /** What only the newer document does. */
  readonly findings: readonly LintFinding[]
  /** How much is found in each. */
  readonly before: number
  readonly after: number
  /** A line for a shell that shows the findings of the newer document again. */
  readonly command: string
}

/** @param config the rules of the newer document; redocly's recommended ones if undefined */
export async function lintBoth(base: Revision, head: Revision, config: string | undefined): Promise<Lint> {
  const settings = await lintConfig(config, head.source.file)
  try {
    const [explained, version, older, newer] = await Promise.all([
      explanationsFor(config),
      redoclyVersion(),
      lint(base.source.file, settings),
      lint(head.source.file, settings),
    ])
    const known = new Set(numbered(base, older).map(({ fingerprint }) => fingerprint))
    const findings = numbered(head, newer)
      .filter(({ fingerprint }) => !known.has(fingerprint))
      .map(({ problem, where, fingerprint }) => reported(head, problem, where, fingerprint, explained.get(problem.rule)))
    const rules = config === undefined ? '--extends recommended' : `--config ${settings.name}`
    const command = `npx @redocly/cli@${version} lint ${relative(head.folder, head.source.file)} ${rules}`
    return { rules: settings.name, findings, before: older.length, after: newer.length, command }
  } finally {
    await settings.dispose()
  }
}

function reported(
  { folder }: Revision,
  { rule, severity, message, file, line, suggestions, reference }: Problem,
  where: string,
  fingerprint: string,
  explanation: Explanation | undefined,
): LintFinding {
  const meant = suggestions.length === 0 ? '' : ` Did you mean ${suggestions.join(' or ')}?`
  return {
    fingerprint,
    rule,
    severity,
    message: `${message}${meant}`,
    where,
    is: { file: relative(folder, file), line },
    reference,
    ...explanation,
  }
}

/** Each problem with its address and fingerprint. The same thing said twice of one place counts as two. */
function numbered({ source }: Revision, problems: readonly Problem[]): { problem: Problem; where: string; fingerprint: string }[] {
  const addresses = new Addresses(source)
  const seen = new Map<string, number>()
  return problems.map((problem) => {
    const where = addresses.at({ file: problem.file, steps: stepsOf(problem.pointer.replace(/^#/, '')) }).replace(/^paths\//, '')
    const text = JSON.stringify([problem.rule, problem.message, where.replaceAll(/\{[^}]*\}/g, '{}')])
    const count = (seen.get(text) ?? 0) + 1
    seen.set(text, count)
    const fingerprint = createHash('sha256').update(`${text} ${count}`).digest('hex').slice(0, 16)
    return { problem, where, fingerprint }
  })
}
