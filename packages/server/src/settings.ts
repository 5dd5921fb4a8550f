import { editionNames } from '@jobs-api/contract'

export const logLevels = ['error', 'info', 'debug', 'silent'] as const
export type LogLevel = (typeof logLevels)[number]

interface Definition {
  /** How its value is shown in a help text; empty for a switch. */
  readonly value: string
  readonly default: string
  readonly sentence: string
}

/** Each setting: a flag `--name`, an environment variable `JOBS_API_NAME`, a default, and one sentence. */
export const definitions = {
  host: { value: 'ADDRESS', default: '127.0.0.1', sentence: 'Address to listen on.' },
  port: { value: 'NUMBER', default: '4000', sentence: 'Port to listen on; 0 takes any free one.' },
  data: {
    value: 'FOLDER',
    default: './.jobs-api',
    sentence: 'Where the database, the logs and the artifacts are kept. `:memory:` keeps nothing after the end.',
  },
  database: {
    value: 'URL',
    default: '',
    sentence: 'PostgreSQL database for projects, jobs and logs, `postgres://...`; by default they are kept in the data folder.',
  },
  world: {
    value: 'FILE',
    default: 'demo',
    sentence: 'World to load into an empty data folder: `demo`, `company` (as `npm start` does), a path, or `none`.',
  },
  reset: { value: '', default: 'false', sentence: 'Empty the data folder first.' },
  edition: { value: 'NAME', default: 'current', sentence: `Which GitLab to be: ${editionNames.join(', ')}.` },
  runners: {
    value: 'ON_OR_OFF',
    default: 'on',
    sentence: 'Whether simulated runners make jobs start, log and finish; `off`: nothing happens but what is asked for.',
  },
  external_url: { value: 'URL', default: '', sentence: 'Address that representations link to; by default the one listened on.' },
  rate_limit: { value: 'NUMBER', default: '', sentence: 'Requests a minute that each caller may make; no limit by default.' },
  cors_origin: {
    value: 'ORIGINS',
    default: '',
    sentence: 'Web pages of which origins may ask from a browser, separated by commas; `*` for all. None by default.',
  },
  log_level: { value: 'LEVEL', default: 'info', sentence: `How much is logged: ${logLevels.join(', ')}; \`debug\` tells every request.` },
  trust_proxy: { value: '', default: 'false', sentence: 'Believe `X-Forwarded-*`, because a proxy of yours stands in front.' },
  expose_demo_tokens: {
    value: '',
    default: 'false',
    sentence: 'Listen on another than a loopback address although everybody knows the demo tokens.',
  },
} as const satisfies Record<string, Definition>

export type SettingName = keyof typeof definitions

export interface Settings {
  readonly host: string
  readonly port: number
  readonly data: string
  readonly database: string | undefined
  readonly world: string
  readonly reset: boolean
  readonly edition: (typeof editionNames)[number]
  readonly runners: boolean
  readonly external_url: string | undefined
  readonly rate_limit: number | undefined
  readonly cors_origin: readonly string[]
  readonly log_level: LogLevel
  readonly trust_proxy: boolean
  readonly expose_demo_tokens: boolean
}

/** A setting that makes no sense, said in one sentence. */
export class SettingError extends Error {
  override name = 'SettingError'
}

const names = Object.keys(definitions) as SettingName[]
export const flagOf = (name: SettingName): string => `--${name.replaceAll('_', '-')}`
export const variableOf = (name: SettingName): string => `JOBS_API_${name.toUpperCase()}`

/** Reads settings from flags, then from the environment, then from the defaults. */
export function readSettings(args: readonly string[], environment: Readonly<Record<string, string | undefined>>): Settings {
  const given = readFlags(args)
  const text = (name: SettingName) => given.get(name) ?? environment[variableOf(name)] ?? definitions[name].default
  const edition = editionNames.find((name) => name === text('edition'))
  if (edition === undefined) throw new SettingError(`--edition must be one of ${editionNames.join(', ')}, not "${text('edition')}".`)
  return {
    host: text('host'),
    port: wholeNumber('port', text('port'), 65_535),
    data: text('data'),
    database: database(text('database')),
    world: text('world'),
    reset: yesOrNo('reset', text('reset')),
    edition,
    runners: onOrOff('runners', text('runners')),
    external_url: url('external_url', text('external_url')),
    rate_limit: text('rate_limit') === '' ? undefined : wholeNumber('rate_limit', text('rate_limit'), 1_000_000_000),
    cors_origin: origins('cors_origin', text('cors_origin')),
    log_level: logLevel('log_level', text('log_level')),
    trust_proxy: yesOrNo('trust_proxy', text('trust_proxy')),
    expose_demo_tokens: yesOrNo('expose_demo_tokens', text('expose_demo_tokens')),
  }
}

