import { cp, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { start } from '../server.ts'
import { readSettings } from '../settings.ts'

// What happens to the data folder when a server starts with a world: a wrong one changes nothing, and no world is loaded over another.

const folder = await mkdtemp(join(tmpdir(), 'jobs-api-begin-'))
afterAll(() => rm(folder, { recursive: true, force: true }))

const commit = { sha: 'c0ffee00c0ffee00c0ffee00c0ffee00c0ffee00', message: 'Brew', author: 'Ada <ada@example.com>' }

async function worldFile(name: string, job: object): Promise<string> {
  const pipeline = {
    id: 1,
    ref: 'main',
    status: 'success',
    created: '-1h',
    commit,
    jobs: [{ id: 7, stage: 'test', status: 'success', ...job }],
  }
  const world = {
    users: [{ id: 1, username: 'ada', name: 'Ada' }],
    groups: [{ id: 1, path: 'team', name: 'Team' }],
    tokens: [{ token: 'secret-ada', user: 'ada' }],
    projects: [{ id: 1, path: 'team/app', name: 'App', members: { ada: 'owner' }, pipelines: [pipeline] }],
  }
  const path = join(folder, `${name}.yaml`)
  await writeFile(path, JSON.stringify(world))
  return path
}

const [first, second, wrong] = await Promise.all([
  worldFile('first', { name: 'first', log: 'one\n' }),
  worldFile('second', { name: 'second' }),
  worldFile('wrong', { name: 'wrong', user: 'bob' }),
])

/** Starts, asks for the one job, and stops. */
async function begin(data: string, ...flags: string[]): Promise<{ job: string; said: string }> {
  const spoken: string[] = []
  const voice = { say: (text: string) => void spoken.push(text), complain: () => undefined }
  const settings = readSettings(['--port', '0', '--data', data, '--runners', 'off', '--log-level', 'silent', ...flags], {})
  const server = await start(settings, voice)
  const answer = await fetch(`${server.url}/api/v4/projects/1/jobs/7`, { headers: { 'PRIVATE-TOKEN': 'secret-ada' } })
  const { name } = (await answer.json()) as { name: string }
  await server.stop()
  return { job: name, said: spoken.join('') }
}

const filesIn = async (path: string) => (await readdir(path, { recursive: true })).sort()

test('a second start keeps what is there, and says so in one line', async () => {
  const data = join(folder, 'kept')
  const before = await begin(data, '--world', first)
  const after = await begin(data, '--world', second)
  expect([before.job, after.job]).toEqual(['first', 'first'])
  expect(before.said).not.toContain('as it was left')
  expect(after.said).toMatch(/^ {2}World {6}the one in that folder, as it was left; --reset begins anew$/m)
})

test('--reset begins anew', async () => {
  const data = join(folder, 'reset')
  await begin(data, '--world', first)
  expect((await begin(data, '--world', second, '--reset')).job).toBe('second')
})

test('a wrong world makes no data folder', async () => {
  const data = join(folder, 'never')
  await expect(begin(data, '--world', wrong)).rejects.toThrow('there is no user bob')
  expect(await filesIn(folder)).not.toContain('never')
})

test('a wrong world is refused before --reset empties anything', async () => {
  const [data, copy] = [join(folder, 'untouched'), join(folder, 'copy')]
  await begin(data, '--world', first)
  await cp(data, copy, { recursive: true })
  await expect(begin(data, '--world', wrong, '--reset')).rejects.toThrow('nothing was stored')
  expect(await filesIn(data)).toEqual(await filesIn(copy))
  expect((await begin(data, '--world', first)).job).toBe('first')
})
