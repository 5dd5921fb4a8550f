import { isIn } from '@jobs-api/lifecycle'
import { expect, test } from 'vitest'
import { latestJobs } from '../operations/change-job.ts'
import type { Job, Pipeline } from '../storage/records.ts'
import { opened, workshop } from './workshop.suite.ts'

const projects = [1, 2, 3, 4, 5, 6]
const hour = 3600

async function open() {
  const shop = await workshop('demo')
  const everyJob = () =>
    shop.store.read(async (reader) => {
      const lists = projects.flatMap((projectId) =>
        (['build', 'bridge'] as const).map((kind) => reader.jobs({ projectId, kind }, { limit: 1000 })),
      )
      return (await Promise.all(lists)).flat()
    })
  const everyPipeline = async (): Promise<Pipeline[]> => {
    const places = new Map((await everyJob()).map(({ pipelineId, projectId }) => [pipelineId, projectId]))
    const found = await shop.store.read((reader) => Promise.all([...places].map(([id, projectId]) => reader.pipeline(projectId, id))))
    return found.filter((pipeline) => pipeline !== undefined)
  }
  return { ...shop, everyJob, everyPipeline }
}

/** Whether nothing but a person, or somebody who was asked to call back, can take a job on; or what waits for such a job. */
const waitsForSomebody = (jobs: readonly Job[]) =>
  jobs.some(({ status }) => status === 'manual' || status === 'waiting_for_callback') &&
  jobs.every(({ status }) => isIn('complete', status) || ['manual', 'waiting_for_callback', 'created'].includes(status))

/** What is true of every job at every moment: its times are in order, and it has those that belong to its status. */
function timesOf(job: Job): string | undefined {
  const times = [job.createdAt, job.queuedAt, job.startedAt, job.finishedAt].filter((time) => time !== null)
  if (times.some((time, index) => index > 0 && time < (times[index - 1] ?? 0))) return `job ${job.id}: ${times.join(' ')}`
  const ran = job.status === 'success' || job.status === 'failed'
  if (ran && (job.startedAt === null || job.finishedAt === null) && job.runnerId !== null) return `job ${job.id} never ran`
  return undefined
}

test('two hours of the demo world: everything ends or waits for somebody', async () => {
  const { advance, everyJob, everyPipeline, store, text, artifacts } = await open()
  const before = new Set((await everyJob()).filter(({ status }) => isIn('complete', status)).map(({ id }) => id))
  await advance(2 * hour)
  const jobs = await everyJob()
  expect(jobs.map(timesOf).filter((trouble) => trouble !== undefined)).toEqual([])
  for (const pipeline of await everyPipeline()) {
    const latest = await store.read((reader) => latestJobs(reader, pipeline))
    expect(isIn('complete', pipeline.status) || waitsForSomebody(latest), `pipeline ${pipeline.id} is ${pipeline.status}`).toBe(true)
  }
  const finished = jobs.filter(({ id, status, startedAt }) => isIn('complete', status) && startedAt !== null && !before.has(id))
  expect(finished.length).toBeGreaterThan(8)
  for (const job of finished) {
    const rows = await artifacts(job.id)
    expect(rows.filter(({ fileType }) => fileType === 'trace').length, `sealed logs of job ${job.id}`).toBe(1)
    // A log that the runners began names the job; one that they found was begun by the world.
    const log = await text(job.id)
    if ((job.startedAt ?? 0) >= opened) expect(log).toContain(`Running on job-${job.id} via`)
    expect([...log.matchAll(/Running on job-(\d+) /g)].map(([, id]) => Number(id)).filter((id) => id !== job.id)).toEqual([])
  }
  expect(Object.fromEntries(jobs.filter(({ pipelineId }) => pipelineId === 20).map(({ name, status }) => [name, status]))).toMatchObject({
    ...{ 'build-image': 'success', fuzz: 'success', unit: 'success', integration: 'failed', 'security-gate': 'waiting_for_callback' },
    ...{ 'load-test': 'canceled', 'deploy-staging': 'success', 'deploy-production': 'manual', 'warm-cache': 'success', report: 'created' },
  })
})

test('the linter that failed, retried: it runs, logs and succeeds, and what was skipped because of it gets its turn', async () => {
  const { advance, retry, job, text, status, everyJob } = await open()
  const id = await retry(11)
  expect(await status(id)).toBe('pending')
  await advance(5)
  expect(await status(id)).toBe('running')
  expect(await text(id)).toContain('Running with gitlab-runner')
  await advance(20)
  expect([await status(id), (await job(id)).runnerId]).toEqual(['success', 1])
  expect(await text(id)).toMatch(/\$ npm run lint\n.*Job succeeded\n$/s)
  await retry(13)
  await advance(60)
  const publish = (await everyJob()).find(({ name, pipelineId }) => name === 'publish' && pipelineId === 10)
  expect(publish?.status).toBe('success')
})

test('a trigger job that is played starts a pipeline in the other project', async () => {
  const { advance, play, job, store } = await open()
  await play(39)
  await advance(10)
  const bridge = await job(39)
  const downstream = await store.read((reader) => reader.pipeline(2, bridge.downstreamPipelineId ?? 0))
  expect([bridge.status, downstream?.status, downstream?.source]).toEqual(['running', 'running', 'pipeline'])
  await advance(60)
  expect((await job(39)).status).toBe('success')
})

test('whatever became of the rest, the report runs once nothing before it is under way', async () => {
  const { advance, play, cancel, status } = await open()
  await cancel(23)
  await play(26, { job_variables_attributes: [{ key: 'CREW', value: 'night' }] })
  await play(39)
  await advance(hour)
  expect(await status(25)).toBe('success')
})
