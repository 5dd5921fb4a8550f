import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { createApp } from '../app.ts'
import { DiskArtifactStore } from '../storage/disk/disk-artifact-store.ts'
import { DiskLogStore } from '../storage/disk/disk-log-store.ts'
import { SqliteJobStore } from '../storage/sqlite/sqlite-job-store.ts'
import { loadWorld } from './load-world.ts'
import { parseWorld } from './read-world.ts'

// Access tokens of groups and projects, asked over HTTP.

const commit = { sha: 'c0ffee00c0ffee00c0ffee00c0ffee00c0ffee00', message: 'Brew', author: 'Ada <ada@example.com>' }
const users = [{ id: 1, username: 'ada', name: 'Ada' }]
const token = { token: 'secret-of-fleet', name: 'Deployments', role: 'developer', bot: 11 }

/** A project in a group, and one in a group below that. Each has a job of the project's number that waits to be played. */
function world({ harbor = [], fleet = [], tracker = [] }: { harbor?: object[]; fleet?: object[]; tracker?: object[] }) {
  const pipelines = (id: number) => {
    const jobs = [{ id, name: 'test', stage: 'test', status: 'manual', user: 'ada' }]
    return [{ id, ref: 'main', status: 'success', created: '-1h', commit, jobs }]
  }
  return {
    users,
    groups: [
      { id: 3, path: 'harbor', name: 'Harbor', tokens: harbor },
      { id: 5, path: 'harbor/fleet', name: 'Fleet', tokens: fleet },
    ],
    projects: [
      { id: 1, path: 'harbor/web', name: 'Web', pipelines: pipelines(1) },
      { id: 2, path: 'harbor/fleet/tracker', name: 'Tracker', tokens: tracker, pipelines: pipelines(2) },
    ],
  }
}

const parsed = (owners: Parameters<typeof world>[0]) => parseWorld(JSON.stringify(world(owners)), 'world.yaml')

async function open(owners: Parameters<typeof world>[0]) {
  const nowhere = join(tmpdir(), 'jobs-api-bots')
  const stores = { store: new SqliteJobStore(':memory:'), logs: new DiskLogStore(nowhere), archives: new DiskArtifactStore(nowhere) }
  await loadWorld(await parsed(owners), stores, 0)
  const settings = { externalUrl: 'http://127.0.0.1', edition: 'current', rateLimit: undefined, trustProxy: false } as const
  const server = createServer(await createApp({ ...stores, ...settings, now: () => 0, report: () => expect.unreachable('an accident') }))
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  onTestFinished(async () => {
    server.closeAllConnections()
    await new Promise((done) => server.close(done))
    await stores.store.close()
  })
  const { port } = server.address() as AddressInfo
  return (path: string, method = 'GET') =>
    fetch(`http://127.0.0.1:${port}/api/v4/${path}`, { method, headers: { 'PRIVATE-TOKEN': token.token } })
}

test.each([
  ['of a group reaches what is below it', { fleet: [token] }, [404, 404, 200, 201]],
  ['of the group above reaches more', { harbor: [token] }, [200, 201, 200, 201]],
  ['of a project reaches that', { tracker: [token] }, [404, 404, 200, 201]],
  ['of a reporter may read', { harbor: [{ ...token, role: 'reporter' }] }, [200, 403, 200, 403]],
  ['that may only read does', { harbor: [{ ...token, scopes: ['read_api'] }] }, [200, 403, 200, 403]],
  ['that was revoked does nothing', { harbor: [{ ...token, revoked: true }] }, [401, 401, 401, 401]],
  ['that has expired does nothing', { harbor: [{ ...token, expires: '-1d' }] }, [401, 401, 401, 401]],
])('the access token %s', async (_, owners, wanted) => {
  const ask = await open(owners)
  const answers = [await ask('projects/1/jobs'), await ask('projects/1/jobs/1/cancel', 'POST')]
  answers.push(await ask('projects/2/jobs'), await ask('projects/2/jobs/2/cancel', 'POST'))
  expect(answers.map(({ status }) => status)).toEqual(wanted)
})

test.each([
  ['group', { fleet: [token] }, /^group_5_bot_[0-9a-f]{32}$/],
  ['project', { tracker: [token] }, /^project_2_bot_[0-9a-f]{32}$/],
])('whoever has the access token of a %s is a bot with the name of the token', async (_, owners, username) => {
  const ask = await open(owners)
  expect(await (await ask('user')).json()).toMatchObject({
    id: 11,
    username: expect.stringMatching(username),
    name: 'Deployments',
    bot: true,
  })
})

test.each([
  ['a bot with the number of somebody', { harbor: [{ ...token, bot: 1 }] }, 'groups[0].tokens[0].bot: there are two of user 1'],
  [
    'two bots of a number',
    { harbor: [token], tracker: [{ ...token, token: 'another-secret' }] },
    'projects[1].tokens[0].bot: there are two of user 11',
  ],
  [
    'a token twice',
    { harbor: [token], fleet: [{ ...token, bot: 12 }] },
    'groups[1].tokens[0].token: there are two of token secret-of-fleet',
  ],
  ['an unknown role', { harbor: [{ ...token, role: 'developper' }] }, 'not "developper"; did you mean "developer"?'],
  ['one without a role', { harbor: [{ ...token, role: undefined }] }, 'groups[0].tokens[0]: "role" is missing'],
])('%s is refused in words, with its place', async (_, owners, wanted) => {
  await expect(parsed(owners)).rejects.toThrow(wanted)
})
