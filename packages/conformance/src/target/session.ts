import type { EditionContract } from '../contract/edition-contract.ts'
import type { Misfit } from '../contract/misfits.ts'
import type { Tokens } from './callers.ts'
import type { Exchange } from './exchange.ts'

/** Projects beside the one that is looked into, by what is special about them. */
export const projectKinds = {
  same: 'the same project by its other name: its number if it was named by its path, and the reverse',
  other: 'another project in which the maintainer is a maintainer, too',
  public: 'a public project whose pipelines everybody sees, and whose jobs have archives',
  members: 'a private project whose pipelines are not public',
  'public-members': 'a public project whose pipelines are not public',
  protected: 'a project with a branch to which only maintainers may push',
  moved: 'a path that the project had before',
  refreshing: 'a project whose statistics are being refreshed',
  expendable: 'a project of which all artifacts may be deleted',
} as const

export type ProjectKind = keyof typeof projectKinds

/** Parts that an implementation may lack; whoever runs the kit declares it. */
export const capabilities = {
  'job-tokens': 'tokens of jobs',
  'trigger-jobs': 'jobs that start other pipelines',
  artifacts: 'archives of files that jobs leave behind',
  inputs: 'inputs that jobs declare',
  'moved-projects': 'redirects from former paths of projects',
  'public-projects': 'projects that may be read by everybody',
  'statistics-refresh': 'times in which nothing can be erased',
  'archived-jobs': 'old jobs that can no longer be changed',
  'debug-logs': 'logs that only developers may read',
} as const

export type Capability = keyof typeof capabilities

export interface Settings {
  /** Up to and including `/api/v4`. */
  readonly baseUrl: string
  /** The project to look into: its number or its full path. */
  readonly project: string
  readonly tokens: Tokens
  /** The environment variable of the maintainer's token, as it is named in what is shown. */
  readonly variable: string
  readonly projects: Readonly<Partial<Record<ProjectKind, string>>>
  /** Jobs that were handed over, by the name of the state that they are in. */
  readonly handed: Readonly<Record<string, readonly number[]>>
  /** Brings jobs into a state when asked to; see the README. */
  readonly stateHandler?: string | undefined
  readonly unsupported: readonly Capability[]
  readonly allowWrites: boolean
  /** How long a job may take to get into a state, in milliseconds. */
  readonly patience: number
  readonly send: typeof fetch
}

/** One run of the kit against one implementation, with all that its checks have found out and share. */
export interface Session {
  readonly settings: Settings
  readonly contract: EditionContract
  /** Told of every exchange. */
  heard(exchange: Exchange): void
  /** What was looked up once, so that not every check does it again. */
  readonly known: Map<string, Promise<unknown>>
  /** The same for other projects. */
  readonly elsewhere: Map<string, Pick<Session, 'known'>>
  /** Everything in which an answer was not what the contract describes. */
  readonly misfits: { readonly exchange: Exchange; readonly misfit: Misfit }[]
  /** Jobs that the kit has made by retries, the newest last. */
  readonly made: number[]
  /** Jobs that were handed over and have been acted on. */
  readonly used: Set<number>
  /** Other checks read at the same time, so nothing may be changed that they look at. */
  readonly isShared?: boolean
}
