#!/usr/bin/env node
import { parseArgs } from 'node:util'
import { type Edition, editionNames } from '@jobs-api/contract'
import { type MockOptions, startMock } from './mock.ts'

const help = `npm run mock [-- OPTIONS]

Answers every request of the Jobs API with an example of the contract, and remembers nothing. Which answer is up to the
caller: \`Prefer: code=404\` for another status, \`Prefer: example=NAME\` for another example.

  --port NUMBER      where to listen; 0 for any free port (4010)
  --host ADDRESS     on which address (127.0.0.1)
  --edition NAME     which GitLab: ${editionNames.join(', ')} (current)
  -h, --help         this text`

const isEdition = (name: string): name is Edition => editionNames.some((known) => known === name)

/** The options, or a sentence that says what is wrong with them. */
function optionsOf(args: string[]): MockOptions | 'help' | string {
  const { values } = parseArgs({
    args,
    options: {
      port: { type: 'string', default: '4010' },
      host: { type: 'string', default: '127.0.0.1' },
      edition: { type: 'string', default: 'current' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  })
  const port = Number(values.port)
  if (values.help) return 'help'
  if (!/^\d+$/.test(values.port) || port > 65_535) return `--port ${values.port} is no port`
  if (!isEdition(values.edition)) return `--edition ${values.edition} is none of ${editionNames.join(', ')}`
  return { port, host: values.host, edition: values.edition }
}

const screen = (url: string, edition: Edition) => `The mock of the Jobs API (edition ${edition}) answers at

  ${url}

Any token will do; nothing is remembered. Try

  curl --header "PRIVATE-TOKEN: any" "${url}/projects/1/jobs"
  curl --header "PRIVATE-TOKEN: any" --header "Prefer: code=404" "${url}/projects/1/jobs/8"

Stop it with Ctrl+C.`

async function main(): Promise<number> {
  const options = optionsOf(process.argv.slice(2))
  if (options === 'help') return say(help, 0)
  if (typeof options === 'string') return complain(options, 2)
  const mock = await startMock(options)
  say(screen(mock.url, options.edition), 0)
  const signal = new Promise<undefined>((resolve) => {
    for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => resolve(undefined))
  })
  await signal
  await mock.stop()
  return 0
}

function say(text: string, code: number): number {
  console.log(text)
  return code
}

function complain(reason: string, code: number): number {
  console.error(`mock: ${reason}`)
  return code
}

process.exitCode = await main().catch((error: unknown) => complain(error instanceof Error ? error.message : String(error), 1))
