import { describe, expect, test } from 'vitest'
import type { JobDetails } from '../storage/job-store.ts'
import type { Artifact, Job } from '../storage/records.ts'
import { ada, artifact, pipeline, job as plainJob, project, runner } from '../storage/sample-records.suite.ts'
import { bridgeView, jobView } from './job.ts'

const second = 1000
const now = Date.UTC(2026, 10, 20, 10)
const frame = { now, externalUrl: 'https://ci.example.com' }

const details = (changes: Partial<Job>, rest: Partial<JobDetails> = {}): JobDetails => ({
  ...{ job: { ...plainJob(), id: 7, ...changes }, project, pipeline: pipeline(11, 1, 'main') },
  ...{ user: ada, runner: undefined, artifacts: [], downstream: undefined, ...rest },
})

describe('durations', () => {
  const [queuedAt, startedAt, finishedAt] = [now - 10 * second, now - 7 * second, now - 2.5 * second]

  test.each<[string, Partial<Job>, number | null, number | null]>([
    ['not queued yet', { status: 'created' }, null, null],
    ['waiting', { status: 'pending', queuedAt }, null, 10],
    ['running', { status: 'running', queuedAt, startedAt }, 7, 3],
    ['over', { queuedAt, startedAt, finishedAt }, 4.5, 3],
    ['canceled in the queue', { status: 'canceled', queuedAt, finishedAt }, null, 7.5],
  ])('%s: %o: %s s, queued %s s', (_, job, duration, queued_duration) => {
    expect(jobView(details(job), frame)).toMatchObject({ duration, queued_duration })
    expect(bridgeView(details({ ...job, kind: 'bridge' }), frame)).toMatchObject({ duration, queued_duration })
  })

  test.each<[string, Partial<Job>, [number | null, number | null]]>([
    ['waiting', { status: 'pending', queuedAt }, [null, 11.25]],
    ['running', { status: 'running', queuedAt, startedAt }, [8.25, 3]],
    ['over', { queuedAt, startedAt, finishedAt }, [4.5, 3]],
  ])('of a job that is %s, a moment later', (_, job, wanted) => {
    const { duration, queued_duration } = jobView(details(job), { ...frame, now: now + 1.25 * second })
    expect([duration, queued_duration]).toEqual(wanted)
  })
})

describe('members that are not always there', () => {
  const archive = (expireAt: number | null): Artifact => ({
    ...artifact(7, 'archive'),
    id: 1,
    filename: 'artifacts.zip',
    size: 12,
    expireAt,
  })

  test.each([
    ['failed', 'script_failure', 'script_failure'],
    ['failed', null, 'unknown_failure'],
    ['success', null, undefined],
    ['canceled', 'script_failure', undefined],
    ['running', 'script_failure', undefined],
  ] as const)('failure_reason of a job that is %s for %s: %s', (status, failureReason, wanted) => {
    const view = jobView(details({ status, failureReason }), frame)
    expect(view.failure_reason).toBe(wanted)
    expect('failure_reason' in view).toBe(wanted !== undefined)
  })

  test.each([
    ['none', [], undefined],
    ['kept', [archive(null)], { filename: 'artifacts.zip', size: 12 }],
    ['not expired', [archive(now + 1)], { filename: 'artifacts.zip', size: 12 }],
    ['expiring now', [archive(now)], undefined],
    ['expired', [archive(now - 1)], undefined],
    ['only a report', [{ ...artifact(7, 'junit'), id: 1 }], undefined],
  ])('artifacts_file, when the archive is %s: %o', (_, artifacts, wanted) => {
    const view = jobView(details({}, { artifacts }), frame)
    expect(view.artifacts_file).toEqual(wanted)
    expect('artifacts_file' in view).toBe(wanted !== undefined)
    expect(view.artifacts, 'what has expired is listed all the same').toHaveLength(artifacts.length)
  })

  test('an ordinary job has a runner_manager, be it null; a trigger job has none', () => {
    expect(jobView(details({}), frame)).toMatchObject({ runner: null, runner_manager: null })
    expect(jobView(details({}, { runner }), frame)).toMatchObject({ runner: { id: 1 }, runner_manager: { id: 1 } })
    expect(jobView(details({ kind: 'bridge' }), frame)).not.toHaveProperty('runner_manager')
  })

  test.each(['artifacts', 'artifacts_file', 'runner', 'runner_manager', 'tag_list', 'artifacts_expire_at', 'archived'])(
    'a bridge has no %s',
    (name) => {
      expect(bridgeView(details({ kind: 'bridge' }, { artifacts: [archive(null)], runner }), frame)).not.toHaveProperty(name)
    },
  )

  test('a bridge has a downstream pipeline, with the address of its own project, or null', () => {
    const downstream = { pipeline: pipeline(21, 2, 'main'), project: { ...project, id: 2, path: 'team/tool' } }
    expect(bridgeView(details({ kind: 'bridge' }), frame).downstream_pipeline).toBeNull()
    expect(bridgeView(details({ kind: 'bridge' }, { downstream }), frame).downstream_pipeline).toMatchObject({
      ...{ id: 21, project_id: 2, web_url: 'https://ci.example.com/team/tool/-/pipelines/21' },
    })
  })
})

test('tags are sorted', () => {
  expect(jobView(details({ tags: ['linux', 'arm64', 'docker'] }), frame).tag_list).toEqual(['arm64', 'docker', 'linux'])
})

test('a job of nobody has no user', () => {
  expect(jobView(details({ userId: null }, { user: undefined }), frame).user).toBeNull()
})

test('ref and tag are those of the pipeline, addresses lie below the external address', () => {
  const view = jobView(details({}, { pipeline: { ...pipeline(11, 1, 'v1.0'), tag: true } }), frame)
  expect(view).toMatchObject({ ref: 'v1.0', tag: true, web_url: 'https://ci.example.com/team/app/-/jobs/7' })
})
