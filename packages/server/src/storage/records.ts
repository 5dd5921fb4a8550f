import type { JobStatus } from '@jobs-api/lifecycle'
import type { Role } from '../access/roles.ts'

/** Milliseconds since 1970, UTC. */
export type Instant = number

export interface User {
  readonly id: number
  readonly username: string
  readonly name: string
  readonly state: string
  readonly bot: boolean
  readonly createdAt: Instant
  readonly publicEmail: string
  readonly jobTitle: string | null
  readonly organization: string | null
  readonly location: string | null
  readonly bio: string | null
}

export interface Agent {
  readonly id: number
  readonly configProject: number
  readonly configuration: { readonly [name: string]: unknown }
}

export interface Project {
  readonly id: number
  readonly path: string
  readonly name: string
  /** Of its groups from the topmost down, `Harbor / Fleet`, or of the user to whom it belongs. */
  readonly namespaceName: string
  readonly description: string | null
  readonly createdAt: Instant
  readonly visibility: 'private' | 'internal' | 'public'
  /** Whether everybody who sees the project sees its pipelines, too. */
  readonly publicPipelines: boolean
  /** Whether its statistics are being refreshed: nothing may be erased or deleted meanwhile. */
  readonly refreshingStatistics: boolean
  readonly keepLatestArtifacts: boolean
  readonly jobTokenScopeEnabled: boolean
  /** Projects whose job tokens may come in. */
  readonly jobTokenAllowList: readonly number[]
  /** Who may set variables when playing a job. */
  readonly pipelineVariablesRole: Role
  readonly protectedRefs: readonly { readonly ref: string; readonly push: Role }[]
  readonly protectedEnvironments: readonly ProtectedEnvironment[]
  readonly groups: readonly number[]
  readonly agents: readonly Agent[]
}

/** An environment to which not everybody may deploy who may run its jobs. */
export interface ProtectedEnvironment {
  readonly slug: string
  /** From which role on everybody may; null: nobody because of a role. */
  readonly deploy: Role | null
  /** Who else may. */
  readonly users: readonly number[]
}

export interface Commit {
  readonly sha: string
  readonly message: string
  readonly authorName: string
  readonly authorEmail: string
  readonly committedAt: Instant
  /** Minutes east of UTC where the commit was made. */
  readonly offset: number
  readonly parents: readonly string[]
  /** Where somebody else put the change into the history than wrote it. */
  readonly committer?: { readonly name: string; readonly email: string }
  /** Where the change was written at another moment than it was put there. */
  readonly authored?: { readonly at: Instant; readonly offset: number }
}

export interface Pipeline {
  readonly id: number
  readonly iid: number
  readonly projectId: number
  readonly sha: string
  readonly ref: string
  readonly tag: boolean
  readonly status: JobStatus
  readonly source: string
  readonly createdAt: Instant
  readonly updatedAt: Instant
  readonly commit: Commit
}

export interface Runner {
  readonly id: number
  readonly description: string
  readonly type: string
  readonly paused: boolean
  readonly tags: readonly string[]
  /** Whether it takes jobs that name no tag. */
  readonly runUntagged: boolean
  /** How many jobs it runs at once. */
  readonly limit: number
  readonly manager: RunnerManager
}

export interface RunnerManager {
  readonly id: number
  readonly systemId: string
  readonly version: string
  readonly revision: string
  readonly platform: string
  readonly architecture: string
  readonly ipAddress: string
  readonly createdAt: Instant
  readonly contactedAt: Instant
}

export type JobKind = 'build' | 'bridge'
export type InputValue = string | number | boolean | readonly unknown[]
export type InputType = 'string' | 'number' | 'boolean' | 'array'

/** An input that a job declares in its configuration. */
export interface InputDeclaration {
  readonly type: InputType
  readonly default?: InputValue
  readonly options?: readonly InputValue[]
}

export interface Variable {
  readonly key: string
  readonly value: string
  readonly variable_type: 'env_var' | 'file'
}

