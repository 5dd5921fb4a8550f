import { byMember, type Contradiction, known, missing, twice } from './contradiction.ts'
import { otherEnvironments, slugOf } from './environments.ts'
import { ownTriggersOf } from './triggers.ts'
import type { WorldJob, WorldJobTemplate, WorldProject } from './world.ts'

/** Environments that a project has twice, and those that its jobs, or what they start, speak of without there being any. */
export function environmentTrouble(project: WorldProject, projects: readonly WorldProject[]): Contradiction[] {
  const { environments, pipelines } = project
  const slugs = environments.map((owner) => ({ owner, member: [owner.slug === undefined ? 'name' : 'slug'], name: slugOf(owner) }))
  const jobs = pipelines.flatMap((pipeline) => pipeline.jobs)
  const byName = twice('environment', byMember(environments, 'name'))
  return [
    ...byName,
    ...(byName.length > 0 ? [] : twice('slug', slugs)),
    ...jobs.flatMap((job) => missingIn(project, job, new Map(projects.map((each) => [each.path, each])))),
  ]
}

function missingIn(project: WorldProject, job: WorldJob | WorldJobTemplate, projects: ReadonlyMap<string, WorldProject>): Contradiction[] {
  const names = known(
    `environment of ${project.path}`,
    project.environments.map(({ name }) => name),
  )
  return [
    ...missing(names, job, ['environment'], job.environment, otherEnvironments(project)),
    ...ownTriggersOf(job.run).flatMap((trigger) => {
      const target = projects.get(trigger.project ?? project.path)
      return target === undefined ? [] : trigger.jobs.flatMap((each) => missingIn(target, each, projects))
    }),
  ]
}
