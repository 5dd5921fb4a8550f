import { describe, expect, test } from 'vitest'
import { demoWorld } from '../demo-world.suite.ts'

const { ask, fresh, changeJob, clock } = demoWorld()

const retry = (id: number, question = {}) => ask(`POST /projects/1/jobs/${id}/retry`, question)
const notRetryable = [403, { message: '403 Forbidden - Job is not retryable' }]

describe('what may be retried', () => {
  test.each(['success', 'failed', 'canceled', 'canceling'] as const)('a job that is %s', async (status) => {
    await fresh()
    await changeJob(11, { status })
    const answer = await retry(11)
    expect(answer).toMatchObject({ status: 201, json: { name: 'lint', status: 'pending' } })
    expect(answer.job.id).toBeGreaterThan(92)
  })

  test.each([
    'created',
    'waiting_for_resource',
    'preparing',
    'waiting_for_callback',
    'pending',
    'running',
    'skipped',
    'manual',
    'scheduled',
  ] as const)('not one that is %s', async (status) => {
    await fresh()
    await changeJob(11, { status })
    expect((await retry(11)).refusal).toEqual(notRetryable)
  })

  test('not the same a second time, nor is anything started', async () => {
    const { store } = await fresh()
    await retry(11)
    const count = () => store.read((reader) => reader.countJobs({ projectId: 1, kind: 'build' }, 1000))
    const before = await count()
    expect((await retry(11)).refusal).toEqual(notRetryable)
    expect(await count()).toBe(before)
  })

  test('two requests at once start one job', async () => {
    await fresh()
    const answers = await Promise.all([retry(11), retry(11), retry(11)])
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 403, 403])
  })
})

describe('the new job', () => {
  test('is like the old one, but new', async () => {
    await fresh()
    const old = (await ask('GET /projects/1/jobs/8')).job
    clock.now += 60_000
    const { job } = await retry(8, { as: 'mia' })
    const { name, stage, ref, tag, allow_failure, tag_list, commit } = old
    expect(job).toMatchObject({ name, stage, ref, tag, allow_failure, tag_list, commit })
    const nothing = { started_at: null, finished_at: null, erased_at: null, duration: null, coverage: null, runner: null }
    expect(job).toMatchObject({ ...nothing, artifacts: [], artifacts_expire_at: null, created_at: '2026-11-20T10:01:00.000Z' })
    expect(job).not.toHaveProperty('artifacts_file')
    expect(job).not.toHaveProperty('failure_reason')
    expect(job.user?.username, 'belongs to the caller').toBe('mia')
  })

  test('has a log of its own, empty so far', async () => {
    await fresh()
    const { job } = await retry(11)
    expect(await ask(`GET /projects/1/jobs/${job.id}/trace`)).toMatchObject({ status: 200, text: '' })
    expect((await ask(`GET /projects/1/jobs/${job.id}/artifacts`)).status).toBe(404)
  })

  test('gets the variables, the environment and the inputs of the old one', async () => {
    const { store } = await fresh()
    const kept = {
      variables: [{ key: 'A', value: 'b', variable_type: 'env_var' as const }],
      environment: { slug: 'x', tier: 'other' },
      inputValues: { region: 'us-east' },
    }
    await changeJob(13, kept)
    const { job } = await retry(13)
    expect(await store.read((reader) => reader.job(job.id))).toMatchObject(kept)
  })

  test('of a manual job is queued at once', async () => {
    await fresh()
    expect((await retry(1)).job.status).toBe('pending')
  })
})

describe('the old job', () => {
  test('keeps its status, its log and its archive', async () => {
    await fresh()
    const targets = ['GET /projects/1/jobs/8/trace', 'GET /projects/1/jobs/8/artifacts', 'GET /projects/1/jobs/8/artifacts/report.txt']
    const before = await Promise.all(targets.map((line) => ask(line)))
    await retry(8)
    const after = await Promise.all(targets.map((line) => ask(line)))
    expect(after.map(({ bytes }) => bytes.toString('latin1'))).toEqual(before.map(({ bytes }) => bytes.toString('latin1')))
    expect((await ask('GET /projects/1/jobs/8')).job.status).toBe('success')
  })

  test('is hidden behind the new one, unless it is asked for', async () => {
    await fresh()
    const { job } = await retry(11)
    const list = async (query = '') => (await ask(`GET /projects/1/pipelines/10/jobs${query}`)).ids
    expect(await list()).toContain(job.id)
    expect(await list()).not.toContain(11)
    expect(await list('?include_retried=true')).toEqual(expect.arrayContaining([11, job.id]))
    expect((await ask('GET /projects/1/jobs?per_page=100')).ids, 'the project shows both').toEqual(expect.arrayContaining([11, job.id]))
  })
})

