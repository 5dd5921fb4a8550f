import { describe, expect, test } from 'vitest'
import { latestJobs } from '../operations/change-job.ts'
import { opened, seconds, smallWorld, workshop } from './workshop.suite.ts'

const run = { duration: '5s', lines: ['$ true'] }
const created = { status: 'created', run }
const failing = { ...created, run: { ...run, outcome: 'failed' } }

describe('stages', () => {
  test('follow one another, and the status of the pipeline follows them', async () => {
    const { advance, statuses, pipelineStatus } = await workshop(
      smallWorld([
        { name: 'a', stage: 'build', ...created },
        { name: 'b', stage: 'test', ...created },
      ]),
    )
    const seen: string[] = []
    for (let second = 0; second < 20; second++) {
      seen.push(`${await statuses(1, 2)}: ${await pipelineStatus()}`)
      await advance(1)
    }
    expect([...new Set(seen)]).toEqual([
      'created created: running',
      'pending created: pending',
      'running created: running',
      'success pending: running',
      'success running: running',
      'success success: success',
    ])
  })

  const jobs = (first: object) => [
    { name: 'a', stage: 'build', ...first },
    { name: 'plain', ...created },
    { name: 'rescue', when: 'on_failure', ...created },
    { name: 'report', when: 'always', ...created },
    { name: 'ship', when: 'manual', ...created },
  ]

  test.each([
    ['succeeds', created, 'success success skipped success manual', 'manual'],
    ['fails', failing, 'failed skipped success success skipped', 'failed'],
    ['may fail', { ...failing, allow_failure: true }, 'failed success skipped success manual', 'manual'],
  ])('after a job that %s', async (_, first, wanted, pipeline) => {
    const { advance, statuses, pipelineStatus } = await workshop(smallWorld(jobs(first)))
    await advance(30)
    expect([await statuses(1, 2, 3, 4, 5), await pipelineStatus()]).toEqual([wanted, pipeline])
  })

  test.each([
    [false, 'manual created', 'manual', 'success success'],
    [true, 'manual success', 'success', 'success success'],
  ])('a manual job that may fail (%s) and the stage behind it', async (allow_failure, before, pipeline, after) => {
    const gate = { name: 'gate', stage: 'build', when: 'manual', allow_failure, ...created }
    const { advance, play, statuses, pipelineStatus } = await workshop(smallWorld([gate, { name: 'behind', ...created }]))
    await advance(30)
    expect([await statuses(1, 2), await pipelineStatus()]).toEqual([before, pipeline])
    await play(1)
    await advance(30)
    expect([await statuses(1, 2), await pipelineStatus()]).toEqual([after, 'success'])
  })

  test('a delayed job waits from its turn on', async () => {
    const delayed = { name: 'later', when: 'delayed', status: 'created', run: { ...run, start_in: '1m' } }
    const { advance, status, job } = await workshop(smallWorld([{ name: 'a', stage: 'build', ...created }, delayed]))
    await advance(8)
    expect([await status(2), ((await job(2)).scheduledAt ?? 0) - opened]).toEqual(['scheduled', expect.closeTo(seconds(67), -3.5)])
    await advance(70)
    expect(await status(2)).toBe('success')
  })

  test('a job that was skipped because of another gets its turn when that is retried', async () => {
    const flaky = { ...failing, run: { ...failing.run, retry: { outcome: 'success' } } }
    const { advance, retry, statuses, pipelineStatus } = await workshop(
      smallWorld([
        { name: 'a', stage: 'build', ...flaky },
        { name: 'b', ...created },
      ]),
    )
    await advance(15)
    expect(await statuses(1, 2)).toBe('failed skipped')
    const id = await retry(1)
    await advance(30)
    expect([await statuses(1, id, 2), await pipelineStatus()]).toEqual(['failed success success', 'success'])
  })

  test('whoever waits for a callback holds up what comes after', async () => {
    const { advance, statuses, pipelineStatus } = await workshop(
      smallWorld([
        { name: 'a', stage: 'build', status: 'waiting_for_callback' },
        { name: 'b', ...created },
      ]),
    )
    await advance(60)
    expect([await statuses(1, 2), await pipelineStatus()]).toEqual(['waiting_for_callback created', 'running'])
  })
})

