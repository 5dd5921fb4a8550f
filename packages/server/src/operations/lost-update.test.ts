import { operations } from '@jobs-api/contract'
import { describe, expect, test } from 'vitest'
import { demoWorld } from '../demo-world.suite.ts'
import type { JobReader } from '../storage/job-store.ts'

// Somebody else is faster: every operation that changes something is refused, has done nothing, and can be asked again.

const { ask, fresh, loseRaces } = demoWorld()

const actions: readonly (readonly [id: keyof typeof operations, line: string, as: string, status: number])[] = [
  ['cancelJob', 'POST /projects/1/jobs/14/cancel', 'dana', 201],
  ['retryJob', 'POST /projects/1/jobs/11/retry', 'dana', 201],
  ['playJob', 'POST /projects/1/jobs/26/play', 'dana', 200],
  ['eraseJob', 'POST /projects/1/jobs/8/erase', 'mia', 201],
  ['keepJobArtifacts', 'POST /projects/1/jobs/8/artifacts/keep', 'dana', 200],
  ['deleteJobArtifacts', 'DELETE /projects/1/jobs/8/artifacts', 'mia', 204],
  ['deleteProjectArtifacts', 'DELETE /projects/1/artifacts', 'mia', 202],
]

/** What any of the actions could have changed. */
async function everything(reader: JobReader): Promise<unknown> {
  const filter = { projectId: 1 } as const
  const jobs = [
    ...(await reader.jobs({ ...filter, kind: 'build' }, { limit: 1000 })),
    ...(await reader.jobs({ ...filter, kind: 'bridge' }, { limit: 1000 })),
  ]
  const pipelines = await Promise.all([...new Set(jobs.map((job) => job.pipelineId))].map((id) => reader.pipeline(1, id)))
  const artifacts = await Promise.all(jobs.map(({ id }) => reader.artifacts(id)))
  return structuredClone({ jobs, pipelines, artifacts, removals: await reader.removals() })
}

describe.each(actions)('%s', (_, line, as, status) => {
  test('is refused, and nothing was done', async () => {
    const { store } = await fresh()
    const before = await store.read(everything)
    const archive = await ask('GET /projects/1/jobs/8/artifacts')
    loseRaces(1)
    expect((await ask(line, { as })).refusal).toEqual([409, { message: '409 Conflict: Resource lock' }])
    expect(await store.read(everything)).toEqual(before)
    expect((await ask('GET /projects/1/jobs/8/artifacts')).bytes).toEqual(archive.bytes)
  })

  test('does it when it is asked again', async () => {
    const { store } = await fresh()
    const before = await store.read(everything)
    loseRaces(1)
    await ask(line, { as })
    expect((await ask(line, { as })).status).toBe(status)
    expect(await store.read(everything)).not.toEqual(before)
  })
})

test('what is tidied up after an action is not the action', async () => {
  const { store } = await fresh()
  let writes = 0
  const write = store.write.bind(store)
  store.write = (change) => write((writer) => change(writer).finally(() => ++writes === 1 && loseRaces(1)))
  expect((await ask('DELETE /projects/1/jobs/8/artifacts', { as: 'mia' })).status).toBe(204)
  expect(writes).toBe(2)
  expect(await store.read((reader) => reader.removals())).toHaveLength(1)
})

test('these are the operations that change something', () => {
  expect(actions.map(([id]) => id).sort()).toEqual(
    Object.entries(operations)
      .flatMap(([id, { method }]) => (method === 'get' ? [] : [id]))
      .sort(),
  )
})
