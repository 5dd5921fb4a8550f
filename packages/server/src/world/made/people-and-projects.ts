import { roles } from '../../access/roles.ts'
import type { Instant, Project, Runner, Token, User } from '../../storage/records.ts'

/** The people of the demo world: whoever knows its tokens can look around in every world that was made. */
export const people = [
  ['olga', 'Olga Brandt', roles.owner],
  ['mia', 'Mia Castellanos', roles.maintainer],
  ['dana', 'Dana Kessler', roles.developer],
  ['rita', 'Rita Okafor', roles.reporter],
  ['gus', 'Gus Lindqvist', roles.guest],
] as const

export const runnerCount = 8

const year = 365 * 86_400_000

export const user = (index: number, now: Instant): User => ({
  ...{ id: index + 1, username: people[index]?.[0] ?? '', name: people[index]?.[1] ?? '', state: 'active', bot: false },
  ...{ createdAt: now - 2 * year, publicEmail: '', jobTitle: null, organization: 'Harbor', location: null, bio: null },
})

export const token = (userId: number): Token => ({
  ...({ kind: 'personal', userId, jobId: null, scopes: ['api'], expiresAt: null, revoked: false } as const),
})

export const runner = (index: number, now: Instant): Runner => ({
  ...{ id: index + 1, description: `fleet-${index + 1}`, type: 'instance_type', paused: false, tags: ['linux', 'docker'] },
  ...{ runUntagged: true, limit: 4 },
  manager: {
    ...{ id: index + 1, systemId: `s_${String(index + 1).padStart(12, '0')}`, version: '18.4.0', revision: '139a0ac0' },
    ...{ platform: 'linux', architecture: 'amd64', ipAddress: `203.0.113.${index + 1}`, createdAt: now - year, contactedAt: now },
  },
})

const words = ['tracker', 'console', 'ledger', 'charts', 'tides', 'quotes', 'cranes', 'manifest', 'customs', 'pilot']

/** The numbers of the groups `harbor` and `harbor/fleet`, as in the other worlds. */
const [harbor, fleet] = [23, 31]

/** The first is the one in which most happens. */
export function project(index: number, now: Instant): Project {
  const name = index === 0 ? 'webshop' : `${words[index % words.length]}-${index + 1}`
  return {
    ...{ id: index + 1, path: index === 0 ? 'harbor/webshop' : `harbor/fleet/${name}`, name, description: null },
    ...(index === 0 ? { namespaceName: 'Harbor', groups: [harbor] } : { namespaceName: 'Harbor / Fleet', groups: [harbor, fleet] }),
    ...{
      createdAt: now - 2 * year,
      visibility: (['private', 'internal', 'public'] as const)[index % 3] ?? 'private',
      publicPipelines: true,
    },
    ...{
      refreshingStatistics: false,
      keepLatestArtifacts: true,
      jobTokenScopeEnabled: false,
      jobTokenAllowList: [],
      agents: [],
    },
    ...{ pipelineVariablesRole: 'developer', protectedRefs: [{ ref: 'main', push: 'maintainer' }], protectedEnvironments: [] },
  }
}
