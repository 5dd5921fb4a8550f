import { didYouMean } from './near-name.ts'
import { timesOutOfJoint } from './times-out-of-joint.ts'
import type { World, WorldJob, WorldPipeline, WorldProject, WorldRun, WorldToken } from './world.ts'
import type { Path } from './world-file.ts'

/** Something that cannot be, and the member of the object in which it is said. */
export interface Contradiction {
  readonly owner: object
  readonly member: Path
  readonly says: string
}

type Name = string | number

/** What a world speaks of without having it, or has twice, or tells in an order that cannot be. */
export function contradictions(world: World): Contradiction[] {
  const { projects, tokens = [] } = world
  const pipelines = projects.flatMap((project) => project.pipelines)
  const jobs = pipelines.flatMap((pipeline) => pipeline.jobs)
  const known = namesOf(world, pipelines, jobs)
  return [
    ...doubles(world, pipelines, jobs),
    ...projects.flatMap((project) => ofProject(project, known)),
    ...[...pipelines, ...jobs, ...tokens].flatMap((owner) => missing(known.user, owner, ['user'], owner.user)),
    ...jobs.flatMap((job) => [...ofJob(job, known), ...timesOutOfJoint(job)]),
    ...ofTokens(tokens, pipelines, known.job),
  ]
}

interface Known {
  readonly kind: string
  readonly names: ReadonlySet<Name>
}

function namesOf({ users, runners = [], projects }: World, pipelines: readonly WorldPipeline[], jobs: readonly WorldJob[]) {
  const known = (kind: string, names: readonly Name[]): Known => ({ kind, names: new Set(names) })
  return {
    user: known(
      'user',
      users.map(({ username }) => username),
    ),
    runner: known('runner', numbers(runners)),
    project: known('project', numbers(projects)),
    path: known(
      'project path',
      projects.map(({ path }) => path),
    ),
    pipeline: known('pipeline', numbers(pipelines)),
    job: known('job', numbers(jobs)),
  }
}

const numbers = (rows: readonly { id: number }[]) => rows.map(({ id }) => id)

function doubles(
  { users, runners = [], tokens = [], projects }: World,
  pipelines: readonly WorldPipeline[],
  jobs: readonly WorldJob[],
): Contradiction[] {
  const paths = projects.flatMap((owner) => [
    { owner, member: ['path'], name: owner.path },
    ...owner.former_paths.map((name, index) => ({ owner, member: ['former_paths', index], name })),
  ])
  return [
    ...twice('user', byMember(users, 'username')),
    ...twice('user', byMember(users, 'id')),
    ...twice('runner', byMember(runners, 'id')),
    ...twice('project', byMember(projects, 'id')),
    ...twice('project path', paths),
    ...twice('pipeline', byMember(pipelines, 'id')),
    ...twice('job', byMember(jobs, 'id')),
    ...twice('token', byMember(tokens, 'token')),
  ]
}

interface Named {
  readonly owner: object
  readonly member: Path
  readonly name: Name
}

function byMember<Row extends object>(rows: readonly Row[], member: keyof Row & string): Named[] {
  return rows.map((owner) => ({ owner, member: [member], name: owner[member] as Name }))
}

function twice(kind: string, named: readonly Named[]): Contradiction[] {
  const seen = new Set<Name>()
  return named.flatMap(({ owner, member, name }) => {
    if (seen.has(name)) return [{ owner, member, says: `there are two of ${kind} ${name}` }]
    seen.add(name)
    return []
  })
}

function missing({ kind, names }: Known, owner: object, member: Path, name: Name | undefined): Contradiction[] {
  if (name === undefined || names.has(name)) return []
  const meant = typeof name === 'string' ? didYouMean(name, [...names].map(String)) : ''
  return [{ owner, member, says: `there is no ${kind} ${name}${meant}` }]
}

function ofProject(project: WorldProject, known: ReturnType<typeof namesOf>): Contradiction[] {
  return [
    ...Object.keys(project.members).flatMap((name) => missing(known.user, project.members, [name], name)),
    ...project.agents.flatMap((agent) => missing(known.project, agent, ['config_project'], agent.config_project)),
    ...project.job_token_allow_list.flatMap((id, index) => missing(known.project, project.job_token_allow_list, [index], id)),
  ]
}

function ofJob(job: WorldJob, known: ReturnType<typeof namesOf>): Contradiction[] {
  const { kind, downstream, runner } = job
  return [
    ...missing(known.runner, job, ['runner'], runner),
    ...missing(known.pipeline, job, ['downstream'], downstream),
    ...triggersOf(job.run).flatMap((trigger) => missing(known.path, trigger, ['project'], trigger.project)),
    ...(kind === 'build' && downstream !== undefined
      ? [{ owner: job, member: ['downstream'], says: 'only a trigger job starts a pipeline; say kind: bridge, or leave it out' }]
      : []),
  ]
}

type Trigger = NonNullable<WorldRun['trigger']>

/** What a job starts, at its first attempt or at a later one, and what that starts. */
function triggersOf(run: WorldRun | undefined): Trigger[] {
  if (run === undefined) return []
  const { trigger, retry } = run
  const below = (trigger?.jobs ?? []).flatMap((job) => triggersOf(job.run))
  return [...(trigger === undefined ? [] : [trigger]), ...below, ...triggersOf(retry)]
}

function ofTokens(tokens: readonly WorldToken[], pipelines: readonly WorldPipeline[], jobs: Known): Contradiction[] {
  const startedBy = new Map(pipelines.flatMap(({ user, jobs: each }) => each.map((job) => [job.id, job.user ?? user])))
  return tokens.flatMap((owner) => {
    const { job } = owner
    if (job === undefined || !startedBy.has(job)) return missing(jobs, owner, ['job'], job)
    if (startedBy.get(job) !== undefined) return []
    return [{ owner, member: ['job'], says: `nobody started job ${job}, so it has no token; give it or its pipeline a user` }]
  })
}
