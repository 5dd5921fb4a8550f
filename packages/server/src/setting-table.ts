import { type Edition, editionNames } from '@jobs-api/contract'

export const logLevels = ['error', 'info', 'debug', 'silent'] as const
export type LogLevel = (typeof logLevels)[number]

export interface Definition {
  /** How its value is shown in a help text; empty for a switch. */
  readonly value: string
  readonly default: string
  readonly sentence: string
}

/** A setting that makes no sense, said in one sentence. */
export class SettingError extends Error {
  override name = 'SettingError'
}

type Environment = Readonly<Record<string, string | undefined>>

export const flagOf = (name: string): string => `--${name.replaceAll('_', '-')}`

/** The settings of one program: each a flag, an environment variable, a default, and one sentence. */
export class SettingTable<Name extends string> {
  readonly #definitions: Readonly<Record<Name, Definition>>
  readonly #names: readonly Name[]
  readonly #prefix: string

  /** The environment variable of a setting is `prefix` and its name. */
  constructor(definitions: Readonly<Record<Name, Definition>>, prefix: string) {
    this.#definitions = definitions
    this.#names = Object.keys(definitions) as Name[]
    this.#prefix = prefix
  }

  variableOf(name: Name): string {
    return `${this.#prefix}${name.toUpperCase()}`
  }

  /** What each setting says: by its flag, or else in the environment, or else by default. */
  read(args: readonly string[], environment: Environment): (name: Name) => string {
    const given = this.#flags(args)
    return (name) => given.get(name) ?? environment[this.variableOf(name)] ?? this.#definitions[name].default
  }

  #flags(args: readonly string[]): Map<Name, string> {
    const given = new Map<Name, string>()
    for (let index = 0; index < args.length; index++) {
      const [flag = '', inline] = (args[index] ?? '').split(/=(.*)/s, 2)
      const name = this.#names.find((candidate) => flagOf(candidate) === flag)
      if (name === undefined) throw new SettingError(`There is no setting ${flag}; --help lists them all.`)
      const isSwitch = this.#definitions[name].value === ''
      const value = inline ?? (isSwitch ? 'true' : args[++index])
      if (value === undefined) throw new SettingError(`${flag} needs a value.`)
      given.set(name, value)
    }
    return given
  }

  /** As `--help` shows it. */
  help(): string {
    const rows = this.#names.map((name) => {
      const { value, default: fallback, sentence } = this.#definitions[name]
      return [`${flagOf(name)} ${value}`.trim(), `${sentence}${fallback === '' || value === '' ? '' : ` [${fallback}]`}`] as const
    })
    const width = Math.max(...rows.map(([flag]) => flag.length))
    return rows.map(([flag, sentence]) => `  ${flag.padEnd(width)}  ${sentence}`).join('\n')
  }

  /** The same in Markdown. */
  markdown(): string {
    const rows = this.#names.map((name) => {
      const { value, default: fallback, sentence } = this.#definitions[name]
      const shown = fallback === '' ? '' : `\`${fallback}\``
      return `| \`${`${flagOf(name)} ${value}`.trim()}\` | \`${this.variableOf(name)}\` | ${shown} | ${sentence} |`
    })
    return ['| flag | environment | default | meaning |', '|---|---|---|---|', ...rows].join('\n')
  }
}

export function edition(name: string, text: string): Edition {
  const found = editionNames.find((candidate) => candidate === text)
  if (found === undefined) throw new SettingError(`${flagOf(name)} must be one of ${editionNames.join(', ')}, not "${text}".`)
  return found
}

export function wholeNumber(name: string, text: string, most: number): number {
  if (!/^\d+$/.test(text) || Number(text) > most)
    throw new SettingError(`${flagOf(name)} must be a whole number up to ${most}, not "${text}".`)
  return Number(text)
}

export function onOrOff(name: string, text: string): boolean {
  if (text !== 'on' && text !== 'off') throw new SettingError(`${flagOf(name)} must be on or off, not "${text}".`)
  return text === 'on'
}

export function yesOrNo(name: string, text: string): boolean {
  if (text !== 'true' && text !== 'false') throw new SettingError(`${flagOf(name)} must be true or false, not "${text}".`)
  return text === 'true'
}

export function url(name: string, text: string): string | undefined {
  if (text === '') return undefined
  if (!URL.canParse(text) || !/^https?:/.test(text))
    throw new SettingError(`${flagOf(name)} must be an http or https address, not "${text}".`)
  return text.replace(/\/+$/, '')
}

export function origins(name: string, text: string): string[] {
  const given = text.split(',').flatMap((part) => (part.trim() === '' ? [] : [part.trim()]))
  for (const origin of given)
    if (origin !== '*' && !(URL.canParse(origin) && new URL(origin).origin === origin))
      throw new SettingError(`${flagOf(name)} must be origins such as https://app.example.com, or *, not "${origin}".`)
  return given
}

export function logLevel(name: string, text: string): LogLevel {
  const level = logLevels.find((candidate) => candidate === text)
  if (level === undefined) throw new SettingError(`${flagOf(name)} must be one of ${logLevels.join(', ')}, not "${text}".`)
  return level
}
