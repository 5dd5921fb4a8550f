import { parseArgs } from 'node:util'
import { type Edition, editionNames } from '@jobs-api/contract'

/** A time in milliseconds, or any between two. */
export interface Delay {
  readonly from: number
  readonly to: number
}

export interface Options {
  readonly port: number
  readonly host: string
  readonly edition: Edition
  readonly document: string | undefined
  readonly delay: Delay
}

export const help = `jobs-api-mock [OPTIONS]        (in the repository: npm run mock -- OPTIONS)

Answers every request of the Jobs API with an example of its contract, and remembers nothing. Which example is up to the
request: job 11 has failed, job 31 is erased, project 4711 does not exist. The page at http://127.0.0.1:4010/ lists every
answer with a line for curl that gets it. Any token will do.

  --port NUMBER      where to listen; 0 for any free port (4010)
  --host ADDRESS     on which address (127.0.0.1)
  --edition NAME     which GitLab: ${editionNames.join(', ')} (current)
  --document FILE    another OpenAPI document than the contract; it may be spread over many files, and what is saved in
                     any of them is served at once
  --delay TIME       how long each answer takes, in milliseconds: 300, or 100-900 for any time between the two (0)
  --view             print the document in the form that a Prism of your own understands, and end:
                     jobs-api-mock --view > jobs-api.json; prism mock jobs-api.json
  -h, --help         this text

Another answer than the usual one, for any request:

  --header 'Prefer: code=404, example=job_not_found'     from a test
  ?__code=404&__example=job_not_found                    from a browser's address bar
  --header 'PRIVATE-TOKEN: mock-404-job_not_found'       from code that must not be changed: the token is configured anyway
  /projects/mock%2F404-job_not_found/jobs/8              the same, by the project's path

What takes a memory (a job that runs and finishes, pages that differ) the mock cannot do; the sandbox can.`

/** What the arguments ask for. */
export type Request = ({ readonly command: 'mock' | 'view' } & Options) | { readonly command: 'help' }

/** Throws an error whose message says what is wrong with the arguments. */
export function readOptions(args: readonly string[]): Request {
  const { values } = parseArgs({
    args: [...args],
    options: {
      port: { type: 'string', default: '4010' },
      host: { type: 'string', default: '127.0.0.1' },
      edition: { type: 'string', default: 'current' },
      document: { type: 'string' },
      delay: { type: 'string', default: '0' },
      view: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  })
  if (values.help) return { command: 'help' }
  const { document, host } = values
  const options = { port: portOf(values.port), host, edition: editionOf(values.edition), document, delay: delayOf(values.delay) }
  return { command: values.view ? 'view' : 'mock', ...options }
}

function portOf(text: string): number {
  if (!/^\d+$/.test(text) || Number(text) > 65_535) throw new Error(`--port ${text} is no port`)
  return Number(text)
}

function editionOf(name: string): Edition {
  const edition = editionNames.find((known) => known === name)
  if (edition === undefined) throw new Error(`--edition ${name} is none of ${editionNames.join(', ')}`)
  return edition
}

function delayOf(text: string): Delay {
  const [, from, to = from] = /^(\d+)(?:-(\d+))?$/.exec(text) ?? []
  if (from === undefined || Number(to) < Number(from)) throw new Error(`--delay ${text} is no time: 300, or 100-900, in milliseconds`)
  return { from: Number(from), to: Number(to) }
}