describe('the rest of the pipeline', () => {
  test('what was skipped because of it gets its turn again', async () => {
    await fresh()
    expect((await ask('GET /projects/1/jobs/15')).job.status).toBe('skipped')
    await retry(11)
    expect((await ask('GET /projects/1/jobs/15')).job.status).toBe('created')
  })

  test('what was skipped in the same stage, or before, stays skipped', async () => {
    await fresh()
    await changeJob(13, { status: 'skipped' })
    await retry(11)
    expect((await ask('GET /projects/1/jobs/13')).job.status).toBe('skipped')
  })

  test('the pipeline is under way again', async () => {
    await fresh()
    const { job } = await retry(11)
    expect([job.pipeline.status, (await ask('GET /projects/1/jobs/13')).job.pipeline.status]).toEqual(['running', 'running'])
  })
})

describe('trigger jobs', () => {
  test('are retried like others, and answered as jobs', async () => {
    await fresh()
    const { status, job } = await retry(12)
    expect([status, job.status, job.artifacts, job.runner]).toEqual([201, 'pending', [], null])
    expect(job).not.toHaveProperty('downstream_pipeline')
    const bridges = (await ask('GET /projects/1/pipelines/6/bridges')).json
    expect(bridges).toMatchObject([{ id: job.id, downstream_pipeline: null }])
  })
})

describe('inputs', () => {
  const inputsOf = async (id: number, inputs: object, more = {}) => {
    const { store } = await fresh()
    await changeJob(id, more)
    const answer = await retry(id, { body: { inputs } })
    return answer.status === 201 ? (await store.read((reader) => reader.job(answer.job.id)))?.inputValues : answer.json
  }

  test.each([
    ['another value is kept', { region: 'eu-south' }, { region: 'eu-south' }],
    ['what equals the default is left to it', { region: 'eu-north', attempts: 3 }, {}],
    ['some of both', { region: 'us-east', attempts: 3 }, { region: 'us-east' }],
    ['none', {}, {}],
  ])('%s', async (_, given, wanted) => {
    expect(await inputsOf(13, given)).toEqual(wanted)
  })

  test.each([
    ['the old ones stay', {}, { region: 'us-east', attempts: 5 }],
    ['a new one takes the place of the old', { region: 'eu-south' }, { region: 'eu-south', attempts: 5 }],
    ['the default takes the place of the old', { region: 'eu-north' }, { attempts: 5 }],
  ])('of a job that had some: %s', async (_, given, wanted) => {
    expect(await inputsOf(13, given, { inputValues: { region: 'us-east', attempts: 5 } })).toEqual(wanted)
  })

  test.each([
    [{ colour: 'blue' }, '400 Bad request - Unknown input: colour'],
    [{ colour: 'blue', region: 'eu-south', shape: 'round' }, '400 Bad request - Unknown inputs: colour, shape'],
    [{ attempts: 'many' }, '400 Bad request - `attempts` input: provided value is not a number'],
    [{ region: 5 }, '400 Bad request - `region` input: provided value is not a string'],
    [{ region: ['eu-north'] }, '400 Bad request - `region` input: provided value is not a string'],
    [{ region: 'mars' }, '400 Bad request - `region` input: `mars` cannot be used because it is not in the list of allowed options'],
    [
      { region: 5, attempts: true },
      '400 Bad request - `region` input: provided value is not a string, `attempts` input: provided value is not a number',
    ],
  ])('%o: %s', async (given, message) => {
    expect(await inputsOf(13, given)).toEqual({ message })
    expect((await ask('GET /projects/1/pipelines/10/jobs')).ids, 'and nothing was started').toContain(13)
  })

  test('a job that declares none takes any, and heeds none', async () => {
    expect(await inputsOf(11, { colour: 'blue' })).toEqual({})
  })

  test.each([
    [{ kind: 'array' as const, value: ['a', 2] }, ['a', 2]],
    [{ kind: 'boolean' as const, value: false }, false],
  ])('a declared %o', async ({ kind, value }, wanted) => {
    expect(await inputsOf(11, { it: value }, { inputs: { it: { type: kind } } })).toEqual({ it: wanted })
  })
})

test.each([
  ['mia', 201],
  ['rita', 403],
  ['gus', 403],
  ['sam', 404],
])('%s: %i', async (as, status) => {
  await fresh()
  expect((await retry(11, { as })).status).toBe(status)
})

test('on a protected ref only those who may push there', async () => {
  await fresh()
  expect((await ask('POST /projects/2/jobs/61/retry', { as: 'dana' })).refusal).toEqual([403, { message: '403 Forbidden' }])
  expect((await ask('POST /projects/2/jobs/61/retry', { as: 'mia' })).status).toBe(201)
})
