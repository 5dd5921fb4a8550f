import type { Role } from '../access/roles.ts'
import type { ArtifactAccess, InputType, InputValue, Job, JobKind, Project } from '../storage/records.ts'

/** A moment relative to the loading of the world, such as `-3h20m` or `+30d`. */
export type RelativeTime = string

// The types of `worlds/world.schema.json`, with its defaults filled in.

export interface World {
  readonly users: readonly WorldUser[]
  readonly runners?: readonly WorldRunner[]
  readonly tokens?: readonly WorldToken[]
  readonly projects: readonly WorldProject[]
}

/** One file before it is joined with the one that it extends. */
export interface WorldInFiles {
  readonly extends?: string
  readonly users?: readonly WorldUser[]
  readonly runners?: readonly WorldRunner[]
  readonly tokens?: readonly WorldToken[]
  readonly projects?: readonly WorldProject[]
  readonly additions?: readonly {
    readonly project: string
    readonly members: WorldProject['members']
    readonly pipelines: readonly WorldPipeline[]
  }[]
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

export interface WorldProject {
  readonly id: number
  readonly path: string
  readonly name: string
  readonly namespace_name: string
  readonly description?: string
  readonly created: RelativeTime
  readonly former_paths: readonly string[]
  readonly visibility: Project['visibility']
  readonly public_pipelines: boolean
  readonly refreshing_statistics: boolean
  readonly keep_latest_artifacts: boolean
  readonly job_token_scope_enabled: boolean
  readonly job_token_allow_list: readonly number[]
  readonly pipeline_variables_role: Role
  readonly groups: readonly number[]
  readonly members: Readonly<Record<string, Role>>
  readonly protected_refs: readonly { readonly ref: string; readonly push: Role }[]
  readonly protected_environments: readonly { readonly slug: string; readonly deploy: Role }[]
  readonly agents: readonly {
    readonly id: number
    readonly config_project: number
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
  readonly environment?: { readonly slug: string; readonly tier: string }
  readonly inputs: Readonly<
    Record<string, { readonly type: InputType; readonly default?: InputValue; readonly options?: readonly InputValue[] }>
  >
  readonly downstream?: number
  /** What a file says stands here already as text; a generated log is made when the world is loaded. */
  readonly log?: string | { readonly generated: number }
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
  readonly artifacts?: PlannedWorldArtifacts
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
  readonly files?: Readonly<Record<string, string | number | Uint8Array>>
  readonly reports?: readonly { readonly type: string; readonly filename: string; readonly content: string }[]
}

/** Those of a job that has not run: texts and sizes only, since the plan is kept in the database. */
export interface PlannedWorldArtifacts extends WorldArtifacts {
  readonly files?: Readonly<Record<string, string | number>>
}
