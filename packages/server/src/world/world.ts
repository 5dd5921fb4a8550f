import type { Role } from '../access/roles.ts'
import type { ArtifactAccess, Encoded, InputType, InputValue, Job, JobKind, Project } from '../storage/records.ts'

/** A moment relative to the loading of the world, such as `-3h20m` or `+30d`. */
export type RelativeTime = string

// The types of `worlds/world.schema.json`, with its defaults filled in.

export interface World {
  readonly users: readonly WorldUser[]
  readonly groups: readonly WorldGroup[]
  readonly runners?: readonly WorldRunner[]
  readonly tokens?: readonly WorldToken[]
  readonly projects: readonly WorldProject[]
}

/** One file before it is joined with the one that it extends. */
export interface WorldInFiles {
  readonly extends?: string
  readonly users?: readonly WorldUser[]
  readonly groups?: readonly WorldGroup[]
  readonly runners?: readonly WorldRunner[]
  readonly tokens?: readonly WorldToken[]
  readonly projects?: readonly WorldProject[]
  readonly additions?: readonly ({ readonly project: string } & Pick<WorldProject, 'members' | 'environments' | 'pipelines'>)[]
}

export interface WorldUser {
  readonly id: number
  readonly username: string
  readonly name: string
  readonly state: string
  readonly bot: boolean
  readonly created: RelativeTime
  readonly public_email: string
  readonly job_title?: string
  readonly organization?: string
  readonly location?: string
  readonly bio?: string
}

export interface WorldRunner {
  readonly id: number
  readonly description: string
  readonly type: string
  readonly paused: boolean
  readonly tags: readonly string[]
  readonly run_untagged: boolean
  readonly limit: number
  readonly system_id: string
  readonly version: string
  readonly revision: string
  readonly platform: string
  readonly architecture: string
  readonly ip_address: string
  readonly created: RelativeTime
  readonly contacted: RelativeTime
}

export interface WorldToken {
  readonly token: string
  readonly user?: string
  readonly kind: 'personal' | 'oauth'
  readonly job?: number
  readonly scopes: readonly string[]
  readonly expires?: RelativeTime
  readonly revoked: boolean
}

/** An access token of a group or of a project: whoever has it is a bot, and a member like others. */
export interface WorldAccessToken {
  readonly token: string
  readonly name: string
  readonly role: Role
  /** The number of that bot among the users. */
  readonly bot: number
  readonly created: RelativeTime
  readonly scopes: readonly string[]
  readonly expires?: RelativeTime
  readonly revoked: boolean
}

export type Members = Readonly<Record<string, Role>>

export interface WorldGroup {
  readonly id: number
  /** From the topmost group down: `harbor/fleet`. */
  readonly path: string
  readonly name: string
  readonly visibility: Project['visibility']
  /** Members of the groups and projects below, too. */
  readonly members: Members
  readonly tokens: readonly WorldAccessToken[]
}

export interface WorldEnvironment {
  readonly name: string
  readonly slug?: string
  readonly tier?: string
  /** Who may deploy: whoever has this role, these users, the members of these groups. Left out: whoever may run the job. */
  readonly protected?: { readonly deploy?: Role; readonly users: readonly string[]; readonly groups: readonly string[] }
}

export interface WorldProject {
  readonly id: number
  /** Begins with the path of its group, or with the name of the user to whom it belongs. */
  readonly path: string
  readonly name: string
  readonly description?: string
  readonly created: RelativeTime
  readonly former_paths: readonly string[]
  readonly visibility: Project['visibility']
  readonly public_pipelines: boolean
  readonly refreshing_statistics: boolean
  readonly keep_latest_artifacts: boolean
  readonly job_token_scope_enabled: boolean
  /** Paths of projects, and of groups whose projects are meant. */
  readonly job_token_allow_list: readonly string[]
  readonly pipeline_variables_role: Role
  readonly members: Members
  readonly tokens: readonly WorldAccessToken[]
  readonly protected_refs: readonly { readonly ref: string; readonly push: Role }[]
  readonly environments: readonly WorldEnvironment[]
  readonly agents: readonly {
    readonly id: number
    /** Its path. */
    readonly config_project: string
    readonly configuration: Readonly<Record<string, unknown>>
  }[]
  readonly pipelines: readonly WorldPipeline[]
}

export interface WorldPipeline {
  readonly id: number
  readonly ref: string
  readonly tag: boolean
  readonly status: Job['status']
  readonly source: string
  readonly user?: string
  readonly created: RelativeTime
  readonly updated?: RelativeTime
  readonly commit: {
    readonly sha: string
    readonly message: string
    readonly author: string
    readonly at?: RelativeTime
    readonly offset: number
    readonly parents: readonly string[]
  }
  readonly jobs: readonly WorldJob[]
}

export interface WorldJob {
  readonly id: number
  readonly name: string
  readonly kind: JobKind
  readonly stage: string
  readonly status: Job['status']
  readonly when: Job['when']
  readonly allow_failure: boolean
  readonly coverage?: number
  readonly user?: string
  readonly created?: RelativeTime
  readonly queued?: RelativeTime
  readonly started?: RelativeTime
  readonly finished?: RelativeTime
  readonly erased?: RelativeTime
  readonly scheduled?: RelativeTime
  readonly failure_reason?: string
  readonly runner?: number
  readonly tags: readonly string[]
  readonly archived: boolean
  readonly retried: boolean
  readonly debug: boolean
  readonly cancels_gracefully: boolean
  /** The name of one of the project's environments. */
  readonly environment?: string
  readonly inputs: Readonly<
    Record<string, { readonly type: InputType; readonly default?: InputValue; readonly options?: readonly InputValue[] }>
  >
  readonly downstream?: number
  /** What stood in a file stands here already; a generated log is made when the world is loaded. */
  readonly log?: string | Encoded | { readonly generated: number }
  readonly artifacts?: WorldArtifacts
  readonly resource_group?: string
  readonly run?: WorldRun
}

/** A length of time, such as `12s` or `1h30m`. */
export type Duration = string

/** What a simulated runner makes of a job. */
export interface WorldRun {
  readonly duration?: Duration
  readonly start_in?: Duration
  readonly lines?: string | readonly string[]
  readonly outcome?: 'success' | 'failed'
  readonly failure_reason?: string
  readonly exit_code?: number
  readonly coverage?: number
  readonly artifacts?: WorldArtifacts
  readonly retry?: WorldRun
  readonly trigger?: {
    readonly project?: string
    readonly ref?: string
    readonly strategy?: 'depend'
    readonly jobs: readonly WorldJobTemplate[]
  }
}

export type WorldJobTemplate = Pick<
  WorldJob,
  'name' | 'kind' | 'stage' | 'when' | 'allow_failure' | 'tags' | 'environment' | 'inputs' | 'resource_group' | 'run'
>

export interface WorldArtifacts {
  /** From the loading of the world; of a run: how long after its end, without a sign. */
  readonly expire?: RelativeTime
  readonly table_of_contents: boolean
  readonly access: ArtifactAccess
  readonly files?: Readonly<Record<string, string | number | Encoded>>
  readonly reports?: readonly { readonly type: string; readonly filename: string; readonly content: string | Encoded }[]
}
