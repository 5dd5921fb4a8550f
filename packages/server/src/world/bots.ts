import { hash } from 'node:crypto'
import type { World, WorldAccessToken, WorldGroup, WorldProject, WorldToken, WorldUser } from './world.ts'

/**
 * The same world with the bots behind the access tokens of groups and projects among its users, members and tokens, as GitLab has
 * them: https://docs.gitlab.com/user/group/settings/group_access_tokens/#bot-users-for-groups.
 */
export function withBots(world: World): World {
  const groups = world.groups.map((group) => botsOf('group', group))
  const projects = world.projects.map((project) => botsOf('project', project))
  const bots = [...groups, ...projects].flatMap((each) => each.bots)
  return {
    ...world,
    users: [...world.users, ...bots.map(userOf)],
    tokens: [...(world.tokens ?? []), ...bots.map(tokenOf)],
    groups: groups.map(withMembers),
    projects: projects.map(withMembers),
  }
}

interface Bot {
  readonly username: string
  readonly token: WorldAccessToken
}

interface Employer<Owner> {
  readonly owner: Owner
  readonly bots: readonly Bot[]
}

function botsOf<Owner extends WorldGroup | WorldProject>(kind: 'group' | 'project', owner: Owner): Employer<Owner> {
  const digits = (bot: number) => hash('sha256', `bot ${bot}`).slice(0, 32)
  return { owner, bots: owner.tokens.map((token) => ({ token, username: `${kind}_${owner.id}_bot_${digits(token.bot)}` })) }
}

function withMembers<Owner extends WorldGroup | WorldProject>({ owner, bots }: Employer<Owner>): Owner {
  return { ...owner, members: { ...owner.members, ...Object.fromEntries(bots.map(({ username, token }) => [username, token.role])) } }
}

const userOf = ({ username, token: { bot, name, created } }: Bot): WorldUser => ({
  ...{ id: bot, username, name, state: 'active', bot: true, created, public_email: '' },
})

function tokenOf({ username, token: { token, scopes, expires, revoked } }: Bot): WorldToken {
  return { token, user: username, kind: 'personal', scopes, revoked, ...(expires === undefined ? {} : { expires }) }
}
