import type { components, NeighbourComponents } from '@jobs-api/contract'

type Schemas = components['schemas']

/** What a server shows, as far as one can rely on it: older ones leave out much. */
type Partly<Value> = Value extends string
  ? Value
  : Value extends readonly (infer Each)[]
    ? readonly Partly<Each>[]
    : Value extends object
      ? { readonly [Name in keyof Value]?: Partly<Value[Name]> | null | undefined }
      : Value
type Sure<Value, Name extends keyof Value> = Partly<Omit<Value, Name>> & Readonly<Pick<Value, Name>>
type OrNull<Value> = Value | null | undefined

export type ShownPipeline = Sure<Schemas['PipelineBasic'], 'id' | 'sha' | 'ref' | 'status'>
export type ShownUser = Sure<Schemas['User'], 'id' | 'username' | 'name'>
export type ShownRunner = Sure<Schemas['Runner'], 'id'>
export type ShownCommit = Sure<Schemas['Commit'], 'id'>
/** GitLab shows more of a project than this server does. */
export type ShownProject = Sure<NeighbourComponents['schemas']['Project'], 'id' | 'path_with_namespace'> & {
  readonly keep_latest_artifact?: OrNull<boolean>
}
export type ShownArtifact = Sure<Schemas['Artifact'], 'file_type'>

interface Places {
  readonly pipeline: ShownPipeline
  readonly user?: OrNull<ShownUser>
  readonly commit?: OrNull<ShownCommit>
}

/** A trigger job, or a job without what only jobs have. */
export type ShownBridge = Sure<Omit<Schemas['Bridge'], keyof Places | 'downstream_pipeline'>, 'id' | 'name' | 'status' | 'created_at'> &
  Places & { readonly downstream_pipeline?: OrNull<ShownPipeline> }

export type ShownJob = Sure<Omit<Schemas['Job'], keyof Places | 'runner' | 'artifacts'>, 'id' | 'name' | 'status' | 'created_at'> &
  Places & { readonly runner?: OrNull<ShownRunner>; readonly artifacts?: OrNull<readonly ShownArtifact[]> }

/** Either kind, as it is shown. */
export type Shown = { readonly kind: 'build'; readonly job: ShownJob } | { readonly kind: 'bridge'; readonly job: ShownBridge }
