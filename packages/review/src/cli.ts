import { stat, writeFile } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import { parseArgs } from 'node:util'
import type { FailOn } from './gate.ts'
import { lintBoth } from './lint/lint.ts'
import { type Progress, told } from './progress.ts'
import { htmlReport } from './report/html.ts'
import { markdownReport } from './report/markdown.ts'
import { textReport } from './report/text.ts'
import { type Review, review } from './review.ts'
import { lastRelease, openRevision, type Revision } from './revision.ts'
import { readWaivers } from './waivers.ts'

const help = `jobs-api-review [--base OLD] [--head NEW]

Judges a change of an OpenAPI 3 document: what it does, and who it breaks.

  --base OLD          a file, a release or a git commit (main, HEAD~3, v1.2.0); the last release if it is not given
  --head NEW          the same; the document in the working folder if it is not given
  --document FILE     the document inside a commit (openapi/openapi.yaml)
  --releases FOLDER   where released documents lie as <version>.json (openapi/released)
  --waivers FILE      breaking changes that somebody answers for (openapi/waivers.yaml)
  --rules FILE        rules of redocly for both documents (redocly.yaml beside the newer one, else its recommended rules)
  --no-lint           asks no rules
  --report KIND       text, markdown, html or json (text)
  --output FILE       writes the report there instead of printing it
  --fail-on LEVEL     breaking, compatible or none (breaking)
  -h, --help          prints this

The exit code is 0 if the gate passes, 1 if it does not, and 2 if no review could be made.`

const reports = {
  text: textReport,
  markdown: markdownReport,
  html: htmlReport,
  json: (one: Review) => `${JSON.stringify(one, null, 2)}\n`,
}

const options = {
  base: { type: 'string' },
  head: { type: 'string' },
  document: { type: 'string', default: 'openapi/openapi.yaml' },
  releases: { type: 'string', default: 'openapi/released' },
  waivers: { type: 'string', default: 'openapi/waivers.yaml' },
  rules: { type: 'string' },
  'no-lint': { type: 'boolean', default: false },
  report: { type: 'string', default: 'text' },
  output: { type: 'string' },
  'fail-on': { type: 'string', default: 'breaking' },
  help: { type: 'boolean', short: 'h', default: false },
} as const

const oneOf = <Name extends string>(names: readonly Name[], name: string): Name | undefined => names.find((one) => one === name)

/** What a repository adds to a review of its own, such as programs that it runs, and the options for that. */
export interface Addition {
  /** Lines of the help text for the options. */
  readonly help: string
  readonly options: Readonly<Record<string, { readonly type: 'string' | 'boolean' }>>
  readonly add: (judged: Review, revisions: Revisions, values: Readonly<Record<string, unknown>>, progress: Progress) => Promise<Review>
}

export interface Revisions {
  readonly base: Revision
  readonly head: Revision
}

/** Makes a review as the arguments say, and gives back the exit code. */
export async function run(args: readonly string[], addition?: Addition): Promise<number> {
  return main(args, addition).catch((problem: unknown) => {
    console.error(problem instanceof Error ? problem.message : problem)
    return 2
  })
}

async function main(args: readonly string[], addition: Addition | undefined): Promise<number> {
  const { values } = parseArgs({ args: [...args], options: { ...addition?.options, ...options } })
  if (values.help) return say(help.replace('  -h,', `${addition?.help ?? ''}  -h,`), 0)
  const report = oneOf(Object.keys(reports) as (keyof typeof reports)[], values.report)
  if (report === undefined) return complain(`--report is to be ${Object.keys(reports).join(', ')}, not ${values.report}`)
  const failOn = oneOf(['breaking', 'compatible', 'none'] as const, values['fail-on'])
  if (failOn === undefined) return complain(`--fail-on is to be breaking, compatible or none, not ${values['fail-on']}`)
  const places = { document: values.document, releases: values.releases }
  const older = values.base ?? (await lastRelease(values.releases))
  if (older === undefined) return complain('--base is missing: which document is the older one? There is no release that it could be.')
  const [base, head] = await told(`reading ${older} and ${values.head ?? values.document}`, async () => [
    await openRevision(older, places),
    await openRevision(values.head ?? values.document, places),
  ])
  try {
    const judged = await judge({ base, head }, values, failOn)
    const result = (await addition?.add(judged, { base, head }, values, told)) ?? judged
    const text = reports[report](result)
    if (values.output === undefined) console.log(text)
    else await writeFile(values.output, text)
    return result.gate.passes ? 0 : 1
  } finally {
    await Promise.all([base.dispose?.(), head.dispose?.()])
  }
}

interface Values {
  readonly document: string
  readonly waivers: string
  readonly head?: string | undefined
  readonly rules?: string | undefined
  readonly 'no-lint': boolean
}

async function judge({ base, head }: Revisions, values: Values, failOn: FailOn): Promise<Review> {
  const waivers = await readWaivers(values.waivers)
  const formerWaivers = base.dispose === undefined ? undefined : await readWaivers(join(base.folder, values.waivers))
  const rules = values.rules ?? (await rulesBeside(head.dispose === undefined ? head.source.file : values.document))
  const lint = values['no-lint']
    ? undefined
    : await told(`linting both by ${rules ?? 'recommended rules'}`, () => lintBoth(base, head, rules))
  const today = new Date().toISOString().slice(0, 10)
  return await told('comparing them', () => review(base, head, { waivers, formerWaivers, failOn, today, lint }))
}

async function rulesBeside(document: string): Promise<string | undefined> {
  const file = relative(process.cwd(), join(dirname(document), 'redocly.yaml'))
  return (await stat(file).catch(() => undefined))?.isFile() === true ? file : undefined
}

function say(text: string, code: number): number {
  console.log(text)
  return code
}

function complain(text: string): number {
  console.error(`${text}\n\n${help}`)
  return 2
}
