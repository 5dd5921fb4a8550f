import { describe, expect, test } from 'vitest'
import { demoWorld, opened } from '../demo-world.suite.ts'

const { ask, fresh, changeJob, clock } = demoWorld()

const play = (id: number, question = {}) => ask(`POST /projects/1/jobs/${id}/play`, question)
const unplayable = [400, { message: '400 Bad request - Unplayable Job' }]
const variables = { job_variables_attributes: [{ key: 'REGION', value: 'eu' }] }

describe('a job that waits', () => {
  test.each([
    [26, 'manual'],
    [27, 'scheduled'],
  ])('%i, which is %s, is queued under its own number, for the caller', async (id) => {
    const { store } = await fresh()
    clock.now += 60_000
    const { status, job } = await play(id, { as: 'mia' })
    expect(status).toBe(200)
    expect(job).toMatchObject({ id, status: 'pending', started_at: null, queued_duration: 0, user: { username: 'mia' } })
    expect(await store.read((reader) => reader.job(id))).toMatchObject({ queuedAt: opened + 60_000, scheduledAt: null })
  })

  test('is not played twice', async () => {
    await fresh()
    await play(26)
    expect((await play(26)).refusal).toEqual(unplayable)
  })

  test('its pipeline follows', async () => {
    await fresh()
    await changeJob(1, { status: 'manual', startedAt: null, finishedAt: null })
    expect((await play(1)).job.pipeline.status).toBe('running')
  })
})

describe('a manual job that is over', () => {
  test('is run again, as a new job, and the old one is retried', async () => {
    await fresh()
    const { job } = await play(1)
    expect(job.id).toBeGreaterThan(92)
    expect(job).toMatchObject({ name: 'deploy-preview', status: 'pending', artifacts: [], finished_at: null })
    const list = (await ask('GET /projects/1/pipelines/6/jobs?per_page=100')).ids
    expect([list.includes(job.id), list.includes(1)]).toEqual([true, false])
    expect((await ask('GET /projects/1/jobs/1')).job.status).toBe('success')
  })

  test('is not run again from an old attempt', async () => {
    await fresh()
    await play(1)
    expect((await play(1)).refusal).toEqual(unplayable)
  })

  test.each(['success', 'failed', 'canceled', 'canceling'] as const)('whichever way it ended: %s', async (status) => {
    await fresh()
    await changeJob(1, { status })
    expect((await play(1)).status).toBe(200)
  })
})

describe('what cannot be played', () => {
  test.each([8, 11, 14, 21, 25, 15])('job %i, which nobody need start', async (id) => {
    expect((await play(id)).refusal).toEqual(unplayable)
  })

  test.each(['created', 'waiting_for_resource', 'preparing', 'waiting_for_callback', 'pending', 'running', 'skipped'] as const)(
    'a manual job that is %s',
    async (status) => {
      await fresh()
      await changeJob(26, { status })
      expect((await play(26)).refusal).toEqual(unplayable)
    },
  )

  test('an archived one, which is a matter of rights', async () => {
    await fresh()
    await changeJob(26, { archived: true })
    expect((await play(26)).refusal).toEqual([403, { message: '403 Forbidden' }])
  })
})

describe('trigger jobs', () => {
  test('are played like others, and answered as trigger jobs', async () => {
    await fresh()
    const answer = await play(39)
    expect(answer).toMatchObject({ status: 200, json: { id: 39, status: 'pending', downstream_pipeline: null } })
    for (const name of ['artifacts', 'runner', 'tag_list']) expect(answer.json).not.toHaveProperty(name)
  })

  test('ignore variables', async () => {
    const { store } = await fresh()
    expect((await play(39, { body: variables })).status).toBe(200)
    expect((await store.read((reader) => reader.job(39)))?.variables).toEqual([])
  })
})

describe('variables', () => {
  const stored = async (id: number, body: unknown) => {
    const { store } = await fresh()
    const { job } = await play(id, { body })
    return (await store.read((reader) => reader.job(job.id)))?.variables
  }

  test.each([26, 1])('are stored with the job that is started: %i', async (id) => {
    expect(await stored(id, variables)).toEqual([{ key: 'REGION', value: 'eu', variable_type: 'env_var' }])
  })

  test.each([
    [{ key: 'REPLICAS', value: 3 }, 'REPLICAS', '3'],
    [{ key: 'RATIO', value: -0.5 }, 'RATIO', '-0.5'],
    [{ key: 'DRY_RUN', value: false }, 'DRY_RUN', 'false'],
    [{ key: 7, value: '' }, '7', ''],
    [{ key: true, value: 'x' }, 'true', 'x'],
  ])('are texts, whatever they were sent as: %o', async (variable, key, value) => {
    expect(await stored(26, { job_variables_attributes: [variable] })).toEqual([{ key, value, variable_type: 'env_var' }])
  })

  test('are not shown', async () => {
    await fresh()
    expect((await play(26, { body: variables })).text).not.toContain('REGION')
  })

  test('need a right of their own', async () => {
    await fresh()
    const settle = 'POST /projects/3/jobs/53/play'
    expect((await ask(settle, { body: variables })).refusal).toEqual([403, { message: '403 Forbidden' }])
    expect((await ask(settle, { body: { job_variables_attributes: [] } })).status).toBe(200)
  })

  test('which Maintainers have there', async () => {
    await fresh()
    expect((await ask('POST /projects/3/jobs/53/play', { as: 'mia', body: variables })).status).toBe(200)
  })
})

describe('inputs', () => {
  test.each([
    [{ region: 'eu-south' }, { region: 'eu-south' }],
    [{ region: 'eu-north' }, {}],
  ])('%o are stored as %o', async (job_inputs, wanted) => {
    const { store } = await fresh()
    await play(26, { body: { job_inputs } })
    expect((await store.read((reader) => reader.job(26)))?.inputValues).toEqual(wanted)
  })

  test.each([
    [{ job_inputs: { colour: 'blue' } }, '400 Bad request - Unknown input: colour'],
    [
      { job_inputs: { region: 'mars' } },
      '400 Bad request - `region` input: `mars` cannot be used because it is not in the list of allowed options',
    ],
  ])('%o: %s', async (body, message) => {
    expect((await play(26, { body })).refusal).toEqual([400, { message }])
  })

  test('that retry would call inputs are not looked at', async () => {
    await fresh()
    expect((await play(26, { body: { inputs: { colour: 'blue' } } })).status).toBe(200)
  })

  test('of a job that cannot be played are not looked at', async () => {
    expect((await play(14, { body: { job_inputs: { colour: 'blue' } } })).refusal).toEqual(unplayable)
  })
})

test.each([
  ['mia', 200],
  ['rita', 403],
  ['gus', 403],
  ['sam', 404],
])('%s: %i', async (as, status) => {
  await fresh()
  expect((await play(26, { as })).status).toBe(status)
})
