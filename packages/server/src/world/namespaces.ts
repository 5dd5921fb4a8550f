import { type Role, roles } from '../access/roles.ts'
import type { Members, World, WorldGroup } from './world.ts'

/** Where a project or a group stands: in a group and the groups above it, at the top, or with a user. */
export interface Namespace {
  /** Of the groups from the topmost down, as in `name_with_namespace`: `Harbor / Fleet`. */
  readonly name: string
  /** The topmost first. */
  readonly groups: readonly WorldGroup[]
  /** What the members of those groups may do there; to a user's own projects, that user is an owner. */
  readonly members: ReadonlyMap<string, Role>
}

type Surroundings = Pick<World, 'users' | 'groups'>

export const parentOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')))

/** Where what has this path stands; undefined if the world has neither that group nor that user. */
export function namespaceOf({ users, groups }: Surroundings, path: string): Namespace | undefined {
  const parent = parentOf(path)
  const chain = groups
    .filter((group) => `${parent}/`.startsWith(`${group.path}/`))
    .toSorted((one, other) => one.path.length - other.path.length)
  if (chain.at(-1)?.path === parent)
    return { name: chain.map(({ name }) => name).join(' / '), groups: chain, members: highest(chain.map(({ members }) => members)) }
  const user = users.find(({ username }) => username === parent)
  return user && { name: user.name, groups: [], members: new Map([[user.username, 'owner']]) }
}

/** The highest role of each person. GitLab lets everybody be what they are in the groups above, or more. */
export function highest(all: readonly Members[]): Map<string, Role> {
  const found = new Map<string, Role>()
  for (const [name, role] of all.flatMap((members) => Object.entries(members))) {
    const before = found.get(name)
    if (before === undefined || roles[role] > roles[before]) found.set(name, role)
  }
  return found
}

/** Everybody who may do something in a project, because of it or of a group above it. */
export function membersOf(world: Surroundings, { path, members }: { path: string; members: Members }): Map<string, Role> {
  return highest([Object.fromEntries(namespaceOf(world, path)?.members ?? []), members])
}