describe('the queue', () => {
  const pending = { run }

  test('tags decide who runs what', async () => {
    const runners = [{ tags: ['arm64'], run_untagged: false }, { tags: ['linux', 'docker'] }, { tags: ['gpu'], paused: true }]
    const { advance, job } = await workshop(
      smallWorld(
        [
          { name: 'a', tags: ['arm64'], ...pending },
          { name: 'b', tags: ['docker'], ...pending },
          { name: 'c', ...pending },
          { name: 'd', tags: ['arm64', 'docker'], ...pending },
          { name: 'e', tags: ['gpu'], ...pending },
        ],
        { runners },
      ),
    )
    await advance(60)
    const seen = await Promise.all([1, 2, 3, 4, 5].map(async (id) => [(await job(id)).status, (await job(id)).runnerId]))
    expect(seen).toEqual([
      ['success', 1],
      ['success', 2],
      ['success', 2],
      ['pending', null],
      ['pending', null],
    ])
  })

  test('oldest first, and never more than the runner may', async () => {
    const ages = ['-30s', '-50s', '-10s', '-40s']
    const { advance, job, statuses } = await workshop(
      smallWorld(
        ages.map((queued) => ({ name: 'a', queued, ...pending })),
        { runners: [{ limit: 1 }] },
      ),
    )
    for (let second = 0; second < 30; second++) {
      const running = (await statuses(1, 2, 3, 4)).split(' ').filter((status) => status === 'running')
      expect(running.length).toBeLessThanOrEqual(1)
      await advance(1)
    }
    const started = await Promise.all([2, 4, 1, 3].map(async (id) => (await job(id)).startedAt ?? 0))
    expect(started.every(Boolean)).toBe(true)
    expect([...started].sort()).toEqual(started)
  })

  test('of a resource group, one runs at a time, in its order', async () => {
    const group = { resource_group: 'staging', stage: 'deploy', ...created }
    const { advance, statuses } = await workshop(
      smallWorld([
        { name: 'a', ...group },
        { name: 'b', ...group },
        { name: 'c', ...created, stage: 'deploy' },
      ]),
    )
    await advance(1)
    expect(await statuses(1, 2, 3)).toBe('pending waiting_for_resource pending')
    await advance(4)
    expect(await statuses(1, 2, 3)).toBe('running waiting_for_resource running')
    await advance(20)
    expect(await statuses(1, 2, 3)).toBe('success success success')
  })

  test('two jobs of a group that somebody played at once do not run together', async () => {
    const manual = { status: 'manual', when: 'manual', resource_group: 'staging', run }
    const { advance, play, statuses } = await workshop(
      smallWorld([
        { name: 'a', ...manual },
        { name: 'b', ...manual },
      ]),
    )
    await Promise.all([play(1), play(2)])
    await advance(3)
    expect(await statuses(1, 2)).toBe('running pending')
    await advance(20)
    expect(await statuses(1, 2)).toBe('success success')
  })

  test('a runner is heard of while it works, and seldom otherwise', async () => {
    const { advance, store, clock } = await workshop(smallWorld([{ name: 'a', run: { duration: '60s' } }], { runners: [{}, {}] }))
    const contacts = async () => (await store.read((reader) => reader.runners())).map(({ manager }) => clock.now() - manager.contactedAt)
    await advance(60)
    const [working = 0, idle = 0] = await contacts()
    expect([working <= seconds(11), idle]).toEqual([true, seconds(60)])
    await advance(2 * 3600)
    for (const silent of await contacts()) expect(silent).toBeLessThanOrEqual(seconds(3600))
  })
})

