import { describe, expect, test } from 'vitest'
import { demoWorld, opened } from '../demo-world.suite.ts'

const { ask, fresh, changeJob, clock } = demoWorld()

const statusOf = async (id: number) => (await ask(`GET /projects/1/jobs/${id}`)).job.status
const pipelineStatus = async (id: number) => (await ask(`GET /projects/1/jobs/${id}`)).job.pipeline.status

describe('what is canceled', () => {
  test.each(['created', 'waiting_for_resource', 'preparing', 'waiting_for_callback', 'pending', 'running', 'scheduled'] as const)(
    'a job that is %s, at once',
    async (status) => {
      await fresh()
      await changeJob(21, { status, scheduledAt: status === 'scheduled' ? opened + 1000 : null })
      clock.now += 5000
      const answer = await ask('POST /projects/1/jobs/21/cancel')
      expect(answer).toMatchObject({ status: 201, json: { id: 21, status: 'canceled', finished_at: '2026-11-20T10:00:05.000Z' } })
      expect(await statusOf(21)).toBe('canceled')
    },
  )

  test('a running job whose runner can stop gracefully, as soon as that has stopped', async () => {
    await fresh()
    expect((await ask('POST /projects/1/jobs/14/cancel')).job).toMatchObject({ status: 'canceling', finished_at: null })
    expect((await ask('POST /projects/1/jobs/14/cancel')).job, 'a second request changes nothing').toMatchObject({ status: 'canceling' })
  })

  test.each(['pending', 'preparing'] as const)('a job that is %s needs no grace', async (status) => {
    await fresh()
    await changeJob(14, { status })
    expect((await ask('POST /projects/1/jobs/14/cancel')).job.status).toBe('canceled')
  })
})

describe('nothing to cancel is no error, and changes nothing', () => {
  test.each(['success', 'failed', 'canceled', 'skipped', 'manual', 'canceling'] as const)('a job that is %s', async (status) => {
    await fresh()
    await changeJob(8, { status })
    const before = await ask('GET /projects/1/jobs/8')
    clock.now += 5000
    const answer = await ask('POST /projects/1/jobs/8/cancel')
    expect(answer).toMatchObject({ status: 201, text: before.text })
  })
})

describe('force', () => {
  const force = { as: 'mia', body: { force: true } }

  test('ends what is canceling', async () => {
    await fresh()
    expect((await ask('POST /projects/1/jobs/28/cancel', force)).job).toMatchObject({
      status: 'canceled',
      finished_at: '2026-11-20T10:00:00.000Z',
    })
  })

  test.each(['running', 'pending', 'created', 'manual', 'success'] as const)(
    'does nothing to a job that is %s, not even cancel it',
    async (status) => {
      await fresh()
      await changeJob(14, { status })
      const answer = await ask('POST /projects/1/jobs/14/cancel', force)
      expect([answer.status, answer.job.status]).toEqual([201, status])
    },
  )

  test.each([
    ['in the query', 'POST /projects/1/jobs/28/cancel?force=true', {}],
    ['in the query, as Python spells it', 'POST /projects/1/jobs/28/cancel?force=True', {}],
    ['in a form', 'POST /projects/1/jobs/28/cancel', { body: 'force=1', headers: { 'Content-Type': 'application/x-www-form-urlencoded' } }],
  ])('may stand %s', async (_, line, question) => {
    await fresh()
    expect((await ask(line, { as: 'mia', ...question })).job.status).toBe('canceled')
  })

  test.each(['POST /projects/1/jobs/28/cancel?force=false', 'POST /projects/1/jobs/28/cancel?force=', 'POST /projects/1/jobs/28/cancel'])(
    'is not meant by %s',
    async (line) => {
      await fresh()
      expect((await ask(line, { as: 'mia' })).job.status).toBe('canceling')
    },
  )

  test('needs a Maintainer, whatever the job is doing', async () => {
    for (const id of [28, 14, 8])
      expect((await ask(`POST /projects/1/jobs/${id}/cancel`, { body: { force: true } })).refusal).toEqual([
        403,
        { message: '403 Forbidden' },
      ])
  })
})

describe('afterwards', () => {
  test.each([
    ['canceled', 201, 401],
    ['canceling', 201, 200],
  ])('the token of a job that is %s is dead or alive', async (status, canceled, wanted) => {
    await fresh()
    await changeJob(14, { cancelsGracefully: status === 'canceling' })
    expect((await ask('POST /projects/1/jobs/14/cancel')).status).toBe(canceled)
    expect((await ask('GET /job', { as: 'webshop-job' })).status).toBe(wanted)
  })

  test('the pipeline follows', async () => {
    await fresh()
    expect(await pipelineStatus(21)).toBe('running')
    for (const id of [14, 30, 21, 22, 23, 24, 25, 27]) await ask(`POST /projects/1/jobs/${id}/cancel`)
    expect(await pipelineStatus(21)).toBe('canceling')
    for (const id of [14, 28]) await ask(`POST /projects/1/jobs/${id}/cancel`, { as: 'mia', body: { force: true } })
    expect(await pipelineStatus(21), 'two jobs wait to be played').toBe('manual')
  })

  test('the log stays', async () => {
    await fresh()
    const before = await ask('GET /projects/1/jobs/30/trace')
    await ask('POST /projects/1/jobs/30/cancel')
    expect((await ask('GET /projects/1/jobs/30/trace')).text).toBe(before.text)
  })
})

test.each([
  ['rita', 403],
  ['gus', 403],
  ['sam', 404],
  ['mia', 201],
])('%s: %i', async (as, status) => {
  await fresh()
  expect((await ask('POST /projects/1/jobs/21/cancel', { as })).status).toBe(status)
})

test('on a protected ref only those who may push there', async () => {
  await fresh()
  expect((await ask('POST /projects/2/jobs/62/cancel', { as: 'dana' })).status).toBe(403)
  expect((await ask('POST /projects/2/jobs/62/cancel', { as: 'mia' })).status).toBe(201)
})
