import { didYouMean } from './near-name.ts'
import type { World, WorldInFiles, WorldProject } from './world.ts'
import type { Problem, WorldFile } from './world-file.ts'

/**
 * One world out of a file and the world that it extends, if it does: lists go on where those of the other end, and
 * `additions` are put into projects of either.
 */
export function joined(
  file: WorldFile,
  [base]: readonly World[],
  { users = [], runners = [], tokens = [], projects = [], additions = [] }: WorldInFiles,
  refuse: (file: WorldFile, problems: readonly Problem[]) => void,
): World {
  const all = new Map([...(base?.projects ?? []), ...projects].map((project) => [project.path, project]))
  refuse(
    file,
    additions.flatMap((addition, index) => {
      const says = `there is no project ${addition.project}${didYouMean(addition.project, [...all.keys()])}`
      return all.has(addition.project) ? [] : [file.problem(['additions', index, 'project'], says)]
    }),
  )
  const added = (project: WorldProject): WorldProject => {
    const own = additions.filter((addition) => addition.project === project.path)
    if (own.length === 0) return project
    // The same objects as in the files wherever nothing is added, so that their place is still known.
    const members = Object.assign({}, project.members, ...own.map((addition) => addition.members))
    return { ...project, members, pipelines: [...project.pipelines, ...own.flatMap(({ pipelines }) => pipelines)] }
  }
  return {
    users: [...(base?.users ?? []), ...users],
    runners: [...(base?.runners ?? []), ...runners],
    tokens: [...(base?.tokens ?? []), ...tokens],
    projects: [...(base?.projects ?? []), ...projects].map(added),
  }
}
