import { roles } from '../access/roles.ts'
import type { Project } from '../storage/records.ts'
import { type Contradiction, known, missing } from './contradiction.ts'
import { type Namespace, namespaceOf, parentOf } from './namespaces.ts'
import type { Members, World, WorldGroup, WorldProject } from './world.ts'

/** What cannot be where it stands: nowhere, more visible than the group around it, or with members who would be less there than above. */
export function namespaceTrouble(world: World): Contradiction[] {
  const users = new Set(world.users.map(({ username }) => username))
  const subgroups = world.groups.filter(({ path }) => parentOf(path) !== '')
  return [
    ...world.groups.flatMap((owner) =>
      users.has(owner.path) ? [{ owner, member: ['path'], says: `${owner.path} is a user; groups and users share their names` }] : [],
    ),
    ...subgroups.flatMap((group) => ofPlace(group, 'group', world)),
    ...world.projects.flatMap((project) => ofPlace(project, 'project', world)),
  ]
}

type Kind = 'group' | 'project'

function ofPlace(place: WorldGroup | WorldProject, kind: Kind, world: World): Contradiction[] {
  const groups = known(
    'group',
    world.groups.map(({ path }) => path),
  )
  const namespace = namespaceOf(world, place.path)
  if (namespace === undefined) return missing(groups, place, ['path'], parentOf(place.path), '; add it to groups')
  return [...tooVisible(place, kind, namespace), ...lessThanAbove(place, namespace)]
}

const visibilities: readonly Project['visibility'][] = ['private', 'internal', 'public']

/** https://docs.gitlab.com/user/public_access/: nothing is more visible than the group in which it stands. */
function tooVisible(owner: WorldGroup | WorldProject, kind: Kind, { groups }: Namespace): Contradiction[] {
  const [group] = groups.slice(-1)
  if (group === undefined || visibilities.indexOf(owner.visibility) <= visibilities.indexOf(group.visibility)) return []
  const says = `a ${kind} in the ${group.visibility} group ${group.path} cannot be ${owner.visibility}; make the group ${owner.visibility}, or this ${group.visibility}`
  return [{ owner, member: ['visibility'], says }]
}

/** GitLab refuses a direct membership with a lower role than the inherited one (`Member#higher_access_level_than_group`). */
function lessThanAbove({ members }: { readonly members: Members }, above: Namespace): Contradiction[] {
  return Object.entries(members).flatMap(([name, role]) => {
    const inherited = above.members.get(name)
    if (inherited === undefined || roles[inherited] <= roles[role]) return []
    const group = above.groups.find((each) => each.members[name] === inherited)
    const why = group === undefined ? 'to whom it belongs' : `by the group ${group.path}`
    return [{ owner: members, member: [name], says: `${name} is ${inherited} here already, ${why}; say as much or more, or leave it out` }]
  })
}
