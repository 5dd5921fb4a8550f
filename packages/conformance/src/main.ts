#!/usr/bin/env node
import { parseArgs } from 'node:util'
import { allCases } from './cases/index.ts'
import { obstacle } from './preflight.ts'
import { line, listing, summary } from './report.ts'
import { choose, conforms, type Finding, run } from './run.ts'
import { createTarget } from './target.ts'

const help = `npm run conform -- URL --token-env NAME --project ID [OPTIONS]

Examines an implementation of the Jobs API: does it do what the contract and its evidence say? URL goes up to and
including /api/v4. Only GET and HEAD are sent, unless actions are allowed.

  --token-env NAME   the environment variable that holds the token; one of a maintainer sees most
  --project ID       the project to look into: its number, or its full path
  --only ID          only these cases, by operation or by id; may be repeated
  --allow-writes     also send actions; some jobs of the project are then retried
  --list             show the cases and where each comes from, and send nothing
  -h, --help         this text

Exit code: 0 conforming, 1 not conforming, 2 nothing could be examined. A case that cannot be tested, because the
project has no job of the kind that it needs, counts as not conforming; the missing thing is named.`

function options(args: string[]) {
  return parseArgs({
    args,
    allowPositionals: true,
    options: {
      'token-env': { type: 'string' },
      project: { type: 'string' },
      only: { type: 'string', multiple: true, default: [] },
      'allow-writes': { type: 'boolean', default: false },
      list: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  })
}

/** What is wrong with how the program was called, as a sentence; then nothing is examined. */
class Usage extends Error {}

async function main(args: string[]): Promise<number> {
  const { values, positionals } = options(args)
  if (values.help) return say(help, 0)
  const asked = choose(allCases, values.only, true)
  if (asked.length === 0) throw new Usage(`--only ${values.only.join(' --only ')} fits no case; --list shows them all`)
  if (values.list) return say(listing(asked), 0)
  const chosen = choose(allCases, values.only, values['allow-writes'])
  if (chosen.length === 0) throw new Usage('all of these send actions; add --allow-writes to run them')
  const target = createTarget({
    ...address(positionals),
    token: token(values['token-env']),
    project: required(values.project, '--project'),
  })
  const reason = await obstacle(target)
  if (reason !== undefined) throw new Usage(`${positionals[0]}: ${reason}`)
  const findings: Finding[] = []
  for await (const finding of run(target, chosen)) {
    findings.push(finding)
    console.log(line(finding))
  }
  return say(summary(findings, asked.length - chosen.length), conforms(findings) ? 0 : 1)
}

function address([url, ...others]: string[]): { baseUrl: string } {
  if (others.length > 0) throw new Usage(`one URL is enough; what is ${others.join(' ')}?`)
  const baseUrl = required(url, 'a URL')
  if (!URL.canParse(baseUrl) || !/^https?:/.test(baseUrl)) throw new Usage(`${baseUrl} is no http or https address`)
  return { baseUrl }
}

function token(name: string | undefined): string {
  const value = process.env[required(name, '--token-env')]
  if (value === undefined || value === '') throw new Usage(`the environment variable ${name} is empty`)
  return value
}

function required(value: string | undefined, what: string): string {
  if (value === undefined) throw new Usage(`${what} is missing; --help shows how to call`)
  return value
}

function say(text: string, code: number): number {
  console.log(text)
  return code
}

process.exitCode = await main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(`conform: ${error instanceof Error ? error.message : error}`)
  return 2
})
