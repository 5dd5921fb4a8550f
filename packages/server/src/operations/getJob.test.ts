import { describe, expect, test } from 'vitest'
import { demoWorld } from '../demo-world.suite.ts'

const { ask, clock } = demoWorld()

const notFound = [404, { message: '404 Not found' }]

describe('time passes', () => {
  test.each([
    [14, 'runs', { duration: 312.5, queued_duration: 17.5 }, { duration: 313.75, queued_duration: 17.5 }],
    [21, 'waits', { duration: null, queued_duration: 285 }, { duration: null, queued_duration: 286.25 }],
    [8, 'is over', { duration: 146.25, queued_duration: 3.5 }, { duration: 146.25, queued_duration: 3.5 }],
    [25, 'has only been created', { duration: null, queued_duration: null }, { duration: null, queued_duration: null }],
  ])('for job %i, which %s', async (id, _, now, later) => {
    expect((await ask(`GET /projects/1/jobs/${id}`)).job).toMatchObject(now)
    clock.now += 1250
    expect((await ask(`GET /projects/1/jobs/${id}`)).job).toMatchObject(later)
  })

  test('and a runner that is not heard of goes offline', async () => {
    clock.now += 3 * 3_600_000
    expect((await ask('GET /projects/1/jobs/8')).job.runner).toMatchObject({ status: 'offline', online: false })
  })
})

describe('what is not found', () => {
  test.each([
    ['a job that does not exist', 999],
    ['a trigger job', 12],
    ['a job of another project', 51],
  ])('%s', async (_, id) => {
    expect((await ask(`GET /projects/1/jobs/${id}`)).refusal).toEqual(notFound)
  })

  test('one can tell a missing job from a missing project by a letter', async () => {
    expect((await ask('GET /projects/999/jobs/8')).refusal).toEqual([404, { message: '404 Project Not Found' }])
  })

  test.each(['harbor%2Fshop', 'Harbor%2FShop'])('a project that moved is found at its new place: %s', async (path) => {
    const { status, headers, text } = await ask(`GET /projects/${path}/jobs/8?x=1`)
    expect([status, headers.location]).toEqual([301, expect.stringMatching(/\/api\/v4\/projects\/1\/jobs\/8\?x=1$/)])
    expect(text).toBe(`This resource has been moved permanently to ${headers.location}`)
  })

  test('but not by those who may not see it', async () => {
    expect((await ask('GET /projects/harbor%2Fshop/jobs/8', { as: 'sam' })).refusal).toEqual([404, { message: '404 Project Not Found' }])
  })
})

describe('who may', () => {
  test.each([
    ['gus', 1, 8, 200],
    ['gus', 3, 51, 403],
    ['rita', 3, 51, 200],
    ['sam', 2, 61, 200],
    ['sam', 1, 8, 404],
    [null, 2, 61, 401],
    ['webshop-job', 1, 8, 401],
    ['webshop-job', 2, 61, 401],
  ])('%s in project %i, job %i: %i', async (as, project, job, status) => {
    expect((await ask(`GET /projects/${project}/jobs/${job}`, { as })).status).toBe(status)
  })
})
