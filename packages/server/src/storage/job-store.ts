import type { JobStatus } from '@jobs-api/lifecycle'
import type { ArchiveEntry, Artifact, Instant, Job, JobKind, Pipeline, Project, Removal, Runner, Token, User } from './records.ts'

/** Which jobs of a project a list is about. */
export interface JobFilter {
  readonly projectId: number
  readonly kind: JobKind
  readonly pipelineId?: number
  /** Only these statuses; left out: all. */
  readonly statuses?: readonly JobStatus[]
  /** Only jobs whose pipeline ran for this ref. */
  readonly ref?: string
  readonly name?: string
  /** Only the latest attempt of each job. */
  readonly latestOnly?: boolean
}

/** Which part of a list. Newest first unless told otherwise. */
export interface Window {
  readonly limit: number
  readonly offset?: number
  /** Only jobs with a smaller number. */
  readonly before?: number
  readonly oldestFirst?: boolean
}

/** A job with everything that its representation speaks of. */
export interface JobDetails {
  readonly job: Job
  readonly project: Project
  readonly pipeline: Pipeline
  readonly user: User | undefined
  readonly runner: Runner | undefined
  readonly artifacts: readonly Artifact[]
  readonly downstream: { readonly pipeline: Pipeline; readonly project: Project } | undefined
}

/** Where in the tree of an archive to look. */
export interface TreeQuery {
  readonly artifactId: number
  /** A directory with its slash, or empty for the top. */
  readonly directory: string
  readonly recursive: boolean
}

/** Questions about what is stored, all answered from one moment. */
export interface JobReader {
  token(hash: string): Promise<Token | undefined>
  user(id: number): Promise<User | undefined>
  project(id: number): Promise<Project | undefined>
  projectByPath(path: string): Promise<Project | undefined>
  /** The project that used to have this path. */
  movedProject(path: string): Promise<Project | undefined>
  /** 0 for whoever is not a member. */
  accessLevel(projectId: number, userId: number): Promise<number>
  pipeline(projectId: number, id: number): Promise<Pipeline | undefined>
  /** Whether any project has a pipeline of this number. */
  hasPipeline(id: number): Promise<boolean>
  job(id: number): Promise<Job | undefined>
  jobs(filter: JobFilter, window: Window): Promise<readonly Job[]>
  /** How many jobs fit, counted no further than `upTo`. */
  countJobs(filter: JobFilter, upTo: number): Promise<number>
  /** Jobs with what belongs to them, in the same order. */
  details(jobs: readonly Job[]): Promise<readonly JobDetails[]>
  /** Newest first. */
  successfulPipelines(projectId: number, ref: string, limit: number): Promise<readonly Pipeline[]>
  artifacts(jobId: number): Promise<readonly Artifact[]>
  /** All artifacts of a project's jobs that may go: not logs, and not kept already for the latest pipelines. */
  projectArtifacts(projectId: number): Promise<readonly Artifact[]>
  entry(artifactId: number, path: string): Promise<ArchiveEntry | undefined>
  /** What lies directly in a directory: directories first, then files, each by path. With everything below it: by path alone. */
  entries(query: TreeQuery, window: { limit: number; offset: number }): Promise<readonly ArchiveEntry[]>
  countEntries(query: TreeQuery, upTo: number): Promise<number>
  isEmpty(): Promise<boolean>
  runners(): Promise<readonly Runner[]>
  /** The jobs of all projects in these statuses, and whatever else a simulated runner has in hand; oldest first. */
  underWay(statuses: readonly JobStatus[]): Promise<readonly Job[]>
  newestPipeline(projectId: number, ref: string): Promise<Pipeline | undefined>
  /** Artifacts whose time is over, however many at most; those come first whose time was over first. */
  expiredArtifacts(at: Instant, limit: number): Promise<readonly Artifact[]>
  /** Noted and not yet forgotten, in the order in which they were noted. */
  removals(): Promise<readonly Removal[]>
  /** What was written down about this. */
  note(about: string): Promise<string | undefined>
}

/** Changes, all made or none. */
export interface JobWriter extends JobReader {
  addUser(user: User): Promise<void>
  saveUser(user: User): Promise<void>
  addRunner(runner: Runner): Promise<void>
  saveRunner(runner: Runner): Promise<void>
  addProject(project: Project, formerPaths: readonly string[]): Promise<void>
  saveProject(project: Project): Promise<void>
  addMember(projectId: number, userId: number, level: number): Promise<void>
  addToken(hash: string, token: Token): Promise<void>
  /** Without an id, the pipeline gets the next one, and without an iid the next one in its project. */
  addPipeline(pipeline: Omit<Pipeline, 'id' | 'iid'> & { id?: number; iid?: number }): Promise<Pipeline>
  /** Its project and its ref stay what they were. */
  savePipeline(pipeline: Pipeline): Promise<void>
  /** Without an id, the job gets the next one. */
  addJob(job: Omit<Job, 'id'> & { id?: number }): Promise<Job>
  /** Its kind, its project and its pipeline stay what they were. */
  saveJob(job: Job): Promise<void>
  addArtifact(artifact: Omit<Artifact, 'id'>, entries: readonly ArchiveEntry[]): Promise<Artifact>
  removeArtifacts(ids: readonly number[]): Promise<void>
  expireArtifacts(ids: readonly number[], at: Instant | null): Promise<void>
  /** Notes, together with the change that lets go of them, which bytes have to be removed once that change is kept. */
  addRemoval(removal: Omit<Removal, 'id'>): Promise<Removal>
  forgetRemovals(ids: readonly number[]): Promise<void>
  /** Writes something down, in place of what was noted about it before: so an import remembers what it has copied. */
  saveNote(about: string, text: string): Promise<void>
}

/** The store is busy with something else for longer than one would wait; nothing was changed, and later it may work. */
export class StoreBusy extends Error {
  override name = 'StoreBusy'
}

/**
 * Somebody else changed a record between reading it and writing it; this change was undone altogether. Thrown by stores that do
 * not keep others out meanwhile. Decision 0032.
 */
export class LostUpdate extends Error {
  override name = 'LostUpdate'
}

/** Where projects, jobs and all that belongs to them are kept. */
export interface JobStore {
  /** Do no slow work in `ask`: everybody else waits. */
  read<Answer>(ask: (reader: JobReader) => Promise<Answer>): Promise<Answer>
  /**
   * What `change` does is kept if it resolves, and undone if it rejects. Nobody else changes meanwhile what it has asked for by the number
   * of a pipeline or a job, artifacts among them. Rejects with `StoreBusy` or `LostUpdate` if it could not be made.
   */
  write<Answer>(change: (writer: JobWriter) => Promise<Answer>): Promise<Answer>
  /**
   * A mark of what is stored now, at once: another one after every change, whoever made it, and never the same again. Undefined
   * while it cannot be told; stores that never can leave it out.
   */
  mark?(): string | undefined
  close(): Promise<void>
}
