import { type Edition, editionNames } from '@jobs-api/contract'
import {
  type Definition,
  edition,
  type LogLevel,
  logLevel,
  logLevels,
  onOrOff,
  origins,
  SettingError,
  SettingTable,
  url,
  wholeNumber,
  yesOrNo,
} from './setting-table.ts'

export { SettingError } from './setting-table.ts'

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
  objects: {
    value: 'URL',
    default: '',
    sentence: 'Bucket of an object store for artifacts, `s3://bucket/prefix?endpoint=...`; by default they are kept in the data folder.',
  },
  proxy_download: {
    value: '',
    default: 'false',
    sentence: 'Send archives out of an object store through the server, in place of redirects to signed addresses.',
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
  metrics_port: {
    value: 'NUMBER',
    default: '',
    sentence: 'Port on which Prometheus finds `/metrics`; 0 takes any free one. None by default.',
  },
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
  readonly objects: string | undefined
  readonly proxy_download: boolean
  readonly world: string
  readonly reset: boolean
  readonly edition: Edition
  readonly runners: boolean
  readonly external_url: string | undefined
  readonly rate_limit: number | undefined
  readonly cors_origin: readonly string[]
  readonly log_level: LogLevel
  readonly metrics_port: number | undefined
  readonly trust_proxy: boolean
  readonly expose_demo_tokens: boolean
}

const table = new SettingTable<SettingName>(definitions, 'JOBS_API_')
export const variableOf = (name: SettingName): string => table.variableOf(name)

/** Reads settings from flags, then from the environment, then from the defaults. */
export function readSettings(args: readonly string[], environment: Readonly<Record<string, string | undefined>>): Settings {
  const text = table.read(args, environment)
  return {
    host: text('host'),
    port: wholeNumber('port', text('port'), 65_535),
    data: text('data'),
    database: place('database', text('database'), /^postgres(ql)?:\/\//, 'the address of a PostgreSQL database, postgres://user@host/name'),
    objects: place('objects', text('objects'), /^s3:\/\/[^/?]/, 'a bucket of an object store, s3://bucket/prefix'),
    proxy_download: yesOrNo('proxy_download', text('proxy_download')),
    world: text('world'),
    reset: yesOrNo('reset', text('reset')),
    edition: edition('edition', text('edition')),
    runners: onOrOff('runners', text('runners')),
    external_url: url('external_url', text('external_url')),
    rate_limit: text('rate_limit') === '' ? undefined : wholeNumber('rate_limit', text('rate_limit'), 1_000_000_000),
    cors_origin: origins('cors_origin', text('cors_origin')),
    log_level: logLevel('log_level', text('log_level')),
    metrics_port: text('metrics_port') === '' ? undefined : wholeNumber('metrics_port', text('metrics_port'), 65_535),
    trust_proxy: yesOrNo('trust_proxy', text('trust_proxy')),
    expose_demo_tokens: yesOrNo('expose_demo_tokens', text('expose_demo_tokens')),
  }
}

/** Said without the address: there may be a password in it. */
function place(name: SettingName, text: string, beginning: RegExp, wanted: string): string | undefined {
  if (text === '') return undefined
  if (!URL.canParse(text) || !beginning.test(text)) throw new SettingError(`--${name} must be ${wanted}.`)
  return text
}

/** The table of settings, as `--help` shows it. */
export const settingsHelp = (): string => table.help()

/** The same table in Markdown, for the README. */
export const settingsTable = (): string => table.markdown()
