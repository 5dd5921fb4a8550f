import { didYouMean } from './near-name.ts'
import type { World, WorldInFiles, WorldProject } from './world.ts'
import type { Problem, WorldFile } from './world-file.ts'

/** What was put together out of several objects, and the objects of the files in which it stands. */
export class Sources {
  readonly #parts = new Map<object, readonly object[]>()

  put<Whole extends object>(whole: Whole, parts: readonly object[]): Whole {
    this.#parts.set(
      whole,
      parts.flatMap((part) => this.#parts.get(part) ?? [part]),
    )
    return whole
  }

  /** The object in a file that says this member of an object; what is said last, counts. */
  of(whole: object, member: string | number | undefined): object {
    const parts = this.#parts.get(whole) ?? [whole]
    return parts.findLast((part) => member !== undefined && member in part) ?? parts[0] ?? whole
  }
}

/**
 * One world out of a file and the world that it extends, if it does: lists go on where those of the other end, and
 * `additions` are put into projects of either.
 */
export function joined(
  file: WorldFile,
  base: World | undefined,
  { users = [], groups = [], runners = [], tokens = [], projects = [], additions = [] }: WorldInFiles,
  sources: Sources,
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
    const parts = [project.members, ...own.map(({ members }) => members)]
    const members = sources.put(Object.assign({}, ...parts), parts)
    const environments = [...project.environments, ...own.flatMap((addition) => addition.environments)]
    const pipelines = [...project.pipelines, ...own.flatMap((addition) => addition.pipelines)]
    return sources.put({ ...project, members, environments, pipelines }, [project])
  }
  return {
    users: [...(base?.users ?? []), ...users],
    groups: [...(base?.groups ?? []), ...groups],
    runners: [...(base?.runners ?? []), ...runners],
    tokens: [...(base?.tokens ?? []), ...tokens],
    projects: [...(base?.projects ?? []), ...projects].map(added),
  }
}
