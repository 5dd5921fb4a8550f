import { parseArgs } from 'node:util'
import { definitions, readSettings, SettingError, variableOf } from '../../settings.ts'

export interface ImportFlags {
  /** Of the API, up to and including `/api/v4`. */
  readonly from: string
  readonly project: string
  readonly token: string | undefined
  readonly tokenVariable: string | undefined
  readonly since: string | null
  readonly logs: boolean
  readonly artifacts: boolean
  readonly data: string
  readonly database: string | undefined
  readonly objects: string | undefined
  readonly newToken: boolean
  readonly dryRun: boolean
}

export const importHelp = `Copies a project's pipelines, jobs, trigger jobs, logs and artifacts from any GitLab-shaped server into a data folder.
Nothing is changed there: only GET is sent. What was interrupted goes on where it was when the same command is given again, and
whoever repeats a finished import gets what has changed since.

Usage: npm run import -- --from URL --project PATH --token-env NAME [...]     (installed: jobs-api-server import ...)

  --from URL         The server, https://gitlab.example.com, or its API, https://gitlab.example.com/api/v4.
  --project PATH     The project: group/app, or its number.
  --token-env NAME   The environment variable that holds a personal, project or group token which may read the API (read_api).
  --since DATE       Only pipelines with a job created since then: 2026-01-31, or 2026-01-31T08:00:00Z. They come whole.
  --with-logs        The logs, too.
  --with-artifacts   The archives, too.
  --data FOLDER      The data folder; also ${variableOf('data')}. [${definitions.data.default}]
  --database URL     The PostgreSQL database, where the server uses one; also ${variableOf('database')}.
  --objects URL      The bucket of its artifacts, where it uses one; also ${variableOf('objects')}.
  --dry-run          Reads the list of jobs and says how much there is, and writes nothing.
  --new-token        Another token for the copy. The first import of a project makes one and shows it once.

Progress goes to stderr, the summary to stdout. Ends with 0 if everything that was asked for is here, with 3 if something could not be
read (it is named), with 1 if it had to stop: then give the same command again.
`

/** Reads the flags of `import`; a `SettingError` names the flag and what to do. Undefined if help is asked for. */
export function readFlags(args: readonly string[], environment: Readonly<Record<string, string | undefined>>): ImportFlags | undefined {
  const values = parsed(args)
  if (values.help === true) return undefined
  const tokenVariable = values['token-env']
  return {
    from: apiOf(given(values.from, '--from', 'the address of a server, as --from https://gitlab.example.com')),
    project: projectOf(given(values.project, '--project', 'the path of a project, as --project group/app')),
    token: tokenVariable === undefined ? undefined : tokenIn(tokenVariable, environment),
    tokenVariable,
    since: values.since === undefined ? null : dateOf(values.since),
    logs: values['with-logs'] === true,
    artifacts: values['with-artifacts'] === true,
    ...placeOf(values, environment),
    newToken: values['new-token'] === true,
    dryRun: values['dry-run'] === true,
  }
}

function parsed(args: readonly string[]) {
  const options = {
    ...({ from: { type: 'string' }, project: { type: 'string' }, 'token-env': { type: 'string' }, since: { type: 'string' } } as const),
    ...({
      'with-logs': { type: 'boolean' },
      'with-artifacts': { type: 'boolean' },
      data: { type: 'string' },
      database: { type: 'string' },
      objects: { type: 'string' },
    } as const),
    ...({ 'new-token': { type: 'boolean' }, 'dry-run': { type: 'boolean' }, help: { type: 'boolean', short: 'h' } } as const),
  }
  try {
    return parseArgs({ args: [...args], options }).values
  } catch (error) {
    throw new SettingError(`${error instanceof Error ? error.message : error}. --help lists the flags.`)
  }
}

function given(value: string | undefined, flag: string, remedy: string): string {
  if (value === undefined || value === '') throw new SettingError(`${flag} is missing: give ${remedy}. --help lists the flags.`)
  return value
}

function apiOf(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (url === undefined || !/^https?:$/.test(url.protocol))
    throw new SettingError(`--from must be an http or https address, as https://gitlab.example.com, not "${text}".`)
  if (url.username !== '' || url.search !== '')
    throw new SettingError(
      '--from must hold no password and no query. Put the token into an environment variable and name it with --token-env.',
    )
  const path = url.pathname.replace(/\/+$/, '')
  return `${url.origin}${/\/api\/v\d+$/.test(path) ? path : `${path}/api/v4`}`
}

function projectOf(text: string): string {
  if (/^\d+$/.test(text) || text.includes('/')) return text
  throw new SettingError(`--project must be a path with its group, as group/app, or a number, not "${text}".`)
}

function tokenIn(name: string, environment: Readonly<Record<string, string | undefined>>): string {
  const token = environment[name]
  if (token !== undefined && token !== '') return token
  throw new SettingError(
    `--token-env names ${name}, and there is no token in it: put one there (export ${name}=...), or name another variable.`,
  )
}

function dateOf(text: string): string {
  const time = Date.parse(text)
  if (/^\d{4}-\d\d-\d\d/.test(text) && !Number.isNaN(time)) return new Date(time).toISOString()
  throw new SettingError(`--since must be a date, as 2026-01-31 or 2026-01-31T08:00:00Z, not "${text}".`)
}

/** As the server reads the same settings. */
function placeOf(
  given: { data?: string | undefined; database?: string | undefined; objects?: string | undefined },
  environment: Readonly<Record<string, string | undefined>>,
) {
  const own = (['data', 'database', 'objects'] as const).map((name) => [variableOf(name), given[name] ?? environment[variableOf(name)]])
  const { data, database, objects } = readSettings([], Object.fromEntries(own))
  if (data === ':memory:') throw new SettingError('--data must be a folder: what is imported into memory is gone at the end.')
  return { data, database, objects }
}
