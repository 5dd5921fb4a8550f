import { type Namespace, namespaceOf } from './namespaces.ts'
import type { World, WorldProject } from './world.ts'

/** What a project speaks of by names and paths, as numbers. */
export interface ProjectLinks {
  readonly namespace: Namespace
  readonly projectId: (path: string) => number
  /** Of one project, or of all projects of a group. */
  readonly projectIds: (path: string) => readonly number[]
  readonly userId: (username: string) => number
  /** The own members of a group, not those of the groups above it. */
  readonly groupMembers: (path: string) => readonly string[]
}

/** Throws where there is no such thing: contradictions are found before. */
export function projectLinks(world: World, { path }: WorldProject): ProjectLinks {
  const projectIds = (wanted: string) => world.projects.flatMap((each) => (`${each.path}/`.startsWith(`${wanted}/`) ? [each.id] : []))
  return {
    namespace: there(namespaceOf(world, path), `a group or a user for ${path}`),
    projectIds,
    projectId: (wanted) => there(projectIds(wanted)[0], `a project ${wanted}`),
    userId: (wanted) => there(world.users.find(({ username }) => username === wanted)?.id, `a user ${wanted}`),
    groupMembers: (wanted) => Object.keys(there(world.groups.find((group) => group.path === wanted)?.members, `a group ${wanted}`)),
  }
}

function there<Thing>(thing: Thing | undefined, name: string): Thing {
  if (thing === undefined) throw new Error(`the world lacks ${name}`)
  return thing
}
