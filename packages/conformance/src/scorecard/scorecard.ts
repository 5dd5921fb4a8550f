import { parseArgs } from 'node:util'
import type { Command } from './client-program.ts'
import { examine } from './examine.ts'
import { help } from './help.ts'
import { type Card, counts, line, markdown, text } from './report.ts'
import type { Row } from './row.ts'
import { rows } from './rows/index.ts'

/** A client that may be tried, and how its program is started. */
export interface Candidate {
  readonly name: string
  readonly command: Command
}

/** What is wrong with how the program was called, as a sentence; then nothing is tried. */
class Usage extends Error {}

const reports = { text, markdown, json: (cards: readonly Card[]) => JSON.stringify(cards, undefined, 2) }

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
      list: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  })
  return {
    ...values,
    report: reportNamed(values.report),
    command: positionals,
    rows: chosen(values.only),
    pauseInSeconds: count(values.pause, '--pause'),
    largeInMiB: count(values.large, '--large'),
    atOnce: count(values['at-once'], '--at-once'),
  }
}

/** Tries the program that the arguments name, or else the candidates, and prints what was found. Returns the exit code. */
export async function scorecard(args: readonly string[], candidates: readonly Candidate[] = []): Promise<number> {
  try {
    const { command, report, list, rows, ...how } = settings(args)
    if (how.help) return say(help(candidates.map(({ name }) => name)), 0)
    if (list) return say(rows.map(({ id, sentence, measured }) => `${id}\n    ${sentence}.\n    ${measured}`).join('\n'), 0)
    const [file, ...rest] = command
    const tried = file === undefined ? candidates : [{ name: command.join(' '), command: { file, args: rest } }]
    if (tried.length === 0) throw new Usage('name a program after --; --help shows what it has to do')
    const cards: Card[] = []
    for (const { name, command } of tried) {
      console.error(`\n${name}`)
      cards.push({ name, findings: await examine({ command, rows, ...how, onFinding: (finding) => console.error(`  ${line(finding)}`) }) })
    }
    return say(report(cards), file !== undefined && cards.some((card) => counts(card).bad > 0) ? 1 : 0)
  } catch (error) {
    console.error(`scorecard: ${error instanceof Error ? error.message : error}`)
    return 2
  }
}

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

function count(text: string, what: string): number {
  const number = Number(text)
  if (!Number.isInteger(number) || number < 1) throw new Usage(`${what} takes a whole number, at least 1`)
  return number
}

function say(text: string, code: number): number {
  console.log(text)
  return code
}
