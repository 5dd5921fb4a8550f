import { parseArgs } from 'node:util'
import type { Command } from './client-program.ts'
import { examine } from './examine.ts'
import { help } from './help.ts'
import { type Card, count, json, line, markdown, text } from './report.ts'
import type { Row } from './row.ts'
import { rows } from './rows/index.ts'

/** A client that may be tried, and how its program is started. */
export interface Candidate {
  readonly name: string
  readonly command: Command
  /** What has to be done before it can start. */
  readonly prepare?: () => Promise<unknown>
}

export interface Comparison {
  /** Who is tried where the caller names no program. */
  readonly candidates: readonly Candidate[]
  /** Where `--write` puts what was found about all of them. */
  readonly page?: { readonly path: string; readonly write: (cards: readonly Card[]) => Promise<void> }
}

/** What is wrong with how the program was called, as a sentence; then nothing is tried. */
class Usage extends Error {}

const signals = ['SIGINT', 'SIGTERM'] as const
const reports = { text, markdown, json }

function settings(args: readonly string[]) {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      only: { type: 'string', multiple: true, default: [] },
      report: { type: 'string', default: 'text' },
      pause: { type: 'string', default: '2' },
      large: { type: 'string', default: '200' },
      'at-once': { type: 'string', default: '3' },
      write: { type: 'boolean', default: false },
      list: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  })
  return {
    ...values,
    report: reportNamed(values.report),
    command: positionals,
    rows: chosen(values.only),
    pauseInSeconds: number(values.pause, '--pause'),
    largeInMiB: number(values.large, '--large'),
    atOnce: number(values['at-once'], '--at-once'),
  }
}

/** Tries the program that the arguments name, or else the candidates, and prints what was found. Returns the exit code. */
export async function scorecard(args: readonly string[], comparison: Comparison = { candidates: [] }): Promise<number> {
  const end = () => process.exit(130) // and not at once, so that programs are stopped and files removed
  for (const signal of signals) process.once(signal, end)
  try {
    return await run(settings(args), comparison)
  } catch (error) {
    console.error(`scorecard: ${error instanceof Error ? error.message : error}`)
    return 2
  } finally {
    for (const signal of signals) process.off(signal, end)
  }
}

async function run({ command, report, write, ...how }: ReturnType<typeof settings>, { candidates, page }: Comparison): Promise<number> {
  if (how.help) return say(help(candidates, page?.path), 0)
  if (how.list) return say(listing(how.rows), 0)
  const [file, ...args] = command
  if (write && (page === undefined || file !== undefined || how.only.length > 0))
    throw new Usage('--write goes with all rows of all clients')
  const tried: readonly Candidate[] = file === undefined ? candidates : [{ name: command.join(' '), command: { file, args } }]
  if (tried.length === 0) throw new Usage('name a program after --; --help shows what it has to do')
  const cards: Card[] = []
  for (const { name, command, prepare } of tried) {
    console.error(`\n${name}`)
    await prepare?.()
    cards.push({ name, findings: await examine({ ...how, command, onFinding: (finding) => console.error(`  ${line(finding)}`) }) })
  }
  if (write) await page?.write(cards)
  return say(report(cards), file !== undefined && cards.some((card) => count(card, 'bad') > 0) ? 1 : 0)
}

const listing = (all: readonly Row[]) => all.map(({ id, sentence, measured }) => `${id}\n    ${sentence}.\n    ${measured}`).join('\n')

function reportNamed(name: string): (cards: readonly Card[]) => string {
  if (name === 'text' || name === 'markdown' || name === 'json') return reports[name]
  throw new Usage(`there is no report ${name}; ${Object.keys(reports).join(', ')} are`)
}

/** The rows whose id is one of these or begins with it up to the dot; all of them when nothing is asked for. */
function chosen(only: readonly string[]): readonly Row[] {
  const strange = only.filter((name) => !rows.some(({ id }) => fits(id, name)))
  if (strange.length > 0) throw new Usage(`--only ${strange.join(' --only ')} fits no row; --list shows them all`)
  return rows.filter(({ id }) => only.length === 0 || only.some((name) => fits(id, name)))
}

const fits = (id: string, name: string) => id === name || id.startsWith(`${name}.`)

function number(text: string, what: string): number {
  const value = Number(text)
  if (!Number.isInteger(value) || value < 1) throw new Usage(`${what} takes a whole number, at least 1`)
  return value
}

function say(text: string, code: number): number {
  console.log(text)
  return code
}
