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
  readonly groups: readonly number[]
  readonly agents: readonly Agent[]
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
  readonly inputs: { readonly [name: string]: InputDeclaration }
  readonly inputValues: { readonly [name: string]: InputValue }
  readonly variables: readonly Variable[]
  readonly downstreamPipelineId: number | null
}

/** Who may download an archive. */
export type ArtifactAccess = 'public' | 'private' | 'maintainer' | 'none'

export interface Artifact {
  readonly id: number
  readonly jobId: number
  readonly fileType: string
  readonly fileFormat: 'raw' | 'zip' | 'gzip' | null
  readonly filename: string
  readonly size: number
  /** Hexadecimal. */
  readonly sha256: string
  /** Where the artifact store keeps the bytes; the log has none, it lies in the log store. */
  readonly key: string | null
  readonly access: ArtifactAccess
  readonly expireAt: Instant | null
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
