import { writeFile } from 'node:fs/promises'

export const token = 'import-owner-token'
export const pipelineCount = 30
const jobsAPipeline = 6
export const jobCount = pipelineCount * jobsAPipeline

/** Writes a world whose jobs have logs and archives of all sizes; every second pipeline starts the one after it. */
export async function writeImportWorld(path: string): Promise<void> {
  const pipelines = Array.from({ length: pipelineCount }, (_, index) => pipeline(index + 1))
  const world = {
    users: [
      { id: 1, username: 'ann', name: 'Ann' },
      { id: 2, username: 'bob', name: 'Bob' },
    ],
    groups: [{ id: 1, path: 'crew', name: 'Crew' }],
    runners: [
      { id: 1, description: 'quick' },
      { id: 2, description: 'slow' },
    ],
    tokens: [{ token, user: 'ann' }],
    projects: [{ id: 1, path: 'crew/app', name: 'App', members: { ann: 'owner' }, pipelines }],
  }
  await writeFile(path, JSON.stringify(world))
}

function pipeline(id: number) {
  const builds = Array.from({ length: jobsAPipeline }, (_, index) => job(id, index))
  const bridge = { id: 10_000 + id, kind: 'bridge', name: 'start', stage: 'deploy', status: 'success', downstream: id + 1 }
  const jobs = id % 2 === 0 && id < pipelineCount ? [...builds, bridge] : builds
  const commit = { sha: 'be0c4'.repeat(8), message: `Change number ${id}`, author: 'Ann <ann@crew.example>' }
  return { id, ref: `branch-${id % 5}`, status: 'success', user: id % 3 === 0 ? 'bob' : 'ann', created: `-${100 - id}h`, commit, jobs }
}

function job(pipeline: number, index: number) {
  const id = (pipeline - 1) * jobsAPipeline + index + 1
  const isRetried = index === 0
  return {
    ...{ id, name: isRetried ? 'job-1' : `job-${index}`, stage: index < 3 ? 'build' : 'test', runner: 1 + (id % 2) },
    ...{ retried: isRetried, status: isRetried ? 'failed' : 'success', ...(isRetried && { failure_reason: 'script_failure' }) },
    ...{ queued: '-2h', started: '-1h', finished: '-30m', log: { generated: 500 + id * 700 } },
    ...(isRetried ? {} : { artifacts: { files: { 'note.txt': `of job ${id}\n`, 'out.bin': id * 900 }, expire: '+30d' } }),
  }
}