describe('trigger jobs', () => {
  const jobs = [
    { name: 'plan', stage: 'build', run },
    { name: 'apply', stage: 'deploy', environment: 'live', run },
  ]
  const environments = [{ name: 'live' }]
  const other = {
    id: 2,
    path: 'team/infra',
    name: 'Infra',
    members: { ada: 'developer' },
    environments,
    pipelines: [
      {
        id: 5,
        ref: 'stable',
        status: 'success',
        created: '-1d',
        commit: { sha: 'f'.repeat(40), message: 'Dig', author: 'Bob <b@example.com>' },
      },
    ],
  }
  const bridge = (trigger: object | undefined) => ({ name: 'go', kind: 'bridge', run: trigger === undefined ? {} : { trigger } })
  const world = (trigger: object | undefined) =>
    smallWorld([bridge(trigger), { name: 'after', stage: 'z', ...created }], { project: { environments }, others: [other] })

  test('one that waits starts a pipeline of another project, and ends as that does', async () => {
    const { advance, job, statuses, store } = await workshop(world({ project: 'team/infra', ref: 'stable', strategy: 'depend', jobs }))
    await advance(5)
    const { downstreamPipelineId } = await job(1)
    expect(await statuses(1, 2)).toBe('running created')
    const pipeline = await store.read((reader) => reader.pipeline(2, downstreamPipelineId ?? 0))
    expect(pipeline).toMatchObject({ id: 6, iid: 2, ref: 'stable', sha: 'f'.repeat(40), source: 'pipeline' })
    const started = await store.read((reader) => latestJobs(reader, { projectId: 2, id: 6 }))
    expect(started.map(({ name, stageIndex, userId }) => [name, stageIndex, userId]).sort()).toEqual([
      ['apply', 1, 1],
      ['plan', 0, 1],
    ])
    await advance(40)
    expect(await statuses(1, 2, 3, 4)).toBe('success success success success')
  })

  test('one that waits fails with its pipeline', async () => {
    const broken = [{ name: 'plan', stage: 'build', run: { ...run, outcome: 'failed' } }]
    const { advance, job, statuses } = await workshop(world({ strategy: 'depend', jobs: broken }))
    await advance(30)
    expect([await statuses(1, 2, 3), (await job(1)).failureReason]).toEqual(['failed skipped failed', 'unknown_failure'])
  })

  test('one that does not wait is through at once; in its own project the pipeline is a child', async () => {
    const { advance, job, status, store } = await workshop(world({ jobs }))
    await advance(2)
    const { downstreamPipelineId } = await job(1)
    const child = await store.read((reader) => reader.pipeline(1, downstreamPipelineId ?? 0))
    expect([await status(1), child?.source, child?.ref]).toEqual(['success', 'parent_pipeline', 'main'])
    expect(child?.status).not.toBe('success')
    await advance(30)
    expect((await store.read((reader) => reader.pipeline(1, downstreamPipelineId ?? 0)))?.status).toBe('success')
  })

  test.each([
    ['nothing to start', undefined, 'invalid_bridge_trigger'],
    ['an unknown ref', { project: 'team/infra', ref: 'nowhere', jobs }, 'downstream_pipeline_creation_failed'],
  ])('%s', async (_, trigger, reason) => {
    const { advance, job, statuses } = await workshop(world(trigger))
    await advance(10)
    expect([await statuses(1, 2), (await job(1)).failureReason]).toEqual(['failed skipped', reason])
  })

  test('one that is played or retried starts another pipeline', async () => {
    const waiting = { ...bridge({ jobs }), status: 'manual', when: 'manual' }
    const { advance, play, job } = await workshop(smallWorld([waiting], { project: { environments } }))
    await play(1)
    await advance(5)
    const first = (await job(1)).downstreamPipelineId
    const again = await play(1)
    await advance(5)
    const second = (await job(again)).downstreamPipelineId
    expect([first, second]).toEqual([2, 3])
  })
})
