import { writeFile } from 'node:fs/promises'

export const token = 'kill-owner-token'
const pipelineCount = 60

type Kind = 'finished' | 'failed' | 'manual' | 'running'
const kinds: readonly Kind[] = [...Array<Kind>(7).fill('finished'), 'failed', 'failed', 'failed', 'manual', 'manual']

/** Writes a world with jobs on which every action can be tried, and which simulated runners finish quickly. Returns the jobs' numbers. */
export async function writeKillWorld(path: string): Promise<number[]> {
  const pipelines = Array.from({ length: pipelineCount }, (_, index) => pipeline(index + 1))
  const world = {
    users: [{ id: 1, username: 'ann', name: 'Ann' }],
    groups: [{ id: 1, path: 'kill', name: 'Kill' }],
    runners: [{ id: 1, description: 'quick', limit: 3 }],
    tokens: [{ token, user: 'ann' }],
    projects: [{ id: 1, path: 'kill/measured', name: 'Measured', members: { ann: 'owner' }, pipelines }],
  }
  await writeFile(path, JSON.stringify(world))
  return pipelines.flatMap(({ jobs }) => jobs.map(({ id }) => id))
}

function pipeline(id: number) {
  // Few are running: each of them is written several times a second, and that should leave time for answers.
  const all = id % 10 === 0 ? [...kinds.slice(1), 'running' as const] : kinds
  const jobs = all.map((kind, index) => ({ ...job(kind), id: (id - 1) * kinds.length + index + 1, name: `${kind}-${index}` }))
  const commit = { sha: 'be0c4'.repeat(8), message: 'Make it survive', author: 'Ann <ann@kill.example>' }
  return { id, ref: `branch-${id}`, status: 'running', user: 'ann', created: '-2h', commit, jobs }
}

const files = { 'report.txt': 'all is well\n', 'dist/bundle.js': 40_000 }
const run = { duration: '0.4s', lines: '$ npm test\nall is well', artifacts: { files, expire: '30d' } }
const over = { stage: 'test', queued: '-2h', started: '-1h', finished: '-30m', log: 'all was well\n'.repeat(200), run }

function job(kind: Kind) {
  if (kind === 'finished') return { ...over, status: 'success', artifacts: { files, expire: '+30d' } }
  if (kind === 'failed') return { ...over, status: 'failed', failure_reason: 'script_failure' }
  if (kind === 'manual') return { stage: 'test', status: 'manual', when: 'manual', run }
  return {
    stage: 'test',
    status: 'running',
    queued: '-2h',
    started: '-1h',
    log: 'going on\n',
    cancels_gracefully: true,
    runner: 1,
    run: { ...run, duration: '20s' },
  }
}
