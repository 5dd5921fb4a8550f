import { parseArgs } from 'node:util'
import { type Edition, editionNames } from '@jobs-api/contract'
import { type Level, levels } from './check.ts'
import { callerNames, type Tokens, variableOf } from './target/callers.ts'
import { type Capability, capabilities, type ProjectKind, projectKinds } from './target/session.ts'

/** What is wrong with how the program was called, as a sentence; then nothing is examined. */
export class UsageError extends Error {
  override name = 'UsageError'
}

export const reportForms = ['text', 'json', 'junit', 'html'] as const
export type ReportForm = (typeof reportForms)[number]

export interface Options {
  /** Whether what is asked and answered is kept, and the checks that hold are stamped. */
  readonly record: boolean
  /** The folder for that. */
  readonly out: string
  /** What to stamp with instead of what the server says of itself. */
  readonly gitlabVersion: string | undefined
  readonly baseUrl: string | undefined
  readonly edition: Edition
  readonly level: Level
  readonly only: readonly string[]
  readonly list: boolean
  readonly help: boolean
  readonly allowWrites: boolean
  readonly project: string | undefined
  readonly projects: Readonly<Partial<Record<ProjectKind, string>>>
  readonly variable: string | undefined
  readonly handed: Readonly<Record<string, readonly number[]>>
  readonly stateHandler: string | undefined
  readonly unsupported: readonly Capability[]
  readonly expectedFailures: string | undefined
  readonly seed: number
  /** How many checks that only read run at once. */
  readonly parallel: number
  readonly report: ReportForm
  /** Files to write what was met of the contract to: a map for people if the name ends in .html, data otherwise. */
  readonly coverage: readonly string[]
  readonly patience: number
}

export function readOptions(args: readonly string[]): Options {
  const { values, positionals } = parse(args)
  const record = positionals[0] === 'record'
  const [baseUrl, ...others] = record ? positionals.slice(1) : positionals
  if (others.length > 0) throw new UsageError(`one URL is enough; what is ${others.join(' ')}?`)
  const projects = values.project.map(pair)
  return {
    baseUrl,
    edition: oneOf('--edition', editionNames, values.edition),
    level: oneOf('--level', levels, values.level),
    report: oneOf('--report', reportForms, values.report),
    ...{ record, out: values.out, gitlabVersion: values['gitlab-version'], coverage: values.coverage },
    ...{ only: values.only, list: values.list, help: values.help, allowWrites: values['allow-writes'] },
    project: projects.find(([kind]) => kind === '')?.[1],
    projects: Object.fromEntries(projects.flatMap(([kind, id]) => (kind === '' ? [] : [[oneOf('--project', projectNames, kind), id]]))),
    variable: values['token-env'],
    handed: handedOver(values.state.map(pair)),
    stateHandler: values['state-handler'],
    unsupported: values.unsupported.map((name) => oneOf('--unsupported', capabilityNames, name)),
    expectedFailures: values['expected-failures'],
    seed: wholeNumber('--seed', values.seed),
    parallel: Math.max(1, wholeNumber('--parallel', values.parallel)),
    patience: wholeNumber('--wait', values.wait) * 1000,
  }
}

const projectNames = Object.keys(projectKinds) as ProjectKind[]
const capabilityNames = Object.keys(capabilities) as Capability[]

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        'token-env': { type: 'string' },
        project: { type: 'string', multiple: true, default: [] },
        edition: { type: 'string', default: 'current' },
        level: { type: 'string', default: 'may' },
        only: { type: 'string', multiple: true, default: [] },
        'allow-writes': { type: 'boolean', default: false },
        state: { type: 'string', multiple: true, default: [] },
        'state-handler': { type: 'string' },
        unsupported: { type: 'string', multiple: true, default: [] },
        'expected-failures': { type: 'string' },
        out: { type: 'string', default: 'recorded' },
        'gitlab-version': { type: 'string' },
        seed: { type: 'string', default: '0' },
        parallel: { type: 'string', default: '4' },
        wait: { type: 'string', default: '60' },
        coverage: { type: 'string', multiple: true, default: [] },
        report: { type: 'string', default: 'text' },
        list: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    })
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error))
  }
}

/** `kind=value`, or only a value. */
const pair = (text: string): readonly [string, string] => {
  const [, kind = '', value = ''] = /^(?:([a-z-]+)=)?(.*)$/.exec(text) ?? []
  return [kind, value]
}

function handedOver(pairs: readonly (readonly [string, string])[]): Record<string, readonly number[]> {
  const handed: Record<string, readonly number[]> = {}
  for (const [name, ids] of pairs) {
    if (name === '') throw new UsageError(`--state takes NAME=ID, not ${ids}`)
    handed[name] = [...(handed[name] ?? []), ...ids.split(',').map((id) => wholeNumber('--state', id))]
  }
  return handed
}

function oneOf<Each extends string>(flag: string, known: readonly Each[], value: string): Each {
  const found = known.find((each) => each === value)
  if (found === undefined) throw new UsageError(`${flag} is one of ${known.join(', ')}, not ${value}`)
  return found
}

function wholeNumber(flag: string, text: string): number {
  if (!/^\d{1,12}$/.test(text)) throw new UsageError(`${flag} takes a whole number, not ${text}`)
  return Number(text)
}

/** The tokens of all callers that the environment has, by the variable of the maintainer's. */
export function tokensIn(environment: Readonly<Record<string, string | undefined>>, variable: string): Tokens {
  const found = callerNames.map((caller) => [caller, environment[variableOf(caller, variable)] ?? ''] as const)
  return Object.fromEntries(found.filter(([, token]) => token !== ''))
}
