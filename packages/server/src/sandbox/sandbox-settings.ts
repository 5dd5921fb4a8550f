import { type Edition, editionNames } from '@jobs-api/contract'
import { edition, type LogLevel, logLevel, logLevels, origins, SettingError, SettingTable, url, wholeNumber } from '../setting-table.ts'
import type { JobPace } from './paces.ts'

/** Each setting of the sandbox: a flag `--name`, an environment variable `JOBS_API_SANDBOX_NAME`, a default, and one sentence. */
export const sandboxDefinitions = {
  host: { value: 'ADDRESS', default: '127.0.0.1', sentence: 'Address to listen on.' },
  port: { value: 'NUMBER', default: '4001', sentence: 'Port to listen on; 0 takes any free one.' },
  world: { value: 'NAME', default: 'demo', sentence: 'World that universes begin with whose name names none.' },
  at: { value: 'TIME', default: '', sentence: 'When the story of each universe begins, such as `2026-11-20T10:00:00Z`; by default now.' },
  speed: { value: 'NUMBER', default: '1', sentence: 'Seconds that pass in a second; 0 stops the clock.' },
  pace: {
    value: 'PACE',
    default: 'time',
    sentence: 'How jobs go on: `time`, with the clock; `at_once`; `reads:3`, when they have been read so many times; `never`.',
  },
  seed: { value: 'TEXT', default: '1', sentence: 'What chance follows from: the same seed, the same luck.' },
  edition: { value: 'NAME', default: 'current', sentence: `Which GitLab to be: ${editionNames.join(', ')}.` },
  external_url: { value: 'URL', default: '', sentence: 'Address that representations link to; by default the one listened on.' },
  cors_origin: { value: 'ORIGINS', default: '*', sentence: 'Web pages of which origins may ask, separated by commas; `*` for all.' },
  universes: { value: 'NUMBER', default: '200', sentence: 'How many universes there may be at a time.' },
  log_level: { value: 'LEVEL', default: 'error', sentence: `How much is logged: ${logLevels.join(', ')}.` },
} as const

type Name = keyof typeof sandboxDefinitions

const table = new SettingTable<Name>(sandboxDefinitions, 'JOBS_API_SANDBOX_')

export interface SandboxSettings {
  readonly host: string
  readonly port: number
  readonly world: string
  readonly at: number | undefined
  readonly speed: number
  readonly pace: JobPace
  readonly seed: string
  readonly edition: Edition
  readonly external_url: string | undefined
  readonly cors_origin: readonly string[]
  readonly universes: number
  readonly log_level: LogLevel
}

/** Reads settings from flags, then from the environment, then from the defaults. */
export function readSandboxSettings(args: readonly string[], environment: Readonly<Record<string, string | undefined>>): SandboxSettings {
  const text = table.read(args, environment)
  return {
    host: text('host'),
    port: wholeNumber('port', text('port'), 65_535),
    world: text('world'),
    at: moment(text('at')),
    speed: speed(text('speed')),
    pace: pace(text('pace')),
    seed: text('seed'),
    edition: edition('edition', text('edition')),
    external_url: url('external_url', text('external_url')),
    cors_origin: origins('cors_origin', text('cors_origin')),
    universes: wholeNumber('universes', text('universes'), 10_000),
    log_level: logLevel('log_level', text('log_level')),
  }
}

function moment(text: string): number | undefined {
  if (text === '') return undefined
  const instant = Date.parse(text)
  if (Number.isNaN(instant)) throw new SettingError(`--at must be a time such as 2026-11-20T10:00:00Z, not "${text}".`)
  return instant
}

function speed(text: string): number {
  const number = Number(text)
  if (!/^\d+(\.\d+)?$/.test(text) || number > 100_000) throw new SettingError(`--speed must be a number up to 100000, not "${text}".`)
  return number
}

function pace(text: string): JobPace {
  const reads = /^reads:([1-9]\d{0,3})$/.exec(text)?.[1]
  if (reads !== undefined) return { mode: 'reads', reads: Number(reads) }
  if (text === 'time' || text === 'at_once' || text === 'never') return { mode: text }
  throw new SettingError(`--pace must be time, at_once, never, or reads: with a number as in reads:3, not "${text}".`)
}

export const sandboxHelp = (): string => `The sandbox of the Jobs API: the reference server with worlds to throw away.

Usage: npm run sandbox -- [settings]     (installed: jobs-api-server sandbox [settings])

Settings, each also as an environment variable (--speed is JOBS_API_SANDBOX_SPEED):

${table.help()}
`
