import type { World, WorldRun } from './world.ts'

/** What a world speaks of without having it, or has twice, in words for whoever wrote it. */
export function contradictions(world: World): string[] {
  const { users, projects, runners = [], tokens = [] } = world
  const pipelines = projects.flatMap((project) => project.pipelines)
  const jobs = pipelines.flatMap((pipeline) => pipeline.jobs)
  const usernames = users.map(({ username }) => username)
  const startedBy = new Map(pipelines.flatMap(({ user, jobs }) => jobs.map((job) => [job.id, job.user ?? user])))
  return [
    ...twice('user', usernames),
    ...twice('user', numbers(users)),
    ...twice('runner', numbers(runners)),
    ...twice('project', numbers(projects)),
    ...twice(
      'project path',
      projects.flatMap(({ path, former_paths }) => [path, ...former_paths]),
    ),
    ...twice('pipeline', numbers(pipelines)),
    ...twice('job', numbers(jobs)),
    ...missing('user', usernames, [
      ...projects.flatMap(({ members }) => Object.keys(members)),
      ...[...pipelines, ...jobs, ...tokens].map(({ user }) => user),
    ]),
    ...missing(
      'runner',
      numbers(runners),
      jobs.map(({ runner }) => runner),
    ),
    ...missing(
      'pipeline',
      numbers(pipelines),
      jobs.map(({ downstream }) => downstream),
    ),
    ...missing(
      'project',
      numbers(projects),
      projects.flatMap(({ agents }) => agents.map(({ config_project }) => config_project)),
    ),
    ...missing(
      'project path',
      projects.map(({ path }) => path),
      jobs.flatMap(({ run }) => targetsOf(run)),
    ),
    ...missing(
      'job',
      numbers(jobs),
      tokens.map(({ job }) => job),
    ),
    ...tokens.flatMap(({ job }) =>
      job !== undefined && startedBy.has(job) && startedBy.get(job) === undefined ? [`nobody started job ${job}, so it has no token`] : [],
    ),
  ]
}

type Name = string | number

/** The projects in which a job starts pipelines, at its first attempt or at a later one. */
function targetsOf(run: WorldRun | undefined): (string | undefined)[] {
  if (run === undefined) return []
  const { trigger, retry } = run
  return [trigger?.project, ...(trigger?.jobs ?? []).flatMap((job) => targetsOf(job.run)), ...targetsOf(retry)]
}

const numbers = (rows: readonly { id: number }[]) => rows.map(({ id }) => id)

function twice(kind: string, names: readonly Name[]): string[] {
  return [...new Set(names.filter((name, index) => names.indexOf(name) < index))].map((name) => `there are two of ${kind} ${name}`)
}

function missing(kind: string, known: readonly Name[], named: readonly (Name | undefined)[]): string[] {
  return [...new Set(named)].filter((name) => name !== undefined && !known.includes(name)).map((name) => `there is no ${kind} ${name}`)
}
