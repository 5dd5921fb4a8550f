import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { Job, JobsClient } from '@jobs-api/client'
import { readSettings, start } from '@jobs-api/server'
import { hastyClock } from '../hasty-clock.ts'

// The reference server with many small pipelines, each with one job for each action. Its runners are done within a moment, so
// that an action which is sent twice finds a job that can be played again, and leaves a second one behind.

const perPipeline = 10
/** Where in the numbers of a pipeline its jobs stand; their names end in the number of the pipeline. */
const places = { play: 1, retry: 2, erase: 3, trigger: 4, cancel: 5, keep: 6 }
export type Place = keyof typeof places
export const jobOf = (pipeline: number, place: Place): number => pipeline * perPipeline + places[place]
export const nameOf = (pipeline: number, place: Place): string => `${place} ${pipeline}`
/** What the pipeline that a trigger job starts has in it. */
export const startedBy = (pipeline: number): string => `started by ${pipeline}`

/** A pipeline of project 2 in which nothing happens, and its jobs. */
export const still = 1_000_000
const stillJobs = [1, 2, 3, 4, 5].map((at) => ({ id: still + at, name: `still ${at}`, stage: 'test', status: 'skipped' }))

export const log = 'grüße\n'.repeat(20)
export const file = 'a file\n'.repeat(40)

function pipeline(id: number) {
  const run = { duration: '0.1s' }
  const job = (place: Place, more: object) => ({ id: jobOf(id, place), name: nameOf(id, place), stage: 'test', status: 'success', ...more })
  const ended = { started: '-50m', finished: '-40m' }
  return {
    id,
    ref: 'main',
    status: 'running',
    user: 'olga',
    created: '-1h',
    commit: { sha: '0ff3ae198f8601a285adcf5c0fff204ee6fba5fd', message: 'Load', author: 'Olga <olga@harbor.example>' },
    jobs: [
      job('play', { status: 'manual', when: 'manual', run }),
      job('retry', { ...ended, status: 'failed', failure_reason: 'script_failure', run }),
      job('erase', { ...ended, log }),
      job('trigger', {
        ...{ kind: 'bridge', status: 'manual', when: 'manual' },
        run: { trigger: { project: 'harbor/annex', ref: 'main', jobs: [{ name: startedBy(id), stage: 'test', run }] } },
      }),
      job('cancel', { status: 'scheduled', when: 'delayed', scheduled: '+30d' }),
      job('keep', { ...ended, log, artifacts: { expire: '+30d', files: { 'a b.txt': file } } }),
    ],
  }
}

const world = (pipelines: number) => ({
  users: [{ id: 1, username: 'olga', name: 'Olga' }],
  groups: [{ id: 9, path: 'harbor', name: 'Harbor', members: { olga: 'owner' } }],
  tokens: [{ token: 'demo-olga-personal', user: 'olga' }],
  runners: [{ id: 1, description: 'crane', limit: 100_000 }],
  projects: [
    { id: 1, path: 'harbor/yard', name: 'Yard', pipelines: Array.from({ length: pipelines }, (_, at) => pipeline(at + 1)) },
    // What a trigger job starts is like the newest pipeline there.
    { id: 2, path: 'harbor/annex', name: 'Annex', pipelines: [{ ...pipeline(still), jobs: stillJobs }] },
  ],
})

export async function openYard(pipelines: number) {
  const folder = await mkdtemp(join(tmpdir(), 'jobs-api-faults-'))
  const file = join(folder, 'world.yaml')
  await writeFile(file, JSON.stringify(world(pipelines)))
  const flags = ['--port=0', '--data=:memory:', '--log-level=error', `--world=${file}`]
  const accidents: string[] = []
  const server = await start(readSettings(flags, {}), { say: () => undefined, complain: (line) => accidents.push(line) }, hastyClock(40))
  const stop = async () => {
    await server.stop()
    await rm(folder, { recursive: true })
  }
  return { url: server.url, accidents, stop }
}

export interface Records {
  /** The jobs of a name, retried ones among them. */
  named(name: string): readonly Job[]
  /** How many pipelines were started by the trigger job of one. */
  started(pipeline: number): number
}

/** What the server knows when its runners have done what there was to do. */
export async function recordsOf(jobs: JobsClient, pipelines: number): Promise<Records> {
  for (let pipeline = 1; pipeline <= pipelines; pipeline++)
    while ((await jobs.listPipelineBridges(1, pipeline, { scope: 'pending' }).first(1)).length > 0) await wait(20)
  const yard = await jobs.listProjectJobs(1).all({ max: 1_000_000 })
  const annex = await jobs.listProjectJobs(2).all({ max: 1_000_000 })
  const byName = Map.groupBy([...yard, ...annex], ({ name }) => name)
  const named = (name: string) => byName.get(name) ?? []
  return { named, started: (id) => named(startedBy(id)).length }
}