function readFlags(args: readonly string[]): Map<SettingName, string> {
  const given = new Map<SettingName, string>()
  for (let index = 0; index < args.length; index++) {
    const [flag = '', inline] = (args[index] ?? '').split(/=(.*)/s, 2)
    const name = names.find((candidate) => flagOf(candidate) === flag)
    if (name === undefined) throw new SettingError(`There is no setting ${flag}; --help lists them all.`)
    const isSwitch = definitions[name].value === ''
    const value = inline ?? (isSwitch ? 'true' : args[++index])
    if (value === undefined) throw new SettingError(`${flag} needs a value.`)
    given.set(name, value)
  }
  return given
}

function wholeNumber(name: SettingName, text: string, most: number): number {
  if (!/^\d+$/.test(text) || Number(text) > most)
    throw new SettingError(`${flagOf(name)} must be a whole number up to ${most}, not "${text}".`)
  return Number(text)
}

function onOrOff(name: SettingName, text: string): boolean {
  if (text !== 'on' && text !== 'off') throw new SettingError(`${flagOf(name)} must be on or off, not "${text}".`)
  return text === 'on'
}

function yesOrNo(name: SettingName, text: string): boolean {
  if (text !== 'true' && text !== 'false') throw new SettingError(`${flagOf(name)} must be true or false, not "${text}".`)
  return text === 'true'
}

function url(name: SettingName, text: string): string | undefined {
  if (text === '') return undefined
  if (!URL.canParse(text) || !/^https?:/.test(text))
    throw new SettingError(`${flagOf(name)} must be an http or https address, not "${text}".`)
  return text.replace(/\/+$/, '')
}

/** Said without the address: there may be a password in it. */
function database(text: string): string | undefined {
  if (text === '') return undefined
  if (!URL.canParse(text) || !/^postgres(ql)?:$/.test(new URL(text).protocol))
    throw new SettingError('--database must be the address of a PostgreSQL database, postgres://user@host/name.')
  return text
}

function origins(name: SettingName, text: string): string[] {
  const given = text.split(',').flatMap((part) => (part.trim() === '' ? [] : [part.trim()]))
  for (const origin of given)
    if (origin !== '*' && !(URL.canParse(origin) && new URL(origin).origin === origin))
      throw new SettingError(`${flagOf(name)} must be origins such as https://app.example.com, or *, not "${origin}".`)
  return given
}

function logLevel(name: SettingName, text: string): LogLevel {
  const level = logLevels.find((candidate) => candidate === text)
  if (level === undefined) throw new SettingError(`${flagOf(name)} must be one of ${logLevels.join(', ')}, not "${text}".`)
  return level
}

/** The table of settings, as `--help` shows it. */
export function settingsHelp(): string {
  const rows = names.map((name) => {
    const { value, default: fallback, sentence } = definitions[name]
    return [`${flagOf(name)} ${value}`.trim(), `${sentence}${fallback === '' || value === '' ? '' : ` [${fallback}]`}`] as const
  })
  const width = Math.max(...rows.map(([flag]) => flag.length))
  return rows.map(([flag, sentence]) => `  ${flag.padEnd(width)}  ${sentence}`).join('\n')
}

/** The same table in Markdown, for the README. */
export function settingsTable(): string {
  const rows = names.map((name) => {
    const { value, default: fallback, sentence } = definitions[name]
    return `| \`${`${flagOf(name)} ${value}`.trim()}\` | \`${variableOf(name)}\` | ${fallback === '' ? '' : `\`${fallback}\``} | ${sentence} |`
  })
  return ['| flag | environment | default | meaning |', '|---|---|---|---|', ...rows].join('\n')
}
