import { type Ability, may, type Standing, type Subject } from '../access/abilities.ts'
import type { Caller } from '../access/caller.ts'
import type { JobReader } from '../storage/job-store.ts'
import type { Artifact, Job, JobKind, Pipeline, Project } from '../storage/records.ts'
import { archiveOf } from '../views/artifact.ts'
import type { Desk } from './operation.ts'
import { refuse } from './refusals.ts'

type ProjectPath = { id: number | string }
type JobPath = ProjectPath & { job_id: number }
type PipelinePath = ProjectPath & { pipeline_id: number }

interface FoundProject {
  readonly project: Project
  readonly who: Standing
}

interface FoundPipeline extends FoundProject {
  readonly pipeline: Pipeline
}

export interface FoundJob extends FoundPipeline {
  readonly job: Job
  readonly artifacts: readonly Artifact[]
  readonly subject: Subject
}

/** What is asked of a job, and of its project before it. */
interface JobQuestion {
  readonly ability: Ability
  /** What the caller must be allowed in the project at all; left out where the job comes first (retry, erase, keep). */
  readonly projectAbility?: Ability
  readonly kinds?: readonly JobKind[]
}

/**
 * Finds what a request is about, in GitLab's order of checks (fact `errors-check-order`): project, right in the project, pipeline or
 * job, right to that. Gives back what was found, or the refusal that ends the request. Projects that the caller may not
 * see are not found; one that was moved is answered by `moved`.
 */
function lookUps<Moved extends { status: number }>(moved: (project: Project, desk: Desk) => Moved) {
  const project = async (reader: JobReader, desk: Desk, { id }: ProjectPath, ability?: Ability) => {
    const found = await findProject(reader, String(id))
    if (found === undefined) {
      const former = await reader.movedProject(String(id))
      const seen = former && may('read_project', await standing(reader, desk, former))
      return former && seen ? moved(former, desk) : refuse('project_not_found')
    }
    const foreign = foreignJobToken(found, desk)
    if (foreign !== undefined) return foreign
    const who = await standing(reader, desk, found)
    if (!may('read_project', who)) return refuse('project_not_found')
    if (ability !== undefined && !may(ability, who)) return refuse('not_allowed')
    return { project: found, who } satisfies FoundProject
  }

  const pipeline = async (reader: JobReader, desk: Desk, path: PipelinePath, ability: Ability) => {
    const found = await project(reader, desk, path, ability)
    if (!isFound(found)) return found
    const row = await reader.pipeline(found.project.id, path.pipeline_id)
    return row === undefined ? refuse('pipeline_not_found') : ({ ...found, pipeline: row } satisfies FoundPipeline)
  }

  const job = async (reader: JobReader, desk: Desk, path: JobPath, { ability, projectAbility, kinds = ['build'] }: JobQuestion) => {
    const found = await project(reader, desk, path, projectAbility)
    if (!isFound(found)) return found
    const row = await reader.job(path.job_id)
    if (row === undefined || row.projectId !== found.project.id || !kinds.includes(row.kind)) return refuse('job_not_found')
    const whole = await withJob(reader, found, row)
    return may(ability, found.who, whole.subject) ? whole : refuse('not_allowed')
  }

  return { project, pipeline, job }
}

/** For operations that read: a moved project is a redirect to the same address with the project's number. */
export const reading = lookUps((project, { address }) => {
  const target = new URL(address)
  target.pathname = target.pathname.replace(/(\/projects\/)[^/]+/, `$1${project.id}`)
  const body = `This resource has been moved permanently to ${target.href}`
  return { status: 301 as const, type: 'text/plain' as const, headers: { Location: target.href }, body }
})

/** For operations that change something: they are not redirected. */
export const acting = lookUps(() => refuse('project_moved'))

/** Whether a look-up found what it was asked for; otherwise it is the refusal to answer with. */
export const isFound = <Found extends FoundProject, Refusal extends { status: number }>(result: Found | Refusal): result is Found =>
  'project' in result

/** A job with all that the rules ask about it. */
export async function withJob(reader: JobReader, found: FoundProject, job: Job): Promise<FoundJob> {
  const pipeline = await reader.pipeline(job.projectId, job.pipelineId)
  if (pipeline === undefined) throw new Error(`job ${job.id} has lost its pipeline`)
  const artifacts = await reader.artifacts(job.id)
  const { archived, debug, userId, environment } = job
  return {
    ...found,
    pipeline,
    job,
    artifacts,
    subject: { archived, debug, userId, environment, ref: pipeline.ref, archiveAccess: archiveOf(artifacts)?.access },
  }
}

async function findProject(reader: JobReader, id: string): Promise<Project | undefined> {
  if (/^-?\d+$/.test(id)) return reader.project(Number(id))
  return id.includes('/') ? reader.projectByPath(id) : undefined
}

async function standing(reader: JobReader, { caller }: Desk, project: Project): Promise<Standing> {
  const userId = caller?.user.id
  const isMember = userId !== undefined && !isForeign(caller, project)
  return { project, userId, level: isMember ? await reader.accessLevel(project.id, userId) : 0 }
}

/** Whether the token of a job is used on a project that has not let the job's own project in. Fact `access-job-token-allow-list`. */
function isForeign(caller: Caller | undefined, project: Project): boolean {
  if (caller?.job === undefined) return false
  return caller.job.projectId !== project.id && !project.jobTokenAllowList.includes(caller.job.projectId)
}

/** A foreign job token reaches only what everybody may see, whatever role its user has. */
function foreignJobToken(project: Project, { caller }: Desk) {
  if (!isForeign(caller, project) || project.visibility !== 'private') return undefined
  const message = `403 Forbidden - Authentication by CI/CD job token not allowed from ${caller?.jobProjectPath} to project #${project.id}.`
  return { status: 403 as const, body: { message } }
}
