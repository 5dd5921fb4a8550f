#!/usr/bin/env node
import { writeFile } from 'node:fs/promises'
import { checksOf } from './cases/index.ts'
import type { Check } from './check.ts'
import { choose, inOrder } from './choose.ts'
import { compare } from './compare.ts'
import { editionContract } from './contract/edition-contract.ts'
import { Coverage, type CoverageReport } from './coverage/coverage.ts'
import { coverageHtml } from './coverage/html.ts'
import { readExpectedFailures } from './expected-failures.ts'
import { help } from './help.ts'
import { type Options, readOptions, tokensIn, UsageError } from './options.ts'
import { obstacle } from './preflight.ts'
import { record, versionOf } from './record/record.ts'
import { ownValidations, validationText } from './record/validations.ts'
import { reportHtml } from './report/html.ts'
import { junitText } from './report/junit.ts'
import { type Circumstances, makeReport, type Report, reported } from './report/report.ts'
import { findingText, listing, summaryText } from './report/text.ts'
import { requirementsOf } from './requirements.ts'
import { type Finding, run } from './run.ts'
import { openSession } from './session.ts'
import type { Exchange } from './target/exchange.ts'
import type { Session } from './target/session.ts'

/** 0 conforming, 1 not conforming, 2 nothing could be examined, 3 the kit itself has failed. */
type ExitCode = 0 | 1 | 2 | 3

async function main(args: readonly string[]): Promise<ExitCode> {
  if (args[0] === 'compare') return say(await compare(args.slice(1)), 0)
  const options = readOptions(args)
  if (options.help) return say(help, 0)
  const contract = await editionContract(options.edition)
  const all = checksOf(options.edition, contract.has)
  const asked = choose(all, options)
  if (asked.length === 0) throw new UsageError(`--only ${options.only.join(' --only ')} fits no check; --list shows them all`)
  const validations = await ownValidations()
  if (options.list) return say(listing(asked, validations), 0)
  const chosen = asked.filter(({ writes }) => options.allowWrites || !writes)
  if (chosen.length === 0) throw new UsageError('all of these send actions; add --allow-writes to run them')
  const expected = options.expectedFailures === undefined ? new Set<string>() : await readExpectedFailures(options.expectedFailures, all)
  const coverage = options.coverage.length === 0 ? undefined : new Coverage(contract)
  const session = await sessionOf(options, (exchange) => coverage?.hear(exchange))
  const reason = await obstacle(session)
  if (reason !== undefined) throw new UsageError(`${options.baseUrl}: ${reason}`)
  const target = { url: session.settings.baseUrl, project: session.settings.project, edition: options.edition }
  const stamp = options.record ? { version: options.gitlabVersion ?? (await versionOf(session.settings)), date: today() } : undefined
  const { findings, code } = await examine(session, inOrder(chosen, options.seed), options, {
    target,
    seed: options.seed,
    leftOut: asked.length - chosen.length,
    unsupported: options.unsupported,
    variable: session.settings.variable,
    ...{ expected, validations },
    required: await requirementsOf(options.edition),
  })
  if (coverage !== undefined) await writeCoverage(coverage.report(target), options.coverage)
  if (stamp !== undefined) {
    const held = await record(options.out, findings, session.settings, stamp)
    console.error(`${held.length} checks stamped with ${validationText(stamp)} in ${options.out}`)
  }
  return code
}

async function writeCoverage(met: CoverageReport, files: readonly string[]): Promise<void> {
  for (const file of files) await writeFile(file, file.endsWith('.html') ? coverageHtml(met) : `${JSON.stringify(met, null, 2)}\n`)
}

const today = () => new Date().toISOString().slice(0, 10)

interface Examined {
  readonly findings: readonly Finding[]
  readonly code: ExitCode
}

/** Runs the checks, tells how it goes, and reports in the form that was asked for. */
async function examine(session: Session, checks: readonly Check[], options: Options, circumstances: Circumstances): Promise<Examined> {
  const findings: Finding[] = []
  for await (const finding of run(session, checks, options.record ? 1 : options.parallel)) {
    findings.push(finding)
    if (options.report === 'text') console.log(findingText(reported(finding, circumstances)))
    else progress(findings.length, checks.length)
  }
  const report = makeReport(findings, circumstances)
  console.log(textOf(report, options))
  return { findings, code: report.counts.error > 0 ? 3 : report.conforming ? 0 : 1 }
}

function textOf(report: Report, { report: form }: Options): string {
  if (form === 'json') return JSON.stringify(report, null, 2)
  if (form === 'html') return reportHtml([report])
  return form === 'junit' ? junitText(report) : summaryText(report)
}

/** On the screen only, so that it does not get into the report. */
function progress(done: number, all: number): void {
  if (process.stderr.isTTY) process.stderr.write(done === all ? '\r\u001b[K' : `\r${done} of ${all} checks`)
}

async function sessionOf(options: Options, listen: (exchange: Exchange) => void): Promise<Session> {
  const variable = required(options.variable, '--token-env')
  const tokens = tokensIn(process.env, variable)
  if (tokens.maintainer === undefined) throw new UsageError(`the environment variable ${variable} is empty`)
  const { edition, projects, handed, stateHandler, unsupported, allowWrites, patience } = options
  const baseUrl = required(options.baseUrl, 'a URL')
  if (!URL.canParse(baseUrl) || !/^https?:/.test(baseUrl)) throw new UsageError(`${baseUrl} is no http or https address`)
  const project = required(options.project, '--project')
  const settings = { baseUrl, project, tokens, variable, edition, projects, handed, stateHandler, unsupported, allowWrites, patience }
  return openSession(settings, listen)
}

function required(value: string | undefined, what: string): string {
  if (value === undefined) throw new UsageError(`${what} is missing; --help shows how to call`)
  return value
}

function say(text: string, code: ExitCode): ExitCode {
  console.log(text)
  return code
}

process.exitCode = await main(process.argv.slice(2)).catch((error: unknown) => {
  const isUsage = error instanceof UsageError
  console.error(`conform: ${isUsage ? error.message : error instanceof Error ? error.stack : error}`)
  return isUsage ? 2 : 3
})
