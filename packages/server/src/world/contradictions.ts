import { byMember, type Contradiction, known, missing, twice } from './contradiction.ts'
import { environmentTrouble } from './environment-trouble.ts'
import { namespaceTrouble } from './namespace-trouble.ts'
import { timesOutOfJoint } from './times-out-of-joint.ts'
import { triggersOf } from './triggers.ts'
import type { World, WorldJob, WorldPipeline, WorldProject, WorldToken } from './world.ts'

/** What a world speaks of without having it, or has twice, or tells in an order that cannot be. */
export function contradictions(world: World): Contradiction[] {
  const { groups, projects, tokens = [] } = world
  const pipelines = projects.flatMap((project) => project.pipelines)
  const jobs = pipelines.flatMap((pipeline) => pipeline.jobs)
  const names = namesOf(world, pipelines, jobs)
  return [
    ...doubles(world, pipelines, jobs),
    ...namespaceTrouble(world),
    ...[...groups, ...projects].flatMap(({ members }) =>
      Object.keys(members).flatMap((name) => missing(names.user, members, [name], name)),
    ),
    ...projects.flatMap((project) => [...ofProject(project, names), ...environmentTrouble(project, world)]),
    ...[...pipelines, ...jobs, ...tokens].flatMap((owner) => missing(names.user, owner, ['user'], owner.user)),
    ...jobs.flatMap((job) => [...ofJob(job, names), ...timesOutOfJoint(job)]),
    ...tokens.flatMap((token) => missing(names.job, token, ['job'], token.job)),
    ...tokensOfNobody(tokens, pipelines),
  ]
}

type Names = ReturnType<typeof namesOf>

function namesOf({ users, groups, runners = [], projects }: World, pipelines: readonly WorldPipeline[], jobs: readonly WorldJob[]) {
  const usernames = users.map(({ username }) => username)
  return {
    user: known('user', usernames),
    runner: known('runner', numbers(runners)),
    project: known('project', paths(projects)),
    place: known('project or group', paths([...projects, ...groups])),
    pipeline: known('pipeline', numbers(pipelines)),
    job: known('job', numbers(jobs)),
  }
}

/** GitLab finds `Harbor/Webshop` and `harbor/webshop` alike. */
const inSmallLetters = (path: string | number) => String(path).toLowerCase()

const numbers = (rows: readonly { id: number }[]) => rows.map(({ id }) => id)
const paths = (rows: readonly { path: string }[]) => rows.map(({ path }) => path)

function doubles(world: World, pipelines: readonly WorldPipeline[], jobs: readonly WorldJob[]): Contradiction[] {
  const { users, groups, runners = [], tokens = [], projects } = world
  const access = [...groups, ...projects].flatMap((owner) => owner.tokens)
  const former = projects.flatMap(({ former_paths }) => former_paths.map((name, index) => ({ owner: former_paths, member: [index], name })))
  return [
    ...twice('user', byMember(users, 'username')),
    ...twice('user', [...byMember(users, 'id'), ...byMember(access, 'bot')]),
    ...twice('group', byMember(groups, 'id')),
    ...twice('runner', byMember(runners, 'id')),
    ...twice('project', byMember(projects, 'id')),
    ...twice('path', [...byMember(groups, 'path'), ...byMember(projects, 'path'), ...former], inSmallLetters),
    ...twice('pipeline', byMember(pipelines, 'id')),
    ...twice('job', byMember(jobs, 'id')),
    ...twice('token', [...byMember(tokens, 'token'), ...byMember(access, 'token')]),
  ]
}

function ofProject({ agents, job_token_allow_list: list }: WorldProject, { project, place }: Names): Contradiction[] {
  return [
    ...agents.flatMap((agent) => missing(project, agent, ['config_project'], agent.config_project)),
    ...list.flatMap((path, index) => missing(place, list, [index], path)),
  ]
}

function ofJob(job: WorldJob, { runner, pipeline, project }: Names): Contradiction[] {
  const { kind, downstream, run } = job
  return [
    ...missing(runner, job, ['runner'], job.runner),
    ...missing(pipeline, job, ['downstream'], downstream),
    ...triggersOf(run).flatMap((trigger) => missing(project, trigger, ['project'], trigger.project)),
    ...(kind === 'build' && downstream !== undefined
      ? [{ owner: job, member: ['downstream'], says: 'only a trigger job starts a pipeline; say kind: bridge, or leave it out' }]
      : []),
  ]
}

function tokensOfNobody(tokens: readonly WorldToken[], pipelines: readonly WorldPipeline[]): Contradiction[] {
  const startedBy = new Map(pipelines.flatMap(({ user, jobs }) => jobs.map((job) => [job.id, job.user ?? user])))
  return tokens.flatMap((owner) => {
    const { job } = owner
    if (job === undefined || !startedBy.has(job) || startedBy.get(job) !== undefined) return []
    return [{ owner, member: ['job'], says: `nobody started job ${job}, so it has no token; give it or its pipeline a user` }]
  })
}
