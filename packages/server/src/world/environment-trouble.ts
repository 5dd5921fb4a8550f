import { byMember, type Contradiction, known, missing, twice } from './contradiction.ts'
import { slugOf } from './environments.ts'
import { didYouMean } from './near-name.ts'
import { ownTriggersOf } from './triggers.ts'
import type { World, WorldEnvironment, WorldJob, WorldJobTemplate, WorldProject } from './world.ts'

/** Environments that a project has twice, people for them that there are not, and jobs for environments that there are not. */
export function environmentTrouble(project: WorldProject, world: World): Contradiction[] {
  const { environments, pipelines } = project
  const projects = new Map(world.projects.map((each) => [each.path, each]))
  return [
    ...doubles(environments),
    ...environments.flatMap((environment) => protectedForNobody(environment, world)),
    ...pipelines.flatMap(({ jobs }) => jobs.flatMap((job) => missingIn(project, job, projects))),
  ]
}

function doubles(environments: readonly WorldEnvironment[]): Contradiction[] {
  const names = twice('environment', byMember(environments, 'name'))
  const slugs = environments.map((owner) => ({ owner, member: [owner.slug === undefined ? 'name' : 'slug'], name: slugOf(owner) }))
  return names.length > 0 ? names : twice('slug', slugs)
}

function protectedForNobody(environment: WorldEnvironment, { users, groups }: World): Contradiction[] {
  const { users: usernames = [], groups: paths = [], deploy } = environment.protected ?? {}
  const user = known(
    'user',
    users.map(({ username }) => username),
  )
  const group = known(
    'group',
    groups.map(({ path }) => path),
  )
  const isEmpty = environment.protected !== undefined && deploy === undefined && usernames.length + paths.length === 0
  return [
    ...usernames.flatMap((name, index) => missing(user, usernames, [index], name)),
    ...paths.flatMap((path, index) => missing(group, paths, [index], path)),
    ...(isEmpty ? [{ owner: environment, member: ['protected'], says: 'nobody could deploy; say deploy, users or groups' }] : []),
  ]
}

type Projects = ReadonlyMap<string, WorldProject>

function missingIn(project: WorldProject, job: WorldJob | WorldJobTemplate, projects: Projects): Contradiction[] {
  const { environment: name, run } = job
  const names = project.environments.map((each) => each.name)
  const startedElsewhere = ownTriggersOf(run).flatMap((trigger) => {
    const target = projects.get(trigger.project ?? project.path)
    return target === undefined ? [] : trigger.jobs.flatMap((each) => missingIn(target, each, projects))
  })
  if (name === undefined || names.includes(name)) return startedElsewhere
  const advice =
    didYouMean(name, names) || `; ${names.length === 0 ? 'add it to the environments of the project' : `there are ${names.join(', ')}`}`
  return [{ owner: job, member: ['environment'], says: `${project.path} has no environment ${name}${advice}` }, ...startedElsewhere]
}
