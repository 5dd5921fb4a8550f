import { createServer } from 'node:http'
import { createApp } from '../app.ts'
import type { Token } from '../storage/records.ts'
import { emptyStores } from '../storage/test-stores.suite.ts'
import { loadWorld } from '../world/load-world.ts'
import { parseWorld } from '../world/read-world.ts'
import { roles } from './roles.ts'
import { tokenHash } from './tokens.ts'

export const visibilities = ['private', 'internal', 'public'] as const

/** The project with this visibility and openness; its jobs are numbered from a hundred times its number. */
export const projectId = (visibility: (typeof visibilities)[number], publicPipelines: boolean): number =>
  1 + visibilities.indexOf(visibility) * 2 + (publicPipelines ? 0 : 1)

const people = ['outsider', ...Object.keys(roles)]
const members = Object.fromEntries(Object.keys(roles).map((role) => [role, role]))
const now = Date.UTC(2026, 10, 20)

const commit = { sha: '0ff3ae198f8601a285adcf5c0fff204ee6fba5fd', message: 'Begin', author: 'Nobody' }

function project(id: number, settings: object) {
  // Waiting for nobody: every action that is allowed finds nothing to do, so the order of the cells does not matter.
  const idle = {
    id: id * 100 + 1,
    name: 'test',
    stage: 'test',
    status: 'manual',
    user: 'owner',
    log: 'log',
    artifacts: { files: { 'report.txt': 'fine' } },
  }
  // Each person has a running job, whose token they may use.
  const begun = { stage: 'test', status: 'running', started: '-1m' }
  const running = people.map((user, index) => ({ id: id * 100 + 10 + index, name: `run ${user}`, user, ...begun }))
  const pipeline = { id: id * 10, ref: 'main', status: 'success', created: '-1h', commit, jobs: [idle, ...running] }
  return {
    id,
    path: `matrix/project-${id}`,
    name: `Project ${id}`,
    former_paths: [`matrix/former-${id}`],
    pipelines: [pipeline],
    ...settings,
  }
}

function matrix() {
  const projects = visibilities.flatMap((visibility) =>
    [true, false].map((public_pipelines) => project(projectId(visibility, public_pipelines), { visibility, public_pipelines, members })),
  )
  const users = people.map((username, index) => ({ id: index + 1, username, name: username }))
  const groups = [{ id: 1, path: 'matrix', name: 'Matrix', visibility: 'public' }]
  return { users, groups, projects: [...projects, project(99, {})] }
}

/** A server with a project for each way of being visible, a person in each role, and tokens of every kind for each. */
export async function matrixWorld() {
  const stores = await emptyStores()
  await loadWorld(await parseWorld(JSON.stringify(matrix()), 'the matrix'), stores, now)
  await stores.store.write(async (writer) => {
    for (const [index, person] of people.entries()) {
      const token: Token = { kind: 'personal', userId: index + 1, jobId: null, scopes: ['api'], expiresAt: null, revoked: false }
      const add = (name: string, changes: Partial<Token>) =>
        writer.addToken(tokenHash(`matrix-${person}-${name}`), { ...token, ...changes })
      await add('personal', {})
      await add('read', { scopes: ['read_api'] })
      await add('oauth', { kind: 'oauth' })
      await add('expired', { expiresAt: now - 1 })
      await add('revoked', { revoked: true })
      for (const id of [1, 2, 3, 4, 5, 6, 99]) await add(`job-${id}`, { kind: 'job', jobId: id * 100 + 10 + index, scopes: [] })
    }
  })
  const settings = { externalUrl: 'http://127.0.0.1:4000', edition: 'current' as const, rateLimit: undefined, trustProxy: false }
  const report = ({ error }: { error: unknown }) => console.error(error)
  const server = createServer(await createApp({ ...stores, ...settings, now: () => now, report }))
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const address = server.address()
  const stop = async () => {
    server.closeAllConnections()
    await new Promise((done) => server.close(done))
    await stores.close()
  }
  return { url: `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`, stop }
}
