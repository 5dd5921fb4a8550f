import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { expect, onTestFinished } from 'vitest'
import { manualClock } from '../clock.ts'
import { behaviourOf } from '../editions.ts'
import { cancelJob } from '../operations/cancelJob.ts'
import { deleteProjectArtifacts } from '../operations/deleteProjectArtifacts.ts'
import { eraseJob } from '../operations/eraseJob.ts'
import type { Desk } from '../operations/operation.ts'
import { playJob } from '../operations/playJob.ts'
import { retryJob } from '../operations/retryJob.ts'
import type { Job } from '../storage/records.ts'
import { emptyStores } from '../storage/test-stores.suite.ts'
import { loadWorld, type Stores } from '../world/load-world.ts'
import { readWorld } from '../world/read-world.ts'
import { startRunners } from './start-runners.ts'

// What tests of the simulated runners share: a small world, a clock that they move, and runners at work.

export const opened = Date.UTC(2026, 10, 20, 10)
export const seconds = (count: number) => count * 1000

const commit = { sha: 'c0ffee00c0ffee00c0ffee00c0ffee00c0ffee00', message: 'Brew', author: 'Ada <ada@example.com>' }

/** A job of a small world, with whatever else a world file may say of it. */
export interface TestJob {
  readonly name: string
  readonly [member: string]: unknown
}

/** One project with one pipeline; jobs are numbered from 1, and pending unless they say otherwise. */
export function smallWorld(jobs: readonly TestJob[], { runners = [{}], project = {}, others = [] }: Partial<Surroundings> = {}): object {
  const rows = jobs.map((job, index) => {
    const status = job['status'] ?? 'pending'
    return { id: index + 1, stage: 'test', status, ...(status === 'pending' ? { queued: '-0s' } : {}), ...job }
  })
  const pipeline = { id: 1, ref: 'main', status: 'running', user: 'ada', created: '-1m', commit, jobs: rows }
  const own = { id: 1, path: 'team/app', name: 'App', members: { ada: 'maintainer' }, pipelines: [pipeline], ...project }
  return {
    users: [{ id: 1, username: 'ada', name: 'Ada' }],
    groups: [{ id: 1, path: 'team', name: 'Team' }],
    runners: runners.map((runner, index) => ({ id: index + 1, description: `runner-${index + 1}`, contacted: '-0s', ...runner })),
    projects: [own, ...others],
  }
}

interface Surroundings {
  readonly runners: readonly object[]
  readonly project: object
  readonly others: readonly object[]
}

/** Opens a world, small or by its name, and sets the runners to work; a test during which one of them stumbles fails. */
export async function workshop(world: object | string, { wrap = (stores: Stores) => stores } = {}) {
  const folder = await mkdtemp(join(tmpdir(), 'jobs-api-runners-'))
  const path = join(folder, 'world.json')
  if (typeof world !== 'string') await writeFile(path, JSON.stringify(world))
  const { close, ...stores } = await emptyStores()
  const { store } = stores
  await loadWorld(await readWorld(typeof world === 'string' ? world : path), stores, opened)
  const clock = manualClock(opened)
  const troubles: string[] = []
  const stop = startRunners({ ...wrap(stores), clock }, (where, error) => void troubles.push(`${where}: ${error}`))
  onTestFinished(async () => {
    await stop()
    await close()
    await rm(folder, { recursive: true, force: true })
    expect(troubles, 'troubles').toEqual([])
  })

  const job = async (id: number): Promise<Job> => {
    const found = await store.read((reader) => reader.job(id))
    if (found === undefined) throw new Error(`there is no job ${id}`)
    return found
  }
  const log = async (id: number): Promise<string> => {
    const bytes = await stores.logs.read(id)
    return bytes === undefined ? '' : (await buffer(bytes.open(0, bytes.size))).toString()
  }
  const desk = async (): Promise<Desk> => {
    const user = await store.read((reader) => reader.user(1))
    if (user === undefined) throw new Error('the world has no user 1')
    const token = { kind: 'personal', userId: 1, jobId: null, scopes: ['api'], expiresAt: null, revoked: false } as const
    const caller = { user, token, job: undefined, jobProjectPath: undefined }
    const address = new URL('http://127.0.0.1')
    const asked = { externalUrl: '', address, isHead: false, link: undefined }
    return { ...stores, ...asked, caller, now: clock.now(), edition: behaviourOf('current') }
  }
  // Operations take what the contract types to the last detail; here only the number and the body matter.
  const input = (id: number, more: object = {}) =>
    ({ path: { id: 1, job_id: id }, query: {}, headers: {}, body: undefined, ...more }) as never

  return {
    ...stores,
    clock,
    troubles,
    job,
    log,
    advance: (count: number) => clock.advance(seconds(count)),
    /** The log without colours and section marks. */
    text: async (id: number) => (await log(id)).replaceAll(/section_\w+:\d+:\w+\r|.\[[\d;]*[A-Za-z]/g, ''),
    status: async (id: number) => (await job(id)).status,
    /** `1 success, 2 failed`, of all jobs from 1 up to the last. */
    statuses: async (...ids: number[]) => (await Promise.all(ids.map(async (id) => (await job(id)).status))).join(' '),
    pipelineStatus: async (id = 1, project = 1) => (await store.read((reader) => reader.pipeline(project, id)))?.status,
    artifacts: (id: number) => store.read((reader) => reader.artifacts(id)),
    change: (id: number, changes: Partial<Job>) =>
      store.write(async (writer) => {
        const found = await writer.job(id)
        if (found !== undefined) await writer.saveJob({ ...found, ...changes })
      }),

    // What people do, by the operations that do it.
    retry: async (id: number, body?: object) => numberOf(await retryJob(input(id, { body }), await desk())),
    play: async (id: number, body?: object) => numberOf(await playJob(input(id, { body }), await desk())),
    cancel: async (id: number, query: { force?: boolean } = {}) => numberOf(await cancelJob(input(id, { query }), await desk())),
    erase: async (id: number) => numberOf(await eraseJob(input(id), await desk())),
    deleteArtifacts: async () => deleteProjectArtifacts(input(0), await desk()),
  }
}

/** The number of the job that an operation answered with. */
function numberOf(answer: { status: number; body?: unknown }): number {
  expect(answer.body, `answered ${answer.status}`).toHaveProperty('id')
  return (answer.body as { id: number }).id
}
