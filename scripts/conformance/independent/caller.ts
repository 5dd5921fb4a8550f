import type { IncomingHttpHeaders } from 'node:http'
import { forbidden, Refusal, refused, unauthorized } from './refusal.ts'
import { type Job, type Pipeline, type Project, roles, type User, type World } from './world.ts'

/** Whoever asks: a person, or a job on behalf of one. */
export interface Caller {
  readonly user: User
  readonly job?: Job
  readonly isReadOnly: boolean
}

/** Tokens are named for whom they belong to: own-ada, own-ben-oauth, own-ben-read, own-job-7. */
export function callerOf(world: World, headers: IncomingHttpHeaders, query: URLSearchParams, takesJobs: boolean): Caller | undefined {
  const bearer = /^Bearer +(.*)$/i.exec(headers.authorization ?? '')?.[1]
  const forJobs = [headers['job-token'], query.get('job_token')].find((each) => typeof each === 'string')
  const token = [headers['private-token'], query.get('private_token'), query.get('access_token'), bearer].find(
    (each) => each !== null && each !== undefined,
  )
  const given = String(token ?? (takesJobs ? (forJobs ?? '') : ''))
  if (given === '') return undefined
  const [, name = '', id] = /^own-([a-z]+)(?:-(\w+))?$/.exec(given) ?? []
  return name === 'job' ? byJob(world, Number(id), takesJobs) : byPerson(world, name, id === 'read')
}

function byPerson(world: World, name: string, isReadOnly: boolean): Caller {
  const user = world.users.find(({ username }) => username === name)
  if (user === undefined) throw unauthorized()
  if (user.isBlocked) throw refused(403, '403 Forbidden - Your account has been blocked.')
  return { user, isReadOnly }
}

function byJob(world: World, id: number, takesJobs: boolean): Caller {
  const job = world.jobs.find((each) => each.id === id)
  if (job?.status !== 'running' || !takesJobs) throw unauthorized()
  return { ...byPerson(world, job.user, false), job }
}

export const roleOf = (project: Project, caller: Caller | undefined): number => project.members.get(caller?.user.username ?? '') ?? 0

/** A job may read in its own project, in public ones, and in those that have its project on their list. */
export function requireListed(world: World, project: Project, job: Job): void {
  const from = world.pipelineOf(job).projectId
  if (project.isPublic || from === project.id || project.allowList.includes(from)) return
  const path = world.projects.find(({ id }) => id === from)?.path
  throw refused(403, `403 Forbidden - Authentication by CI/CD job token not allowed from ${path} to project #${project.id}.`)
}

export const mayRead = (project: Project, caller: Caller | undefined): boolean => project.isPublic || roleOf(project, caller) > 0

/** Pipelines, jobs, logs and archives. */
export function requireReading(project: Project, caller: Caller | undefined): void {
  if (project.hasPublicPipelines || roleOf(project, caller) >= roles.reporter) return
  throw caller === undefined ? unauthorized() : forbidden()
}

export function requireActing(project: Project, { ref }: Pipeline, caller: Caller | undefined): void {
  const needed = project.protectedRefs.includes(ref) ? roles.maintainer : roles.developer
  if (roleOf(project, caller) < needed) throw forbidden()
}

/** A maintainer may erase whatever there is; a developer, what they started themselves. */
export function requireErasing(project: Project, { ref }: Pipeline, job: Job, caller: Caller | undefined): void {
  const isOwn = roleOf(project, caller) >= roles.developer && job.user === caller?.user.username && !project.protectedRefs.includes(ref)
  if (roleOf(project, caller) < roles.maintainer && !isOwn) throw forbidden()
}

export function requireScope(caller: Caller | undefined, method: string): void {
  if (caller?.isReadOnly !== true || method === 'GET') return
  const error_description = 'The request requires higher privileges than provided by the access token.'
  throw new Refusal(403, { error: 'insufficient_scope', error_description, scope: 'api' })
}