export interface Job {
  readonly id: number
  readonly kind: JobKind
  readonly projectId: number
  readonly pipelineId: number
  readonly name: string
  readonly stage: string
  readonly stageIndex: number
  readonly status: JobStatus
  readonly when: 'on_success' | 'on_failure' | 'always' | 'manual' | 'delayed'
  readonly allowFailure: boolean
  readonly coverage: number | null
  readonly createdAt: Instant
  readonly queuedAt: Instant | null
  readonly startedAt: Instant | null
  readonly finishedAt: Instant | null
  readonly erasedAt: Instant | null
  readonly scheduledAt: Instant | null
  readonly failureReason: string | null
  readonly userId: number | null
  readonly runnerId: number | null
  readonly artifactsExpireAt: Instant | null
  readonly archived: boolean
  /** Whether a newer attempt exists. */
  readonly retried: boolean
  /** Whether it prints secrets into its log, so that only Developers may read that. */
  readonly debug: boolean
  readonly cancelsGracefully: boolean
  readonly tags: readonly string[]
  readonly environment: { readonly tier: string; readonly slug: string } | null
  /** Of the jobs of a project that share such a group, one runs at a time. */
  readonly resourceGroup: string | null
  readonly inputs: { readonly [name: string]: InputDeclaration }
  readonly inputValues: { readonly [name: string]: InputValue }
  readonly variables: readonly Variable[]
  readonly downstreamPipelineId: number | null
  /** What a simulated runner makes of it; null: what suits its name. */
  readonly plan: Plan | null
  readonly inHand: InHand | null
}

/** What the simulated runners know of a job on which they work, until they let go of it. */
export interface InHand {
  readonly status: JobStatus
  /** When they first saw it in that status. */
  readonly since: Instant
  /** How many bytes its log had then. */
  readonly logFrom: number
}

/** What a simulated runner makes of a job. What is left out is made up, from the job's name and number. */
export interface Plan {
  /** Milliseconds from the start, or, for a job that was running already, from when the runners first saw it. */
  readonly duration?: number
  /** How long a delayed job waits once its turn has come, in milliseconds. */
  readonly startIn?: number
  readonly lines?: readonly string[]
  readonly outcome?: 'success' | 'failed'
  readonly failureReason?: string
  readonly exitCode?: number
  readonly coverage?: number
  readonly artifacts?: PlannedArtifacts
  /** What the next attempt does differently. */
  readonly retry?: Plan
  /** What a trigger job starts. */
  readonly trigger?: Trigger
}

export interface PlannedArtifacts {
  /** Milliseconds from the end of the job; null: for good. */
  readonly keepFor: number | null
  readonly access: ArtifactAccess
  readonly tableOfContents: boolean
  /** Path to content; a number is so many generated bytes. */
  readonly files?: Readonly<Record<string, string | number | Encoded>>
  readonly reports: readonly { readonly type: string; readonly filename: string; readonly content: string | Encoded }[]
}

/** Bytes that are no text. */
export interface Encoded {
  readonly base64: string
}

/** The pipeline that a trigger job starts. */
export interface Trigger {
  /** Left out: a child pipeline in the same project. */
  readonly project?: string
  /** Left out: the ref of the pipeline that it comes from. */
  readonly ref?: string
  /** Whether the trigger job waits for the pipeline and ends as that does. */
  readonly depend: boolean
  readonly jobs: readonly JobTemplate[]
}

export type JobTemplate = Pick<
  Job,
  'kind' | 'name' | 'stage' | 'when' | 'allowFailure' | 'tags' | 'environment' | 'resourceGroup' | 'inputs' | 'plan'
>

/** Who may download an archive. */
export type ArtifactAccess = 'public' | 'private' | 'maintainer' | 'none'

export interface Artifact {
  readonly id: number
  readonly jobId: number
  readonly fileType: string
  readonly fileFormat: 'raw' | 'zip' | 'gzip' | null
  readonly filename: string
  readonly size: number
  /** Hexadecimal; empty where only the row was imported, and the bytes were never here. */
  readonly sha256: string
  /** Where the artifact store keeps the bytes; the log has none, it lies in the log store. */
  readonly key: string | null
  readonly access: ArtifactAccess
  readonly expireAt: Instant | null
}

/** Bytes that nothing refers to any more, until they are gone. */
export interface Removal {
  readonly id: number
  /** In the artifact store. */
  readonly keys: readonly string[]
  /** Jobs, in the log store. */
  readonly logs: readonly number[]
}

/** One file or directory of an archive, and where its bytes lie. Directories end in a slash. */
export interface ArchiveEntry {
  readonly path: string
  readonly isDirectory: boolean
  readonly size: number
  readonly compressedSize: number
  /** Where the compressed bytes begin in the archive. */
  readonly offset: number
  readonly method: 'stored' | 'deflated'
  /** Of the file, unpacked; left out where the index is older than this. */
  readonly crc32?: number
  /** Six octal digits. */
  readonly mode: string | null
}

export interface Token {
  readonly kind: 'personal' | 'oauth' | 'job'
  readonly userId: number
  /** Job tokens only. */
  readonly jobId: number | null
  readonly scopes: readonly string[]
  readonly expiresAt: Instant | null
  readonly revoked: boolean
}
