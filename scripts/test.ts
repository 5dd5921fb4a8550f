import { parseArgs } from 'node:util'
import { type Outcome, runStep } from './test/run-step.ts'
import { steps } from './test/steps.ts'

const list = Object.entries(steps).map(([name, { sentence }]) => `  ${name.padEnd(10)}${sentence}`)
const help = `npm test [-- STEP [ARGUMENTS]]

Runs every check of the project and reports all that fail; the exit code is 1 if any does. With a step, only that one
runs, and arguments are passed on to it: \`npm test -- vitest packages/server\`.

${list.join('\n')}`

const [name, ...args] = process.argv.slice(2)
if (name === undefined) process.exitCode = (await runAll()) ? 0 : 1
else if (name.startsWith('-')) askedByFlag()
else process.exitCode = await runOne(name)

/** The quick checks two at a time, since a step rarely uses more than one core; then the tests, which use all there are. */
async function runAll(): Promise<boolean> {
  const outcomes = new Map<string, Outcome>()
  const waiting = Object.keys(steps).filter((step) => step !== 'vitest')
  const worker = async () => {
    for (let step = waiting.shift(); step !== undefined; step = waiting.shift()) outcomes.set(step, await report(step, false))
  }
  await Promise.all([worker(), worker()])
  outcomes.set('vitest', await report('vitest', true))
  const failed = Object.keys(steps).filter((step) => outcomes.get(step)?.passed !== true)
  console.log(failed.length === 0 ? `\nAll ${outcomes.size} steps passed.` : `\nFailed: ${failed.join(', ')}.`)
  return failed.length === 0
}

async function report(step: string, aloud: boolean): Promise<Outcome> {
  const found = steps[step]
  if (found === undefined) throw new Error(`no step ${step}`)
  const outcome = await runStep(found, [], aloud)
  console.log(`${outcome.passed ? '✓' : '✗'} ${step.padEnd(10)}${outcome.seconds.toFixed(1).padStart(5)} s  ${found.sentence}`)
  if (!outcome.passed && outcome.output !== '') console.log(outcome.output.replace(/^/gm, '  '))
  return outcome
}

async function runOne(step: string): Promise<number> {
  const found = Object.hasOwn(steps, step) ? steps[step] : undefined
  if (found !== undefined) return (await runStep(found, args, true)).passed ? 0 : 1
  console.error(`There is no step \`${step}\`. The steps are:\n\n${list.join('\n')}`)
  return 2
}

function askedByFlag(): void {
  const { values } = parseArgs({ options: { help: { type: 'boolean', short: 'h' } }, strict: false })
  if (values['help'] === true) console.log(help)
  else console.error(`Unknown option ${name}.\n\n${help}`)
  process.exitCode = values['help'] === true ? 0 : 2
}
